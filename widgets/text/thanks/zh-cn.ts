import type { ThanksMessages } from './messages.js';

export const thanksZhCN: ThanksMessages = {
  title: '你的订单带来的善款',
  description: '看看一笔订单为公益项目带来了多少善款。',
  gives: '谢谢你。这笔订单带来善款',
  givesNoMore: '这笔订单已经没有善款',
  givesNothing: '这笔订单没有善款',
  noCharityItem: '下单时，你买的商品不是善品，或者它承诺的善款已经全部捐出。',
  waiting: '正在等待付款',
  waitingMeans: '商家收到付款后，这里会显示这笔订单带来多少善款。',
  testOrder: '商家把它标为测试订单。测试订单不产生善款。',
  boughtAt: (shop) => `购于 ${shop}`,
  inLive: (session) => `直播：${session}`,
  projects: '善款去向',
  way: '走到了哪一步',
  reasons: {
    cancelled: '订单已取消。',
    refund: '因为退款。',
    edited: '订单有变更。',
    'payment-undone': '付款已撤销。',
    'test-order': '这是测试订单。',
  },
  seeLive: '看看整场直播的善款',
  looksAgain: (time) => `截至 ${time}，页面会自动更新。`,
  keepLink: '保存这个链接，就能一直看到善款的进展。这里没有姓名、地址，也没有你的任何其他信息。',

  unknown: '暂时没有可显示的内容',
  unknownMeans: '新订单要过几秒才会到这里，页面会自动再看一次。',
  unknownHelp: '如果一直这样，链接可能不完整，请从商店的感谢页重新打开。',
  lookAgain: '再看一次',
};
