import type { OverlayMessages } from './messages.js';

export const en: OverlayMessages = {
  manyGifts: (count, n) => `+${count} ${n === 1 ? 'gift' : 'gifts'}`,
  manyGiftsOrMore: (count) => `+${count} gifts and more`,
  manyFalls: (count, n) => `${count} ${n === 1 ? 'gift' : 'gifts'} taken back`,
  manyFallsOrMore: (count) => `${count} gifts and more taken back`,
  orMore: (amount) => `${amount} and more`,
  test: 'Test 测试',
  testNote: 'never counted',
  partOfGoal: (percent, goal) => `${percent} of the ${goal} goal`,
  goalReached: (goal) => `Goal reached: ${goal}`,
  sumReached: (amount) => `${amount} given`,
  thanks: 'Thank you, all of you.',
  openStudio: 'Set up the overlay',
  scan: 'Scan to see every gift',
  scanTitle: 'Code of the page that shows every gift',
};
