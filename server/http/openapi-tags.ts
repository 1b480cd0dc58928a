/** Subjects of the description, in the order in which a newcomer needs them, and the first parts of addresses they hold. */
const subjects: readonly { name: string; description: string; paths: readonly string[] }[] = [
  {
    name: 'Organisations',
    description: 'Merchants, charities, streamers and sponsors, and who may act for them.',
    paths: ['v1/organisations', 'v1/charities', 'v1/merchants', 'v1/streamers', 'v1/sponsors', 'v1/invitations'],
  },
  { name: 'Projects', description: 'What charities raise money for.', paths: ['v1/projects'] },
  { name: 'Shops', description: 'Shops, their charity items and giving rules.', paths: ['v1/shops'] },
  {
    name: 'Sessions',
    description: 'Livestreams: scheduled, live, ended.',
    paths: ['v1/sessions', 'v1/linkable-shops', 'v1/shop-requests', 'v1/board'],
  },
  { name: 'Orders', description: 'What orders gave, and why.', paths: ['v1/orders', 'v1/gifts'] },
  {
    name: 'Webhooks out',
    description: 'Telling programs of others what happened (Standard Webhooks).',
    paths: ['v1/webhook-endpoints', 'v1/webhook-deliveries', 'v1/webhooks'],
  },
  {
    name: 'Operator',
    description: 'Health, books, deliveries that wait for a person.',
    paths: [
      'v1/checks',
      'v1/dead-letters',
      'v1/verifications',
      'v1/health-report',
      'v1/audit-trail',
      'v1/operator',
      'v1/operators',
      'healthz',
      'readyz',
      'metrics',
    ],
  },
  { name: 'Webhooks in', description: 'Where stores deliver their orders.', paths: ['webhooks'] },
  {
    name: 'Account',
    description: 'Signing in, and what belongs to one person.',
    paths: ['v1/me', 'v1/account', 'auth'],
  },
];

const pages = { name: 'Pages', description: 'What people open, and what their browsers fetch.' };

/** The subject of an address; a new part of `/v1` that no subject holds yet is a subject of its own. */
export function tagOf(path: string): string {
  const [first = '', second = ''] = path.slice(1).split('/');
  const part = first === 'v1' ? `v1/${second}` : first;
  const subject = subjects.find(({ paths }) => paths.includes(part));
  if (subject) return subject.name;
  if (first !== 'v1') return pages.name;
  return second.charAt(0).toUpperCase() + second.slice(1).replaceAll('-', ' ');
}

/** The subjects in use, in order, with what each is about. */
export const tags = (used: ReadonlySet<string>) =>
  [...subjects, pages].filter(({ name }) => used.has(name)).map(({ name, description }) => ({ name, description }));
