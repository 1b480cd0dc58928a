import { toMoney } from '../ledger/money.js';
import type { RecentGift, TopicChange } from '../totals/add-to-totals.js';
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
  const changes = new Map<string, TopicChange>();
  for (const order of orders) {
    for (const topic of topicsOf(order)) {
      const was = standingIn(topic, order, 'before');
      const is = standingIn(topic, order, 'after');
      for (const currency of new Set([...was, ...is].map((gift) => gift.currency)))
        addDifference(changeOf(changes, topic, currency), sumUp(was, currency), sumUp(is, currency));
      for (const change of order.gifts) addRecent(changes, topic, order, change);
    }
  }
  return [...changes.values()].filter(
    (change) => change.gifts.length > 0 || change.pledged !== 0n || change.orders !== 0 || change.units !== 0,
  );
}

function topicsOf(order: OrderChange): Topic[] {
  const sessions = new Set([order.sessionBefore, order.sessionAfter].filter((id) => id !== undefined));
  const projects = new Set(order.gifts.map(({ after }) => after.projectId));
  return [
    topicOf('shop', order.shopId),
    ...[...sessions].map((id) => topicOf('session', id)),
    ...[...projects].map((id) => topicOf('project', id)),
  ];
}

function belongs(gift: Gift, topic: Topic, order: OrderChange, when: 'before' | 'after'): boolean {
  if (topic.startsWith('project:')) return topic === topicOf('project', gift.projectId);
  const session = when === 'before' ? order.sessionBefore : order.sessionAfter;
  return topic.startsWith('shop:') || (session !== undefined && topic === topicOf('session', session));
}

function standingIn(topic: Topic, order: OrderChange, when: 'before' | 'after'): Gift[] {
  return order.gifts
    .map((change) => change[when])
    .filter((gift) => gift !== undefined)
    .filter((gift) => gift.pledged > 0n && belongs(gift, topic, order, when));
}

function sumUp(gifts: readonly Gift[], currency: string) {
  const sum = { pledged: 0n, orders: 0, units: 0, byProject: new Map<string, bigint>() };
  const unitsOf = new Map<string, number>();
  for (const gift of gifts) {
    if (gift.currency !== currency) continue;
    sum.pledged += gift.pledged;
    sum.byProject.set(gift.projectId, (sum.byProject.get(gift.projectId) ?? 0n) + gift.pledged);
    // A line that gives to several projects sold its units once.
    unitsOf.set(gift.lineId, gift.units);
  }
  sum.orders = unitsOf.size > 0 ? 1 : 0;
  for (const units of unitsOf.values()) sum.units += units;
  return sum;
}

function changeOf(changes: Map<string, TopicChange>, topic: Topic, currency: string): TopicChange {
  const key = `${topic} ${currency}`;
  let change = changes.get(key);
  if (!change) {
    change = { topic, currency, pledged: 0n, orders: 0, units: 0, byProject: new Map(), gifts: [] };
    changes.set(key, change);
  }
  return change;
}

function addDifference(change: TopicChange, was: ReturnType<typeof sumUp>, is: ReturnType<typeof sumUp>): void {
  change.pledged += is.pledged - was.pledged;
  change.orders += is.orders - was.orders;
  change.units += is.units - was.units;
  for (const projectId of new Set([...was.byProject.keys(), ...is.byProject.keys()])) {
    const difference = (is.byProject.get(projectId) ?? 0n) - (was.byProject.get(projectId) ?? 0n);
    change.byProject.set(projectId, (change.byProject.get(projectId) ?? 0n) + difference);
  }
}

function addRecent(
  changes: Map<string, TopicChange>,
  topic: Topic,
  order: OrderChange,
  { before, after, item }: GiftChange,
): void {
  const was = before && belongs(before, topic, order, 'before') ? before.pledged : 0n;
  const is = belongs(after, topic, order, 'after') ? after.pledged : 0n;
  if (was === is) return;
  const recent: RecentGift = {
    at: order.at,
    item,
    projectId: after.projectId,
    amount: toMoney(is > was ? is - was : was - is, after.currency),
    change: is > was ? 'pledged' : 'reversed',
    ...(is < was && { reason: order.reason }),
  };
  changeOf(changes, topic, after.currency).gifts.push(recent);
}
