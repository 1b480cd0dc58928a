import type { Knex } from 'knex';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { Problem } from '../http/problem.js';
import { id, money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import { keptLines } from './kept-lines.js';
import type { OrderState } from './order-state.js';
import { unpackOrderState } from './pack-order-state.js';

const order = z.object({
  shopId: z.string(),
  storeOrderId: z.string(),
  updatedAt: z.string(),
  processedAt: z.string(),
  standing: z.enum(['open', 'paid', 'refunded', 'cancelled', 'test']),
  session: z.object({ id: z.string(), evidence: z.string() }).optional(),
  ignoredTokens: z.array(z.object({ evidence: z.string(), reason: z.enum(['forged', 'foreign']) })).optional(),
  lines: z.array(
    z.object({
      lineId: z.string(),
      productId: z.string().nullable(),
      net: money,
      units: z.int(),
      gifts: z.array(
        z.object({
          projectId: z.string(),
          amount: money,
          state: z.enum(['pledged', 'reversed']),
          ruleVersion: z.int(),
        }),
      ),
    }),
  ),
});

interface GiftRow {
  line_id: string;
  project_id: string;
  pledged: bigint;
  currency: string;
  version: number;
}

/** What one order gave and why: its lines' nets and the gifts that stand on them. */
export const orderRoutes: Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/orders/{shopId}/{storeOrderId}',
    summary: 'What an order gave',
    params: z.object({ shopId: id, storeOrderId: id }),
    answer: { status: 200, description: 'The order as last known', schema: order },
    handle: async ({ db, params, caller }) => {
      await ownShopCurrency(db, caller, params.shopId);
      const row = await db('orders')
        .where({ shop_id: params.shopId, store_order_id: params.storeOrderId })
        .first('id', { sessionId: 'session_id' }, 'state');
      if (!row) throw new Problem('not-found', 'This shop has sent no order with this id.');
      const state = unpackOrderState(row.state, { ...row, storeOrderId: params.storeOrderId });
      if (!state.order)
        throw new Problem('not-found', 'Only a refund of this order has arrived so far; it waits for the order.');
      return { body: toWire(params, state, state.order, await giftsOf(db, row.id)) };
    },
  }),
];

async function giftsOf(db: Knex, orderId: bigint): Promise<GiftRow[]> {
  const { rows } = await db.raw<{ rows: GiftRow[] }>(
    `SELECT g.line_id, g.project_id, g.pledged, g.currency, r.version FROM gifts g
     JOIN giving_rules r ON r.id = g.rule JOIN giving_rule_projects p ON p.rule = g.rule AND p.project_id = g.project_id
     WHERE g.order_id = ? ORDER BY p.position`,
    [orderId.toString()],
  );
  return rows;
}

function toWire(
  key: { shopId: string; storeOrderId: string },
  state: OrderState,
  known: NonNullable<OrderState['order']>,
  gifts: readonly GiftRow[],
) {
  return {
    ...key,
    updatedAt: known.updatedAt,
    processedAt: known.processedAt,
    standing: known.standing,
    ...(state.session && { session: state.session }),
    ...(state.ignoredTokens && { ignoredTokens: state.ignoredTokens }),
    lines: keptLines(known, state.loneRefunds).map((line) => ({
      lineId: line.lineId,
      productId: line.productId,
      net: toMoney(line.net, known.currency),
      units: line.units,
      gifts: gifts
        .filter((gift) => gift.line_id === line.lineId)
        .map((gift) => ({
          projectId: gift.project_id,
          amount: toMoney(gift.pledged, gift.currency),
          state: gift.pledged > 0n ? 'pledged' : 'reversed',
          ruleVersion: gift.version,
        })),
    })),
  };
}
