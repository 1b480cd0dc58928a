import type { ElementWords } from './messages.js';

export const zhCN: ElementWords = {
  given: { session: '本场直播善款', project: '本项目收到善款', shop: '本店捐出善款' },
  status: { scheduled: '即将开始', live: '直播中', ended: '已结束' },
  stale: '数据已过时',
  staleSince: (time) => `${time} 起没有新消息，可能已经变化`,
  missing: '这里没有可显示的内容。',
  away: '暂时读不到数字。',
  nothingYet: '还没有善款',
  also: (amounts) => `另有 ${amounts}`,
  orders: (count) => `${count} 笔订单`,
  matched: (amount) => `其中配捐 ${amount}`,
  saysTotal: (amount) => `目前善款 ${amount}`,
  lessAfter: (reason, amount) => `${reason} ${amount}，总额已相应减少`,
  refund: '退款',
  cancelled: '取消订单',
  edited: '订单变更',

  goal: '目标进度',
  ofGoal: (percent, goal) => `已完成 ${percent}，目标 ${goal}`,
  goalReached: (goal) => `${goal} 的目标已达成`,
  noGoal: '还没有设定目标。',
  milestone: (percent, amount, reached) => `${percent}，${amount}：${reached ? '已达成' : '还没到'}`,

  gifts: '最新善款',
  noGifts: '还没有善款。第一笔订单付款后会出现在这里。',
  saysGift: (item, amount) => `新善款 ${amount}，来自 ${item}`,
  toProject: (project) => `捐给 ${project}`,

  projects: '善款去向',
  noProjects: '第一笔善款到来后，这里会列出公益项目。',
  others: (count) => `其余 ${count} 个项目`,

  board: { session: '各场直播善款', shop: '各店铺善款', region: '各地善款' },
  emptyBoard: '还没有善款。',

  yourOrder: '谢谢你，你的订单捐出',
  notCounted: '订单计入后，这里会显示它捐出多少。',
  noCharityItem: '这笔订单里没有善品。',
  follow: '追踪这笔善款',

  charityItem: '善品',
  capReached: '已达到捐赠上限。',
};
