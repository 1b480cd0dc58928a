import type { Messages } from './messages.js';

export const en: Messages = {
  brand: 'Kindcast 善播',
  languageName: 'English',
  otherLanguageName: '中文',
  skipToContent: 'Skip to content',

  scheduled: 'Starting soon',
  live: 'Live',
  ended: 'Ended',

  connecting: 'Connecting',
  reconnecting: 'Reconnecting',
  stale: 'Out of date',
  connectingNotice: 'Connecting. Until then you see the numbers from when the page was opened.',
  reconnectingNotice: 'The connection was lost and is being restored. The numbers are paused.',
  staleNotice: (since) => `No word from the server. These numbers are from ${since} and may have changed.`,
  loading: 'Loading the total',

  givenByThisLive: 'Given by this live',
  givenExplained: 'A published share of every order. Refunds are taken off automatically.',
  givenToProject: 'Given to this project',
  projectExplained:
    'A published share of every order, from all lives and stores that give to it. Refunds are taken off automatically.',
  showExact: '(show the exact amount)',
  enoughFor: (count, unit) => `Enough for ${count} ${unit}`,
  nothingYet: 'No gifts yet',
  lessAfter: (reason, amount) => `${reason} ${amount}, taken off the total`,
  orders: (count, n) => `${count} ${n === 1 ? 'order' : 'orders'}`,
  units: (count, n) => `${count} charity ${n === 1 ? 'item' : 'items'}`,
  matched: (amount) => `of which matched: ${amount}`,
  asOf: (time) => `Numbers as of ${time}`,

  goal: 'Goal',
  goalReached: 'Goal reached',
  ofGoal: (percent, goal) => `${percent} of the ${goal} goal`,

  chart: 'How it grew',
  chartNotYet: 'The line starts with the first gift.',
  chartSays: (from, first, to, last) => `From ${first} on ${from} to ${last} on ${to}.`,
  chartDips: 'Where the line is marked it fell: a refund, a cancelled or a changed order was taken off.',
  chartAfterwards: 'Right of the dashed line: what changed after the live.',

  stages: 'Where this money is now',

  projects: 'Where it goes',
  noProjects: 'The charity projects appear here with the first gift.',
  gifts: 'Latest gifts',
  noGifts: 'No gifts yet. The first paid order shows up here within seconds.',
  toProject: (project) => `to ${project}`,
  noPersonalData: 'Nothing about buyers is ever shown here.',

  whoReceives: 'Who receives it',
  country: 'Country or region',
  registrationNumber: 'Registration number',
  ofCharity: (charity) => `a project of ${charity}`,
  refund: 'Refund',
  cancelled: 'Cancelled',
  edited: 'Changed',

  hostedBy: (streamer) => `with ${streamer}`,
  startedAt: (time) => `started ${time}`,
  endedAt: (time) => `ended ${time}`,
  endedNote: 'This live has ended. Refunds inside the return window still update these numbers.',
  scheduledNote: 'This live has not started. Once it does, the numbers update here as it happens.',

  how: 'How it works',
  howSteps: [
    {
      title: 'Buy a charity item',
      text: 'The store publishes beforehand what share of each order is given, and to which project. You pay nothing extra.',
    },
    {
      title: 'It counts at once',
      text: 'Within seconds of payment the gift is in the total, exact to the cent. Returns and cancellations are taken off.',
    },
    {
      title: 'Paid after the return window',
      text: 'Once goods can no longer be returned, the merchant owes the charity what still stands.',
    },
  ],

  pitch: 'Kindness that adds up, to the cent.',
  whatItIs: [
    'Kindcast lets a store give a set share of every order to a chosen charity project, while the live audience watches the total climb.',
    'Every cent is counted exactly, refunds are taken off again, and every number can be traced back to its orders.',
  ],
  sessions: 'Lives and what they gave',
  noSessions: 'No lives yet. They appear here as soon as a merchant creates one.',
  openSession: 'See the total',
  openOverlay: 'OBS overlay',
  seeTotals: (title) => `See the total: ${title}`,
  seeOverlay: (title) => `OBS overlay: ${title}`,
  forWhom: 'Who it is for',
  audiences: [
    { title: 'Merchants', text: 'Set a share per product; orders are counted for you and settled in one statement.' },
    { title: 'Streamers', text: 'Put one link into OBS; the total and the latest gifts appear on screen.' },
    { title: 'Charities', text: 'See what is pledged, confirmed and paid, and where every gift came from.' },
    { title: 'Buyers', text: 'No account, no extra cost: see what your own order brought about.' },
    { title: 'Operators', text: 'One process and one PostgreSQL; books that check themselves, health at a glance.' },
  ],
  forDevelopers: 'For developers and operators',
  openapi: 'API description',
  healthz: 'Is it alive',
  readyz: 'Can it count orders',
  metrics: 'Metrics',
  docs: 'Documentation',

  notFound: 'There is no such page',
  notFoundText: 'The link may be mistyped, or the live was removed.',
  toStartPage: 'To the start page',
  overlayGone: 'This overlay link was replaced. Put the new one into OBS.',
};
