import type { ClientBase } from 'pg';
import { offendingShown, type BookCheck } from '../ledger/checks.js';
import { toAmount } from '../ledger/money.js';
import { splitByWeight } from '../ledger/split.js';
import type { Gift as SavedGift } from './gifts.js';
import { RuleBook } from './giving-rule.js';
import type { OrderState } from './order-state.js';
import { unpackOrderState } from './pack-order-state.js';
import { readRules } from './rule-memory.js';
import { targetOf, type LineTarget } from './target.js';

/** Orders read together: bounds the memory of a check over any number of orders. */
const chunk = 250;
/** Orders between two breaths: whatever else the process has to do waits a few milliseconds at most. */
const ordersPerBreath = 50;
/** Rule versions remembered from one chunk to the next. */
const versionsKept = 10_000;

interface CheckedOrder {
  id: bigint;
  shopId: string;
  storeOrderId: string;
  state: OrderState;
  gifts: StoredGift[] | null;
}

type StoredOrder = Omit<CheckedOrder, 'state'> & { sessionId: string | null; state: unknown };

/** A gift as the check reads it; minor units as text, which no number rounds. */
type StoredGift = [lineId: string, projectId: string, currency: string, pledged: string];

type Gift = Pick<SavedGift, 'lineId' | 'projectId' | 'currency' | 'pledged'>;

/** Recomputes every order's target from its state and holds it against its gifts. */
export const ordersGiveTheirTarget: BookCheck = {
  name: 'orders-give-their-target',
  says: 'What each order has given is what its latest state and its rules say, and no more than a cap allowed.',
  async findOffending(client) {
    const rules = new RulesOnTheWay(client);
    const offending: unknown[] = [];
    // The next chunk is read while this one is computed: database and process work at the same time.
    let next = readChunk(client, 0n);
    for (;;) {
      const orders = await next;
      if (orders.length === 0 || offending.length >= offendingShown) return offending.slice(0, offendingShown);
      const book = await rules.of(orders);
      next = readChunk(client, orders.at(-1)!.id);
      // Awaited in the next turn; until then a failure must not count as unhandled.
      next.catch(() => undefined);
      for (const [at, order] of orders.entries()) {
        offending.push(...offendingLines(order, book));
        if (at % ordersPerBreath === ordersPerBreath - 1) await new Promise(setImmediate);
      }
    }
  },
};

/** One row an order, its gifts in one field: taking rows apart would cost more than everything else. */
async function readChunk(client: ClientBase, after: bigint): Promise<CheckedOrder[]> {
  const { rows } = await client.query<StoredOrder>({
    name: 'orders-to-check',
    text: `SELECT o.id, o.shop_id AS "shopId", o.store_order_id AS "storeOrderId", o.session_id AS "sessionId", o.state, (
        SELECT json_agg(json_build_array(g.line_id, g.project_id, g.currency, g.pledged::text)) FROM gifts g
        WHERE g.order_id = o.id) AS gifts
      FROM orders o WHERE o.id > $1 ORDER BY o.id LIMIT ${chunk}`,
    values: [after.toString()],
  });
  return rows.map((row) => ({ ...row, state: unpackOrderState(row.state, row) }));
}

/** The rule versions that orders were decided by, each read once. */
class RulesOnTheWay {
  #book = new RuleBook();
  readonly #known = new Set<number>();

  constructor(private readonly client: ClientBase) {}

  async of(orders: readonly CheckedOrder[]): Promise<RuleBook> {
    const wanted = new Set(orders.flatMap((order) => Object.values(order.state.rules)));
    if (this.#known.size + wanted.size > versionsKept) {
      this.#book = new RuleBook();
      this.#known.clear();
    }
    const missing = [...wanted].filter((version) => !this.#known.has(version));
    if (missing.length > 0) for (const rule of await readRules(this.client, [], missing)) this.#book.addVersion(rule);
    for (const version of missing) this.#known.add(version);
    return this.#book;
  }
}

function offendingLines({ state, gifts: stored, ...order }: CheckedOrder, book: RuleBook): unknown[] {
  const offending: unknown[] = [];
  const gifts = (stored ?? []).map(([lineId, projectId, currency, pledged]): Gift => ({
    lineId,
    projectId,
    currency,
    pledged: BigInt(pledged),
  }));
  const targets = new Map(targetOf(state, book).map((target) => [target.line.lineId, target]));
  const lineIds = new Set([...targets.keys(), ...gifts.map((gift) => gift.lineId)]);
  for (const lineId of lineIds) {
    const ofLine = gifts.filter((gift) => gift.lineId === lineId);
    const wrong = whatIsWrong(targets.get(lineId), ofLine);
    if (wrong) offending.push({ shopId: order.shopId, storeOrderId: order.storeOrderId, lineId, ...wrong });
  }
  return offending;
}

function whatIsWrong(target: LineTarget | undefined, gifts: readonly Gift[]) {
  const given = gifts.reduce((sum, gift) => sum + gift.pledged, 0n);
  const wanted = target?.wanted ?? 0n;
  const currency = gifts[0]?.currency;
  const told = (minor: bigint) => (currency ? toAmount(minor, currency) : minor.toString());
  const capped = target !== undefined && target.rule.cap !== null;
  if (capped ? given > wanted : given !== wanted) return { given: told(given), target: told(wanted) };
  if (!target) return undefined;
  const parts = splitByWeight(
    given,
    target.rule.projects.map((project) => project.weight),
  );
  const misplaced = target.rule.projects.some(
    ({ projectId }, at) => (gifts.find((gift) => gift.projectId === projectId)?.pledged ?? 0n) !== parts[at],
  );
  return misplaced
    ? { given: told(given), split: gifts.map((gift) => [gift.projectId, told(gift.pledged)]) }
    : undefined;
}
