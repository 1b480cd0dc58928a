import { toMoney } from '../ledger/money.js';
import { recentGiftsKept, type RecentGift, type TopicChange } from '../totals/add-to-totals.js';
import { topicOf, type Topic } from '../totals/topics.js';
import type { Gift } from './gifts.js';
import type { GiftChange } from './plan-gifts.js';

/** One order's gifts before and after, with the session it belonged to and belongs to. */
export interface OrderChange {
  shopId: string;
  sessionBefore: string | undefined;
  sessionAfter: string | undefined;
  gifts: GiftChange[];
  at: string;
  /** Why something was taken back, in a word screens can put into a sentence. */
  reason: string;
}

/** What the changed orders of a batch change in every topic: one entry per topic and currency. */
export function topicChanges(orders: readonly OrderChange[]): TopicChange[] {
  const board = new Map<string, Entry>();
  for (const order of orders) {
    const all = viewOf(order.gifts);
    add(board, topicOf('shop', order.shopId), order, all, all);
    if (order.sessionBefore === order.sessionAfter) {
      if (order.sessionAfter !== undefined) add(board, topicOf('session', order.sessionAfter), order, all, all);
    } else {
      if (order.sessionBefore !== undefined) add(board, topicOf('session', order.sessionBefore), order, all, nothing);
      if (order.sessionAfter !== undefined) add(board, topicOf('session', order.sessionAfter), order, nothing, all);
    }
    const projects = new Set(order.gifts.map(({ after }) => after.projectId));
    for (const projectId of projects) {
      const own = projects.size === 1 ? all : viewOf(order.gifts.filter(({ after }) => after.projectId === projectId));
      add(board, topicOf('project', projectId), order, own, own);
    }
  }
  return [...board.values()].map(({ change, newest }) => ({ ...change, gifts: newest.map(tell) })).filter(isChange);
}

const isChange = (change: TopicChange) =>
  change.gifts.length > 0 || change.pledged !== 0n || change.orders !== 0 || change.units !== 0;

/** A topic's change as it grows, with its newest gifts not yet put into words. */
interface Entry {
  change: Omit<TopicChange, 'gifts'>;
  newest: { order: OrderChange; gift: GiftChange; difference: bigint }[];
}

/** Some gifts of an order, and what stands of them before and after. */
interface View {
  gifts: readonly GiftChange[];
  before: Sums;
  after: Sums;
}

interface Sums {
  pledged: bigint;
  /** 1 while at least one gift stands. */
  orders: number;
  units: number;
}

const empty: Sums = { pledged: 0n, orders: 0, units: 0 };
/** A topic the order did not belong to before, or does not belong to any more. */
const nothing: View = { gifts: [], before: empty, after: empty };

const viewOf = (gifts: readonly GiftChange[]): View => ({
  gifts,
  before: sumUp(gifts.map((gift) => gift.before)),
  after: sumUp(gifts.map((gift) => gift.after)),
});

function sumUp(gifts: readonly (Gift | undefined)[]): Sums {
  const sums = { pledged: 0n, orders: 0, units: 0 };
  const lines = new Set<string>();
  for (const gift of gifts) {
    if (!gift || gift.pledged === 0n) continue;
    sums.pledged += gift.pledged;
    sums.orders = 1;
    // A line that gives to several projects sold its units once.
    if (!lines.has(gift.lineId)) sums.units += gift.units;
    lines.add(gift.lineId);
  }
  return sums;
}

/** All gifts of an order have its currency, which is its shop's. */
function add(board: Map<string, Entry>, topic: Topic, order: OrderChange, was: View, is: View): void {
  const gifts = is === nothing ? was.gifts : is.gifts;
  if (gifts.length === 0) return;
  const { currency } = gifts[0]!.after;
  const { change, newest } = entryOf(board, topic, currency);
  change.pledged += is.after.pledged - was.before.pledged;
  change.orders += is.after.orders - was.before.orders;
  change.units += is.after.units - was.before.units;
  for (const gift of gifts) {
    const before = was === nothing ? 0n : (gift.before?.pledged ?? 0n);
    const difference = (is === nothing ? 0n : gift.after.pledged) - before;
    if (difference === 0n) continue;
    const { projectId } = gift.after;
    change.byProject.set(projectId, (change.byProject.get(projectId) ?? 0n) + difference);
    newest.push({ order, gift, difference });
    if (newest.length > 2 * recentGiftsKept) newest.splice(0, recentGiftsKept);
  }
}

function entryOf(board: Map<string, Entry>, topic: Topic, currency: string): Entry {
  const key = `${topic} ${currency}`;
  let entry = board.get(key);
  if (!entry) {
    entry = { change: { topic, currency, pledged: 0n, orders: 0, units: 0, byProject: new Map() }, newest: [] };
    board.set(key, entry);
  }
  return entry;
}

const tell = ({ order, gift: { after, item }, difference }: Entry['newest'][number]): RecentGift => ({
  at: order.at,
  item,
  projectId: after.projectId,
  amount: toMoney(difference > 0n ? difference : -difference, after.currency),
  change: difference > 0n ? 'pledged' : 'reversed',
  ...(difference < 0n && { reason: order.reason }),
});
