import type { Pool } from 'pg';
import type { StoreNews } from '../../plugin/store-order.js';
import { inTransaction, type Transaction } from '../database/in-transaction.js';
import { sendTogether, type Statement } from '../database/send-together.js';
import { openAccounts } from '../ledger/accounts.js';
import { postingTransfers } from '../ledger/post-transfers.js';
import { attributeOrder, type Attribution } from '../live/attribute-orders.js';
import { addingToTotals } from '../totals/add-to-totals.js';
import type { Topic } from '../totals/topics.js';
import { lockCaps } from './caps.js';
import { loadGifts, savingGifts } from './gifts.js';
import type { RuleBook } from './giving-rule.js';
import { lockOrders, orderKey, savingOrders, type OrderRow } from './order-rows.js';
import { withNews, type OrderState } from './order-state.js';
import { planGifts, transferOf, type GiftChange } from './plan-gifts.js';
import type { Opened, RecordingMemory } from './recording-memory.js';
import { readRulesVersions } from './rule-memory.js';
import { decideRules } from './target.js';
import { topicChanges, type OrderChange } from './topic-changes.js';

/** One verified and parsed delivery of a shop. */
export interface Delivery {
  shop: { id: string; merchantId: string };
  storeOrderId: string;
  news: Exclude<StoreNews, { kind: 'nothing' }>;
}

/** `duplicate`: it told nothing that was not known already, or something older. */
export type Recorded = 'counted' | 'duplicate';

/**
 * The story of an order, told for a whole batch in one transaction: what the orders are now, which rules hold, what should
 * have been given by now, and the difference to what is on the books. All or nothing: when this returns, it is on disk.
 *
 * Locks are taken in one order everywhere (orders, caps, accounts, topics; sorted within each), so batches of any number
 * of processes wait for each other and do not deadlock.
 *
 * Two times to the database and back: one to read, one to write and commit. What is written is sent without waiting in
 * between (the pool's connections pipeline), and runs in the order it stands here.
 *
 * @param onChanged hears which topics have other totals now, before this returns
 */
export async function recordOrders(
  pool: Pool,
  memory: RecordingMemory,
  deliveries: readonly Delivery[],
  onChanged?: (topics: readonly Topic[]) => void,
): Promise<Recorded[]> {
  const { recorded, opened } = await inTransaction(pool, (transaction) => recordBatch(transaction, memory, deliveries));
  if (opened) {
    memory.remember(opened);
    onChanged?.(opened.topics);
  }
  return recorded;
}

interface RecordedBatch {
  recorded: Recorded[];
  opened?: Opened & { topics: readonly Topic[] };
}

