import type { Pool, PoolClient } from 'pg';
import type { StoreNews } from '../../plugin/store-order.js';
import { inTransaction } from '../database/in-transaction.js';
import { postTransfers } from '../ledger/post-transfers.js';
import { attributeOrders } from '../live/attribute-orders.js';
import { addToTotals } from '../totals/add-to-totals.js';
import { lockCaps } from './caps.js';
import { claimDeliveries } from './deliveries.js';
import { loadGifts, saveGifts } from './gifts.js';
import { loadRules, type RuleBook } from './giving-rule.js';
import { lockOrders, orderKey, saveOrders, type OrderRow } from './order-rows.js';
import { withNews, type OrderState } from './order-state.js';
import { planGifts, transferOf } from './plan-gifts.js';
import { decideRules } from './target.js';
import { topicChanges, type OrderChange } from './topic-changes.js';

/** One verified and parsed delivery of a shop. */
export interface Delivery {
  /** Names this delivery for ever; the same when the store sends it again. */
  key: string;
  shop: { id: string; merchantId: string };
  storeOrderId: string;
  news: Exclude<StoreNews, { kind: 'nothing' }>;
}

export type Recorded = 'counted' | 'duplicate';

/**
 * The story of an order, told for a whole batch in one transaction: which deliveries are new, what the orders are now,
 * which rules hold, what should have been given by now, and the difference to what is on the books. All or nothing:
 * when this returns, it is on disk.
 *
 * Locks are taken in one order everywhere (deliveries, orders, caps, accounts, topics; sorted within each), so batches
 * of any number of processes wait for each other and do not deadlock.
 */
export async function recordOrders(pool: Pool, deliveries: readonly Delivery[]): Promise<Recorded[]> {
  return inTransaction(pool, async (client) => {
    const claimed = await claimDeliveries(
      client,
      deliveries.map((delivery) => delivery.key),
    );
    const fresh = deliveries.filter((_, at) => claimed[at]);
    if (fresh.length > 0) await recordFresh(client, fresh);
    return claimed.map((isNew) => (isNew ? 'counted' : 'duplicate'));
  });
}

async function recordFresh(client: PoolClient, deliveries: readonly Delivery[]): Promise<void> {
  const rows = await lockOrders(
    client,
    deliveries.map(({ shop, storeOrderId }) => ({ shopId: shop.id, storeOrderId })),
  );
  const worked = [...rows.values()].map((row) => ({ row, before: row.state }));
  for (const { shop, storeOrderId, news } of deliveries) {
    const row = rows.get(orderKey({ shopId: shop.id, storeOrderId }))!;
    row.state = withNews(row.state, news);
  }
  const book = await loadRules(client, worked.flatMap(undecidedItems), worked.flatMap(decidedRules));
  await attribute(
    client,
    worked.filter(({ row, before }) => row.state !== before),
  );
  for (const { row } of worked) row.state = decideRules(row.state, row.shopId, book);

  const changed = worked.filter(({ row, before }) => row.state !== before);
  if (changed.length === 0) return;
  await saveOrders(
    client,
    changed.map(({ row }) => row),
  );
  await bringBooksToTarget(client, changed, new Map(deliveries.map(({ shop }) => [shop.id, shop.merchantId])), book);
}

/** One order of the batch, with its state as it was on the books. */
interface WorkedOrder {
  row: OrderRow;
  before: OrderState;
}

const undecidedItems = ({ row: { shopId, state } }: WorkedOrder) =>
  (state.order?.lines ?? [])
    .filter((line) => line.productId !== null && state.rules[line.lineId] === undefined)
    .map((line) => ({ shopId, productId: line.productId! }));

const decidedRules = ({ row }: WorkedOrder) => Object.values(row.state.rules);

/** Finds the sessions of orders whose state changed. */
async function attribute(client: PoolClient, changed: readonly WorkedOrder[]): Promise<void> {
  const found = await attributeOrders(
    client,
    changed.map(({ row }) => ({ shopId: row.shopId, tokens: row.state.order?.sessionTokens ?? [] })),
  );
  changed.forEach(({ row }, at) => (row.state = attributed(row.state, found[at]!)));
}

function attributed(state: OrderState, found: Awaited<ReturnType<typeof attributeOrders>>[number]): OrderState {
  const { session: _session, ignoredTokens: _ignored, ...rest } = state;
  return {
    ...rest,
    ...(found.sessionId && { session: { id: found.sessionId, evidence: found.evidence! } }),
    ...(found.ignored.length > 0 && { ignoredTokens: found.ignored }),
  };
}

/** Posts, for every changed order, the difference between its target and its gifts, and tells the totals. */
async function bringBooksToTarget(
  client: PoolClient,
  changed: readonly WorkedOrder[],
  merchantOf: ReadonlyMap<string, string>,
  book: RuleBook,
): Promise<void> {
  const standing = await loadGifts(
    client,
    changed.map(({ row }) => row.id!),
  );
  const ruleIds = new Set([
    ...changed.flatMap(({ row }) => Object.values(row.state.rules)),
    ...[...standing.values()].flat().map((gift) => gift.rule),
  ]);
  const caps = await lockCaps(
    client,
    [...ruleIds].map((id) => book.version(id)),
  );
  const changes = changed.map(({ row, before }) =>
    orderChange(row, before, planGifts(row, standing.get(row.id!) ?? [], book, caps)),
  );
  await caps.save(client);
  const moved = changes.flatMap((change) => change.gifts.filter(({ before, after }) => !sameGift(before, after)));
  await saveGifts(
    client,
    moved.map(({ after }) => after),
  );
  await postTransfers(
    client,
    changes.flatMap((change) =>
      change.gifts.flatMap(
        (gift) => transferOf(gift, { merchantId: merchantOf.get(change.shopId)!, eventAt: change.eventAt }) ?? [],
      ),
    ),
  );
  await addToTotals(client, topicChanges(changes));
}

const sameGift = (before: { pledged: bigint; units: number } | undefined, after: { pledged: bigint; units: number }) =>
  before?.pledged === after.pledged && before.units === after.units;

function orderChange(
  row: OrderRow,
  before: OrderState,
  gifts: OrderChange['gifts'],
): OrderChange & { eventAt: string } {
  const now = new Date().toISOString();
  return {
    shopId: row.shopId,
    sessionBefore: before.session?.id,
    sessionAfter: row.state.session?.id,
    gifts,
    at: now,
    eventAt: row.state.order?.updatedAt ?? now,
    reason: reasonOf(row.state, before),
  };
}

/** Why gifts of an order went down, from what is different about it. */
function reasonOf(after: OrderState, before: OrderState): string {
  const standing = after.order?.standing;
  if (standing === 'cancelled') return 'cancelled';
  if (standing === 'refunded' || refundsIn(after) > refundsIn(before)) return 'refund';
  if (standing === 'open') return 'payment-undone';
  if (standing === 'test') return 'test-order';
  return after.session?.id !== before.session?.id ? 'session-changed' : 'edited';
}

const refundsIn = (state: OrderState) => state.loneRefunds.length + (state.order?.refunds.length ?? 0);
