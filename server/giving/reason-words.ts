import type { OrderStanding } from '../../plugin/store-order.js';
import type { WhyLess } from './order-state.js';
import type { RuleLanguage } from './rule-figures.js';

/** The pieces of the sentences that say why an order gave what it gave. Amounts come written out. */
export interface ReasonWords {
  /** How the net of a line came about. */
  net: {
    discount(amount: string): string;
    refunded(amount: string): string;
    beyond(amount: string): string;
    /** Units that an edit took out of those ordered. */
    takenOut(units: number, ordered: number): string;
  };
  noProduct: string;
  noRule: string;
  giftCard: string;
  standing: Record<Exclude<OrderStanding, 'paid'>, string>;
  percent(percent: string, net: string, unrounded: string): string;
  percentExTax(percent: string, net: string, tax: string, sold: string, unrounded: string): string;
  rounded(to: string): string;
  perUnit(amount: string, units: number, sum: string): string;
  noMoreThanNet(net: string): string;
  perOrder(amount: string): string;
  perOrderElsewhere(amount: string): string;
  perOrderPart(amount: string, part: string): string;
  noUnitKept: string;
  cap(cap: string, left: string): string;
  all: string;
  part(weight: string, whole: string, of: string): string;
  remainder: string;
  reversed(why: WhyLess): string;
  end: string;
}

const inEnglish: ReasonWords = {
  net: {
    discount: (amount) => `${amount} discount`,
    refunded: (amount) => `${amount} refunded`,
    beyond: (amount) => `${amount} of a refund that names no line`,
    takenOut: (units, ordered) => `${units} of ${ordered} ordered were taken out by an edit`,
  },
  noProduct: 'The store names no product for this line, so no rule can hold for it.',
  noRule: 'No rule held for this product when it was ordered, so it gives nothing.',
  giftCard: 'A gift card is money not yet spent: it gives when something is bought with it.',
  standing: {
    open: 'The order is not paid, so it gives nothing.',
    refunded: 'The order was paid back as a whole, so it gives nothing any more.',
    cancelled: 'The order was cancelled, so it gives nothing.',
    test: 'It is a test order, and those never give.',
  },
  percent: (percent, net, unrounded) => `${percent} of ${net} is ${unrounded}`,
  percentExTax: (percent, net, tax, sold, unrounded) =>
    `${percent} of ${net} without its tax (${tax} in ${sold}) is ${unrounded}`,
  rounded: (to) => `, rounded half up to ${to}`,
  perUnit: (amount, units, sum) => `${amount} for each of ${units} kept is ${sum}`,
  noMoreThanNet: (net) => `, but no line gives more than its net of ${net}`,
  perOrder: (amount) => `${amount} once for the order`,
  perOrderElsewhere: (amount) => `${amount} once for the order, which another line gives`,
  perOrderPart: (amount, part) => `${amount} once for the order, of which this line gives ${part}`,
  noUnitKept: 'No unit of it is kept, so it gives nothing',
  cap: (cap, left) => ` The cap of ${cap} left ${left} for it.`,
  all: 'All of it.',
  part: (weight, whole, of) => `${weight} of ${whole} parts of ${of}`,
  remainder: '; what cannot be split goes to the largest remainder',
  reversed: (why) =>
    ({
      cancelled: 'Reversed, because the order was cancelled.',
      refund: 'Reversed, because it was refunded.',
      'payment-undone': 'Reversed, because the payment was undone.',
      'test-order': 'Reversed, because the order turned out to be a test.',
      edited: 'Reversed, because the order was edited.',
    })[why],
  end: '.',
};

const inChinese: ReasonWords = {
  net: {
    discount: (amount) => `${amount} 优惠`,
    refunded: (amount) => `${amount} 退款`,
    beyond: (amount) => `${amount} 未指明商品的退款`,
    takenOut: (units, ordered) => `订购 ${ordered} 件，改单去掉 ${units} 件`,
  },
  noProduct: '店铺没有为这一行写明商品，因此没有规则适用。',
  noRule: '下单时此商品没有捐赠规则，因此不捐。',
  giftCard: '礼品卡的钱还没有花出去：用它购物时才捐。',
  standing: {
    open: '订单还没有付款，因此不捐。',
    refunded: '订单已全额退款，因此不再捐。',
    cancelled: '订单已取消，因此不捐。',
    test: '这是测试订单，测试订单从不捐。',
  },
  percent: (percent, net, unrounded) => `${net} 的 ${percent} 是 ${unrounded}`,
  percentExTax: (percent, net, tax, sold, unrounded) =>
    `${net} 去掉税（${sold} 中含 ${tax}）后的 ${percent} 是 ${unrounded}`,
  rounded: (to) => `，四舍五入为 ${to}`,
  perUnit: (amount, units, sum) => `保留 ${units} 件，每件 ${amount}，共 ${sum}`,
  noMoreThanNet: (net) => `，但一行捐的不超过它的净额 ${net}`,
  perOrder: (amount) => `每笔订单一次 ${amount}`,
  perOrderElsewhere: (amount) => `每笔订单一次 ${amount}，由另一行捐出`,
  perOrderPart: (amount, part) => `每笔订单一次 ${amount}，其中这一行捐 ${part}`,
  noUnitKept: '一件也没有保留，因此不捐',
  cap: (cap, left) => `上限 ${cap} 只剩 ${left}。`,
  all: '全部。',
  part: (weight, whole, of) => `${of} 分 ${whole} 份，占 ${weight} 份`,
  remainder: '；分不尽的归余数最大的一方',
  reversed: (why) =>
    ({
      cancelled: '已撤回：订单取消了。',
      refund: '已撤回：退款了。',
      'payment-undone': '已撤回：付款撤销了。',
      'test-order': '已撤回：这是测试订单。',
      edited: '已撤回：订单改过了。',
    })[why],
  end: '。',
};

export const reasonWords: Readonly<Record<RuleLanguage, ReasonWords>> = { en: inEnglish, 'zh-CN': inChinese };