async function recordBatch(
  transaction: Transaction,
  memory: RecordingMemory,
  deliveries: readonly Delivery[],
): Promise<RecordedBatch> {
  const { client, begun } = transaction;
  const keys = deliveries.map(({ shop, storeOrderId }) => ({ shopId: shop.id, storeOrderId }));
  const [rows, rulesVersions] = await Promise.all([
    lockOrders(client, keys, memory.orderIds),
    readRulesVersions(client, new Set(keys.map(({ shopId }) => shopId))),
    begun,
  ]);
  const worked: WorkedOrder[] = [...rows.values()].map((row) => ({ row, before: row.state }));
  const recorded = deliveries.map(({ news }, at): Recorded => {
    const row = rows.get(orderKey(keys[at]!))!;
    const before = row.state;
    row.state = withNews(before, news);
    return row.state === before ? 'duplicate' : 'counted';
  });
  const told = worked.filter(({ row, before }) => row.state !== before);
  const tokensOf = ({ row }: WorkedOrder) => row.state.order?.sessionTokens ?? [];
  const holders = await memory.sessions.holdersOf(
    client,
    told.map((order) => ({ shopId: order.row.shopId, tokens: tokensOf(order) })),
  );
  for (const order of told)
    order.row.state = attributed(order.row.state, attributeOrder(order.row.shopId, tokensOf(order), holders));
  const book = await memory.rules.bookFor(
    client,
    rulesVersions,
    worked.flatMap(undecidedItems),
    worked.flatMap(({ row }) => Object.values(row.state.rules)),
  );
  for (const { row } of worked) row.state = decideRules(row.state, row.shopId, book);
  const changed = worked.filter(({ row, before }) => row.state !== before);
  if (changed.length === 0) return { recorded };
  // A repeated delivery may find that a rule has come since; then it does tell something.
  const ruledAnew = new Set(changed.filter((order) => !told.includes(order)).map(({ row }) => row));
  if (ruledAnew.size > 0)
    keys.forEach((key, at) => ruledAnew.has(rows.get(orderKey(key))!) && (recorded[at] = 'counted'));
  const merchantOf = new Map(deliveries.map(({ shop }) => [shop.id, shop.merchantId]));
  return { recorded, opened: await bringBooksToTarget(transaction, memory, changed, merchantOf, book) };
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

function attributed(state: OrderState, found: Attribution): OrderState {
  const { session: _session, ignoredTokens: _ignored, ...rest } = state;
  return {
    ...rest,
    ...(found.sessionId && { session: { id: found.sessionId, evidence: found.evidence! } }),
    ...(found.ignored.length > 0 && { ignoredTokens: found.ignored }),
  };
}

/**
 * Saves the changed orders, posts for each the difference between its target and its gifts, tells the totals, and commits.
 * The commit goes out with the writes: the hot rows of a famous session are locked only as long as the database works.
 */
async function bringBooksToTarget(
  { client, commit }: Transaction,
  memory: RecordingMemory,
  changed: readonly WorkedOrder[],
  merchantOf: ReadonlyMap<string, string>,
  book: RuleBook,
): Promise<NonNullable<RecordedBatch['opened']>> {
  const known = changed.filter(({ row }) => !row.isNew);
  const standing = await loadGifts(
    client,
    known.map(({ row }) => row.id),
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
    orderChange(row, before, planGifts(row, standing.get(row.id) ?? [], book, caps)),
  );
  const transfers = changes.flatMap((change) =>
    change.gifts.flatMap(
      (gift) => transferOf(gift, { merchantId: merchantOf.get(change.shopId)!, eventAt: change.eventAt }) ?? [],
    ),
  );
  const accounts = await openAccounts(client, transfers, memory.accounts);
  const gifts = changes.flatMap((change) => change.gifts);
  const totals = addingToTotals(topicChanges(changes), memory.totalsRows);
  // All written down before the first is sent: what could go wrong here must not go wrong between a write and the commit.
  const statements: Statement[] = [
    ...savingOrders(changed.map(({ row }) => row)),
    ...caps.saving(),
    ...savingGifts(gifts.filter(isNew).map(giftAfter), gifts.filter(hasChanged).map(giftAfter)),
    ...postingTransfers(transfers, accounts.ids),
    ...totals.statements,
  ];
  await sendTogether(client, () => [...statements.map((statement) => client.query(statement)), commit()]);
  return { accounts: accounts.found, totalsRows: totals.opened, topics: totals.topics };
}

const giftAfter = ({ after }: GiftChange) => after;
const isNew = ({ before }: GiftChange) => before === undefined;
const hasChanged = ({ before, after }: GiftChange) =>
  before !== undefined && (before.pledged !== after.pledged || before.units !== after.units);

function orderChange(
  row: OrderRow,
  before: OrderState,
  gifts: OrderChange['gifts'],
): OrderChange & { eventAt: number } {
  const now = Date.now();
  return {
    shopId: row.shopId,
    sessionBefore: before.session?.id,
    sessionAfter: row.state.session?.id,
    gifts,
    at: new Date(now).toISOString(),
    eventAt: row.state.order ? Date.parse(row.state.order.updatedAt) : now,
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
