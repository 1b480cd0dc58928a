import type { CharityWords } from './messages.js';

export const en: CharityWords = {
  verified: 'Verified',
  verifiedMeans: 'The operator of this site has looked at its papers. Only verified charities are paid.',
  notVerified: 'Not verified yet. Nothing is paid to it before the operator of this site has looked at its papers.',
  website: 'Website',
  contact: 'Contact',
  reports: 'What became of it',
  period: (from, until) => `${from} to ${until}`,
};
