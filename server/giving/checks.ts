import type { ClientBase } from 'pg';
import { checkBySql, offendingShown, type BookCheck } from '../ledger/checks.js';
import { toAmount } from '../ledger/money.js';
import { splitByWeight } from '../ledger/split.js';
import { loadGifts, type Gift } from './gifts.js';
import { RuleBook } from './giving-rule.js';
import { unpackOrderState } from './pack-order-state.js';
import { readRules } from './rule-memory.js';
import { targetOf, type LineTarget } from './target.js';

/** Orders looked at together: bounds the memory of a check over any number of orders. */
const chunk = 1_000;

interface StoredOrder {
  id: bigint;
  shopId: string;
  storeOrderId: string;
  sessionId: string | null;
  state: unknown;
}

/** Recomputes every order's target from its state and holds it against its gifts. */
const ordersGiveTheirTarget: BookCheck = {
  name: 'orders-give-their-target',
  says: 'What each order has given is what its latest state and its rules say, and no more than a cap allowed.',
  async findOffending(client) {
    const offending: unknown[] = [];
    let after = 0n;
    for (;;) {
      const { rows } = await client.query<StoredOrder>(
        `SELECT id, shop_id AS "shopId", store_order_id AS "storeOrderId", session_id AS "sessionId", state FROM orders
         WHERE id > $1 ORDER BY id LIMIT ${chunk}`,
        [after.toString()],
      );
      if (rows.length === 0 || offending.length >= offendingShown) return offending.slice(0, offendingShown);
      offending.push(...(await offendingOrders(client, rows)));
      after = rows.at(-1)!.id;
    }
  },
};

async function offendingOrders(client: ClientBase, stored: readonly StoredOrder[]): Promise<unknown[]> {
  const orders = stored.map((order) => ({ ...order, state: unpackOrderState(order.state, order) }));
  const gifts = await loadGifts(
    client,
    orders.map((order) => order.id),
  );
  const book = new RuleBook();
  const versions = new Set(orders.flatMap((order) => Object.values(order.state.rules)));
  for (const rule of await readRules(client, [], [...versions])) book.addVersion(rule);
  return orders.flatMap((order) => {
    const targets = new Map(targetOf(order.state, book).map((target) => [target.line.lineId, target]));
    const standing = gifts.get(order.id) ?? [];
    const lineIds = new Set([...targets.keys(), ...standing.map((gift) => gift.lineId)]);
    return [...lineIds].flatMap((lineId) => {
      const ofLine = standing.filter((gift) => gift.lineId === lineId);
      const wrong = whatIsWrong(targets.get(lineId), ofLine);
      return wrong ? [{ shopId: order.shopId, storeOrderId: order.storeOrderId, lineId, ...wrong }] : [];
    });
  });
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

export const givingChecks: readonly BookCheck[] = [
  ordersGiveTheirTarget,
  checkBySql(
    'gifts-equal-transfers',
    'Every gift is the sum of its transfers, and all of them are on the books.',
    `SELECT coalesce(g.order_id, t.order_id)::text AS order, coalesce(g.no, t.gift_no) AS gift, g.pledged::text,
       coalesce(t.sum, 0)::text AS transferred, g.revision, coalesce(t.count, 0)::text AS transfers
     FROM gifts g FULL JOIN (
       SELECT order_id, gift_no, sum(CASE kind WHEN 'pledge' THEN amount ELSE -amount END) AS sum, count(*) AS count
       FROM transfers GROUP BY order_id, gift_no) t ON t.order_id = g.order_id AND t.gift_no = g.no
     WHERE g.order_id IS NULL OR g.pledged <> coalesce(t.sum, 0) OR g.revision <> coalesce(t.count, 0)`,
  ),
  checkBySql(
    'pending-equals-gifts',
    "Each project's pending account holds what its gifts have pledged.",
    `SELECT coalesce(a.owner, g.project_id) AS project, coalesce(a.currency, g.currency) AS currency,
       (a.credits - a.debits)::text AS pending, g.pledged::text
     FROM (SELECT * FROM accounts WHERE kind = 'project-pending') a FULL JOIN (
       SELECT project_id, currency, sum(pledged) AS pledged FROM gifts GROUP BY project_id, currency) g
       ON g.project_id = a.owner AND g.currency = a.currency
     WHERE coalesce(a.credits - a.debits, 0) <> coalesce(g.pledged, 0)`,
  ),
  checkBySql(
    'caps-hold',
    'No capped rule has given more than its cap, and what it has given is the sum of its gifts.',
    `SELECT c.rule, c.cap::text, c.given::text, coalesce(g.pledged, 0)::text AS gifts
     FROM rule_caps c LEFT JOIN (SELECT rule, sum(pledged) AS pledged FROM gifts GROUP BY rule) g ON g.rule = c.rule
     WHERE c.given <> coalesce(g.pledged, 0) OR c.given > c.cap`,
  ),
  checkBySql(
    'nothing-orphaned',
    'Every gift belongs to a line of a known order and to a project of its rule.',
    `SELECT g.order_id::text AS order, g.no AS gift, g.line_id, g.project_id FROM gifts g
     LEFT JOIN orders o ON o.id = g.order_id
     LEFT JOIN giving_rule_projects p ON p.rule = g.rule AND p.project_id = g.project_id
     WHERE o.id IS NULL OR o.updated_at IS NULL OR p.rule IS NULL`,
  ),
];
