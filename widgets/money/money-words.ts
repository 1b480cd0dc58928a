import type { Language } from '../text/messages.js';

/** How far given money is. One word each, the same on every screen; in DESIGN and the ledger they are called the same. */
export type MoneyState = 'pledged' | 'confirmed' | 'paid' | 'reversed';

export interface MoneyWord {
  label: string;
  /** What it means, in one sentence for whoever reads it first. */
  means: string;
}

export const moneyWords: Record<Language, Record<MoneyState, MoneyWord>> = {
  'zh-CN': {
    pledged: { label: '已承诺', means: '订单已付款，还在退货期内；如果退货，对应的善款会退回。' },
    confirmed: { label: '已确认', means: '退货期已过，善款已确定，等待拨付。' },
    paid: { label: '已拨付', means: '善款已经到了公益机构。' },
    reversed: { label: '已退回', means: '订单退货或取消，这笔善款随之退回。' },
  },
  en: {
    pledged: { label: 'Pledged', means: 'The order is paid but can still be returned; a return takes its share back.' },
    confirmed: { label: 'Confirmed', means: 'The return window is over. The gift is certain and is paid out next.' },
    paid: { label: 'Paid', means: 'The charity has received it.' },
    reversed: { label: 'Taken back', means: 'The order was returned or cancelled, and its share went back with it.' },
  },
};

/** All of a gift, however far it is; and what a charity's bank is still busy with. Apart, so that shops' pages load neither. */
export const moneySums: Record<Language, Record<'given' | 'onTheWay', MoneyWord>> = {
  'zh-CN': {
    given: { label: '善款', means: '已承诺、已确认和已拨付的总和，退货已经扣除。' },
    onTheWay: { label: '拨付中', means: '已经付出，正在等待银行到账。' },
  },
  en: {
    given: { label: 'Given', means: 'Pledged, confirmed and paid together, after everything that was taken back.' },
    onTheWay: { label: 'On the way', means: 'Sent; the bank has still to say that it arrived.' },
  },
};
