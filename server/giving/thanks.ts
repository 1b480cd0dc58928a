import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../database/in-transaction.js';
import { toMoney, type Money } from '../ledger/money.js';
import { isBuyerKey } from './buyer-key.js';
import { whyLess, type OrderState } from './order-state.js';
import { unpackOrderState } from './pack-order-state.js';

/** Where money is on its way to the charity; `reversed`: it stood once and does not any more. */
export type GiftStage = 'pledged' | 'confirmed' | 'paid' | 'reversed';

/** How much of what an order gave to one project, all its lines together, is in one state. Always above zero. */
export interface ThanksGift {
  projectId: string;
  title: string;
  charity: { id: string; name: string };
  amount: Money;
  state: GiftStage;
  /** Why it was reversed, in a word that screens put into a sentence. */
  reason?: string;
}

/** What a buyer may know of the own order: what it gave, to whom, and how far that is. No personal data, as none is kept. */
export interface Thanks {
  shop: { id: string; title: string };
  at: string;
  standing: NonNullable<OrderState['order']>['standing'];
  gifts: ThanksGift[];
  totals: Money[];
  session?: { id: string; title: string };
}

export interface ThanksKey {
  shopId: string;
  storeOrderId: string;
  /** What the buyer shows, whatever it is. */
  key: string;
}

/**
 * What an order gave, for whoever shows its buyer's key. An order that is unknown, has no key, or has another one is
 * `undefined` all the same: nobody learns from outside which orders there are.
 */
export function findThanks(pool: Pool, asked: ThanksKey): Promise<Thanks | undefined> {
  return inTransaction(pool, async ({ client }) => {
    // The database shows public pages no order but the one that is named here.
    await client.query({
      name: 'thanks-for',
      text: `SELECT set_config('kindcast.order_shop', $1, true), set_config('kindcast.order', $2, true)`,
      values: [asked.shopId, asked.storeOrderId],
    });
    return thanksFor(client, asked);
  });
}

async function thanksFor(client: ClientBase, { shopId, storeOrderId, key }: ThanksKey): Promise<Thanks | undefined> {
  const { rows } = await client.query<OrderFound>({
    name: 'thanks-order',
    text: `SELECT o.id, o.session_id AS "sessionId", s.title AS "sessionTitle", o.state, m.name AS "shopTitle"
      FROM orders o JOIN shops k ON k.id = o.shop_id JOIN organisations m ON m.id = k.merchant_id
        LEFT JOIN sessions s ON s.id = o.session_id
      WHERE o.shop_id = $1 AND o.store_order_id = $2`,
    values: [shopId, storeOrderId],
  });
  const [found] = rows;
  const state = found && unpackOrderState(found.state, { storeOrderId, sessionId: found.sessionId });
  if (!isBuyerKey(key, state?.buyer) || !found || !state?.order) return undefined;
  const given = await giftsByProject(client, found.id);
  return {
    shop: { id: shopId, title: found.shopTitle },
    at: new Date().toISOString(),
    standing: state.order.standing,
    gifts: [
      ...given.flatMap((row) => partOf(row, row.pledged, { state: 'pledged' })),
      ...given.flatMap((row) => partOf(row, row.most - row.pledged, { state: 'reversed', reason: whyLess(state) })),
    ],
    totals: given.length === 0 ? [] : [toMoney(sumOf(given), state.order.currency)],
    ...(found.sessionId !== null && { session: { id: found.sessionId, title: found.sessionTitle ?? '' } }),
  };
}

interface OrderFound {
  id: bigint;
  sessionId: string | null;
  sessionTitle: string | null;
  shopTitle: string;
  state: unknown;
}

interface GivenRow {
  projectId: string;
  title: string;
  charityId: string;
  charityName: string;
  currency: string;
  pledged: bigint;
  most: bigint;
}

/** One row for each project, in the order of the order's lines; `most` is what stood at the best moment of each gift. */
async function giftsByProject(client: ClientBase, orderId: bigint): Promise<GivenRow[]> {
  const { rows } = await client.query<GivenRow>({
    name: 'thanks-gifts',
    text: `SELECT g.project_id AS "projectId", p.title, p.charity_id AS "charityId", c.name AS "charityName", g.currency,
        sum(g.pledged)::bigint AS pledged, sum(h.most)::bigint AS most
      FROM gifts g JOIN projects p ON p.id = g.project_id JOIN organisations c ON c.id = p.charity_id
        CROSS JOIN LATERAL (
          SELECT coalesce(max(stood), 0) AS most FROM (
            SELECT sum(CASE kind WHEN 'pledge' THEN amount WHEN 'reverse' THEN -amount ELSE 0 END)
              OVER (ORDER BY revision) AS stood
            FROM transfers t WHERE t.order_id = g.order_id AND t.gift_no = g.no) steps) h
      WHERE g.order_id = $1 GROUP BY g.project_id, p.title, p.charity_id, c.name, g.currency ORDER BY min(g.no)`,
    values: [orderId],
  });
  return rows;
}

function partOf(row: GivenRow, minor: bigint, how: Pick<ThanksGift, 'state' | 'reason'>): ThanksGift[] {
  if (minor === 0n) return [];
  const { projectId, title, charityId, charityName, currency } = row;
  return [
    { projectId, title, charity: { id: charityId, name: charityName }, amount: toMoney(minor, currency), ...how },
  ];
}

/** All gifts of an order have its currency, which is its shop's. */
const sumOf = (given: readonly GivenRow[]) => given.reduce((sum, { pledged }) => sum + pledged, 0n);
