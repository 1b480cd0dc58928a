import type { Knex } from 'knex';
import { z } from 'zod';
import { orderStandings } from '../../plugin/store-order.js';
import { defineRoute } from '../http/define-route.js';
import { badField } from '../http/problem.js';
import { id, listOf, money, pageQuery } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import { keptLines } from './kept-lines.js';
import { unpackOrderState } from './pack-order-state.js';
import { namedProject, namesOfProjects, type NamedProject } from './rule-told.js';

const order = z.object({
  storeOrderId: z.string(),
  processedAt: z.string(),
  updatedAt: z.string(),
  standing: z.enum(orderStandings),
  session: z.object({ id: z.string(), title: z.string() }).optional(),
  items: z.array(z.object({ title: z.string(), units: z.int() })),
  net: money.openapi({ description: 'Nets of all lines together' }),
  given: money,
  gifts: z.array(namedProject.extend({ amount: money })).openapi({ description: 'What stands, one for each project' }),
});

/** Lines of an order that its row tells. */
const itemsTold = 5;

const storeOrderId = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/, "must be the store's own number of an order");

/** The orders of a shop, newest first by the store's own numbers, which it gives in the order of time. */
export const ordersOfShopRoute = defineRoute({
  method: 'get',
  path: '/v1/shops/{shopId}/orders',
  summary: 'Orders of a shop, newest first: what each gave, and to which projects',
  params: z.object({ shopId: id }),
  query: pageQuery.extend({
    search: storeOrderId.optional().openapi({ description: "The store's own number of an order" }),
    session: id.optional(),
    given: z
      .literal('yes', 'must be "yes", or left out for all')
      .optional()
      .openapi({ description: 'Those that gave' }),
  }),
  answer: { status: 200, description: 'A page', schema: listOf(order) },
  handle: async ({ db, params, query, caller }) => {
    const currency = await ownShopCurrency(db, caller, params.shopId);
    const limit = query.limit ?? 50;
    const rows = await readOrders(db, { ...params, ...query, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const gifts = await giftsOf(
      db,
      page.map((row) => row.id),
    );
    const names = await namesOfProjects(
      db,
      [...gifts.values()].flat().map((gift) => gift.projectId),
    );
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      body: {
        items: page.map((row) => toWire(row, currency, gifts.get(row.id) ?? [], names)),
        ...(last && { nextCursor: last.storeOrderId }),
      },
    };
  },
});

interface OrderRow {
  id: bigint;
  storeOrderId: string;
  sessionId: string | null;
  sessionTitle: string | null;
  state: unknown;
}

interface Asked {
  shopId: string;
  search?: string | undefined;
  session?: string | undefined;
  given?: 'yes' | undefined;
  cursor?: string | undefined;
  limit: number;
}

async function readOrders(db: Knex, asked: Asked): Promise<OrderRow[]> {
  const query = db('orders as o')
    .leftJoin('sessions as s', 's.id', 'o.session_id')
    // Of the others only a refund has arrived so far.
    .where({ 'o.shop_id': asked.shopId })
    .whereNotNull('o.updated_at');
  if (asked.search !== undefined) void query.where('o.store_order_id', asked.search);
  if (asked.session !== undefined) void query.where('o.session_id', asked.session);
  if (asked.given) void query.whereRaw('EXISTS (SELECT FROM gifts g WHERE g.order_id = o.id AND g.pledged > 0)');
  if (asked.cursor !== undefined) {
    if (!storeOrderId.safeParse(asked.cursor).success)
      throw badField('cursor', 'must be the nextCursor of the page before');
    void query.whereRaw('(length(o.store_order_id), o.store_order_id) < (length(?), ?)', [asked.cursor, asked.cursor]);
  }
  return query.orderByRaw('length(o.store_order_id) DESC, o.store_order_id DESC').limit(asked.limit).select({
    id: 'o.id',
    storeOrderId: 'o.store_order_id',
    sessionId: 'o.session_id',
    sessionTitle: 's.title',
    state: 'o.state',
  });
}

interface GiftSum {
  orderId: bigint;
  projectId: string;
  pledged: bigint;
}

async function giftsOf(db: Knex, orders: readonly bigint[]): Promise<Map<bigint, GiftSum[]>> {
  const { rows } = await db.raw<{ rows: GiftSum[] }>(
    `SELECT order_id AS "orderId", project_id AS "projectId", sum(pledged)::bigint AS pledged FROM gifts
     WHERE order_id = ANY (?::bigint[]) AND pledged > 0 GROUP BY order_id, project_id ORDER BY order_id, min(no)`,
    [orders.map(String)],
  );
  const byOrder = new Map<bigint, GiftSum[]>();
  for (const gift of rows) byOrder.set(gift.orderId, [...(byOrder.get(gift.orderId) ?? []), gift]);
  return byOrder;
}

function toWire(
  row: OrderRow,
  currency: string,
  gifts: readonly GiftSum[],
  names: ReadonlyMap<string, NamedProject>,
): z.infer<typeof order> {
  const state = unpackOrderState(row.state, row);
  const known = state.order!;
  const lines = keptLines(known, state.loneRefunds);
  const sumOf = (of: readonly bigint[]) =>
    toMoney(
      of.reduce((sum, part) => sum + part, 0n),
      currency,
    );
  return {
    storeOrderId: row.storeOrderId,
    processedAt: known.processedAt,
    updatedAt: known.updatedAt,
    standing: known.standing,
    ...(row.sessionId !== null && { session: { id: row.sessionId, title: row.sessionTitle ?? '' } }),
    items: lines.slice(0, itemsTold).map(({ title, units }) => ({ title, units })),
    net: sumOf(lines.map((line) => line.net)),
    given: sumOf(gifts.map((gift) => gift.pledged)),
    gifts: gifts.map((gift) => ({
      ...names.get(gift.projectId)!,
      amount: toMoney(gift.pledged, currency),
    })),
  };
}
