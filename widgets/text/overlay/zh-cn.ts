import type { OverlayMessages } from './messages.js';

export const zhCN: OverlayMessages = {
  manyGifts: (count) => `+${count} 笔善款`,
  manyGiftsOrMore: (count) => `+${count} 笔以上善款`,
  manyFalls: (count) => `退回 ${count} 笔善款`,
  manyFallsOrMore: (count) => `退回 ${count} 笔以上善款`,
  orMore: (amount) => `${amount} 以上`,
  test: 'Test 测试',
  testNote: '不计入总额',
  partOfGoal: (percent, goal) => `目标 ${goal}，已完成 ${percent}`,
  goalReached: (goal) => `目标 ${goal} 达成`,
  sumReached: (amount) => `善款突破 ${amount}`,
  thanks: '谢谢每一位。',
  openStudio: '设置叠加层',
  scan: '扫码看每一笔善款',
  scanTitle: '善款明细页的二维码',
};
