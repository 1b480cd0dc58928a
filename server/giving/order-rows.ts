import type { ClientBase } from 'pg';
import { bigints, texts, timestamps } from '../database/binary-array.js';
import type { Statement } from '../database/send-together.js';
import type { OrderIds } from './order-ids.js';
import { unknownOrder, type OrderState } from './order-state.js';
import { packOrderState, unpackOrderState } from './pack-order-state.js';

/** One order as this batch works on it. */
export interface OrderRow {
  id: bigint;
  /** Not in the database yet. */
  isNew: boolean;
  shopId: string;
  storeOrderId: string;
  state: OrderState;
}

export interface OrderKey {
  shopId: string;
  storeOrderId: string;
}

export const orderKey = (key: OrderKey) => `${key.shopId} ${key.storeOrderId}`;

/** Locks the orders that are known, in sorted order, and gives a fresh row for each that is not. */
export async function lockOrders(
  client: ClientBase,
  keys: readonly OrderKey[],
  ids: OrderIds,
): Promise<Map<string, OrderRow>> {
  const wanted = new Map(keys.map((key) => [orderKey(key), key]));
  const { rows } = await client.query<OrderKey & { id: bigint; sessionId: string | null; state: unknown }>({
    name: 'lock-orders',
    text: `SELECT o.id, o.shop_id AS "shopId", o.store_order_id AS "storeOrderId", o.session_id AS "sessionId", o.state
      FROM unnest($1::text[], $2::text[]) AS w (shop_id, store_order_id)
      JOIN orders o USING (shop_id, store_order_id) ORDER BY o.shop_id, o.store_order_id FOR NO KEY UPDATE OF o`,
    values: [
      texts([...wanted.values()].map((key) => key.shopId)),
      texts([...wanted.values()].map((key) => key.storeOrderId)),
    ],
  });
  const orders = new Map<string, OrderRow>();
  for (const { id, shopId, storeOrderId, sessionId, state } of rows)
    orders.set(orderKey({ shopId, storeOrderId }), {
      id,
      isNew: false,
      shopId,
      storeOrderId,
      state: unpackOrderState(state, { storeOrderId, sessionId }),
    });
  const unknown = [...wanted].filter(([key]) => !orders.has(key));
  const fresh = await ids.take(client, unknown.length);
  unknown.forEach(([key, { shopId, storeOrderId }], at) =>
    orders.set(key, { id: fresh[at]!, isNew: true, shopId, storeOrderId, state: unknownOrder }),
  );
  return orders;
}

/**
 * The statements that save the orders' states. A new order that another process inserted meanwhile violates its unique
 * key: the batch is then tried again and finds the other's row.
 */
export function savingOrders(orders: readonly OrderRow[]): Statement[] {
  const fresh = orders.filter((order) => order.isNew).sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
  const known = orders.filter((order) => !order.isNew);
  const columnsOf = (list: readonly OrderRow[]) => [
    bigints(list.map((order) => order.id)),
    timestamps(list.map(({ state }) => (state.order ? Date.parse(state.order.updatedAt) : null))),
    texts(list.map((order) => order.state.session?.id ?? null)),
    texts(list.map((order) => packOrderState(order.state))),
  ];
  const statements: Statement[] = [];
  if (fresh.length > 0)
    statements.push({
      name: 'insert-orders',
      text: `INSERT INTO orders (id, updated_at, session_id, state, shop_id, store_order_id)
        SELECT id, updated_at, session_id, state::json, shop_id, store_order_id
        FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])
          AS n (id, updated_at, session_id, state, shop_id, store_order_id)`,
      values: [
        ...columnsOf(fresh),
        texts(fresh.map((order) => order.shopId)),
        texts(fresh.map((order) => order.storeOrderId)),
      ],
    });
  if (known.length > 0)
    statements.push({
      name: 'update-orders',
      text: `UPDATE orders o SET updated_at = n.updated_at, session_id = n.session_id, state = n.state::json
        FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[]) AS n (id, updated_at, session_id, state)
        WHERE o.id = n.id`,
      values: columnsOf(known),
    });
  return statements;
}
