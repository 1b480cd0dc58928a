import { orderStandings, type StoreNews, type StoreOrder, type StoreRefund } from '../../plugin/store-order.js';
import { buyerDigest } from './buyer-key.js';

/** Everything known about one order: what the gifts of the order are a function of. Kept as JSON in `orders.state`. */
export interface OrderState {
  /** The newest state the store told; null while only a refund has arrived, which then waits for it. */
  order: StoreOrder | null;
  /** Refunds that came alone and are not (yet) part of the order's own state. */
  loneRefunds: StoreRefund[];
  /** Line id to rule version: decided when a line is first seen under a rule, and kept, so promises stand. */
  rules: Record<string, number>;
  session?: { id: string; evidence: string };
  /** Digest of the buyer's key, see buyer-key.ts; absent for orders whose store told none. */
  buyer?: string;
  /** Session tokens that were not believed. */
  ignoredTokens?: { evidence: string; reason: 'forged' | 'foreign' }[];
}

export const unknownOrder: OrderState = { order: null, loneRefunds: [], rules: {} };

/** The state after some news; the very same object when the news brings nothing new. */
export function withNews(state: OrderState, news: Exclude<StoreNews, { kind: 'nothing' }>): OrderState {
  if (news.kind === 'order') {
    const known = withBuyer(state, news.buyerKey);
    if (state.order && compareOrders(news.order, state.order) <= 0) return known;
    return { ...known, order: news.order, loneRefunds: notWithin(news.order, state.loneRefunds) };
  }
  const known = state.loneRefunds.find((refund) => refund.refundId === news.refund.refundId);
  if (known && JSON.stringify(known) >= JSON.stringify(news.refund)) return state;
  if (state.order && notWithin(state.order, [news.refund]).length === 0) return state;
  const others = state.loneRefunds.filter((refund) => refund !== known);
  return {
    ...state,
    loneRefunds: [...others, news.refund].sort((a, b) => (a.refundId < b.refundId ? -1 : 1)),
  };
}

/** The first key that was told stands: news without one, or from a store that changes its mind, cannot shut the buyer out. */
const withBuyer = (state: OrderState, buyerKey: string | undefined): OrderState =>
  buyerKey === undefined || state.buyer !== undefined ? state : { ...state, buyer: buyerDigest(buyerKey) };

const notWithin = (order: StoreOrder, refunds: StoreRefund[]) =>
  refunds.filter((refund) => !order.refunds.some((inside) => inside.refundId === refund.refundId));

/**
 * Orders states by age, so that any order of arrival ends at the same one. Stores stamp whole seconds: of two states of
 * one second the one further on its way stands (paid after open, cancelled after paid), then the one with more refunds,
 * then, for want of anything better but the same everywhere, the one whose text sorts last.
 */
function compareOrders(a: StoreOrder, b: StoreOrder): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? -1 : 1;
  const further = orderStandings.indexOf(a.standing) - orderStandings.indexOf(b.standing);
  if (further !== 0) return further;
  if (a.refunds.length !== b.refunds.length) return a.refunds.length - b.refunds.length;
  const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
  return textA === textB ? 0 : textA < textB ? -1 : 1;
}

/** A word that screens put into a sentence. */
export type WhyLess = 'cancelled' | 'refund' | 'payment-undone' | 'test-order' | 'edited';

/** Why an order gives less than it once did, in a word that screens put into a sentence. */
export function whyLess({ order, loneRefunds }: OrderState): WhyLess {
  if (order?.standing === 'cancelled') return 'cancelled';
  if (order?.standing === 'refunded' || loneRefunds.length + (order?.refunds.length ?? 0) > 0) return 'refund';
  if (order?.standing === 'open') return 'payment-undone';
  if (order?.standing === 'test') return 'test-order';
  return 'edited';
}
