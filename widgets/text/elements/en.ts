import type { ElementWords } from './messages.js';

export const en: ElementWords = {
  given: { session: 'Given by this live', project: 'Given to this project', shop: 'Given through this shop' },
  status: { scheduled: 'Starting soon', live: 'Live', ended: 'Ended' },
  stale: 'Out of date',
  staleSince: (time) => `No word since ${time}; it may have changed`,
  missing: 'There is nothing to show here.',
  away: 'The numbers cannot be reached just now.',
  nothingYet: 'No gifts yet',
  also: (amounts) => `and ${amounts}`,
  orders: (count, n) => `${count} ${n === 1 ? 'order' : 'orders'}`,
  matched: (amount) => `of which matched ${amount}`,
  saysTotal: (amount) => `Given so far: ${amount}`,
  lessAfter: (reason, amount) => `${reason} ${amount}, taken off the total`,
  refund: 'Refund',
  cancelled: 'Cancelled',
  edited: 'Changed',

  goal: 'On the way to the goal',
  ofGoal: (percent, goal) => `${percent} of ${goal}`,
  goalReached: (goal) => `The goal of ${goal} is reached`,
  noGoal: 'No goal has been set.',
  milestone: (percent, amount, reached) => `${percent}, ${amount}: ${reached ? 'reached' : 'still ahead'}`,

  gifts: 'Latest gifts',
  noGifts: 'No gifts yet. The first paid order shows up here.',
  saysGift: (item, amount) => `New gift: ${amount} from ${item}`,
  toProject: (project) => `to ${project}`,

  projects: 'Where it goes',
  noProjects: 'The projects appear here with the first gift.',
  others: (count) => `${count} more ${count === 1 ? 'project' : 'projects'}`,

  board: {
    session: 'Lives and what they gave',
    shop: 'Shops and what they gave',
    region: 'Regions and what they gave',
  },
  emptyBoard: 'Nothing has been given yet.',

  yourOrder: 'Thank you. Your order gives',
  notCounted: 'What your order gives appears here once it is counted.',
  noCharityItem: 'There is no charity item in this order.',
  follow: 'Follow your gift',

  charityItem: 'Charity item',
  capReached: 'The cap has been reached.',
};
