import type { CharityWords } from './messages.js';

export const zhCN: CharityWords = {
  verified: '已核验',
  verifiedMeans: '本站运营方已查看它的证明文件。只有已核验的公益机构才会收到拨款。',
  notVerified: '尚未核验。在本站运营方查看其证明文件之前，不会向它拨款。',
  website: '网站',
  contact: '联系方式',
  reports: '善款去向',
  period: (from, until) => `${from} 至 ${until}`,
};
