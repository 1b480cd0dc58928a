import type { ClientBase } from 'pg';
import { unknownOrder, type OrderState } from './order-state.js';

/** One order as this batch works on it. */
export interface OrderRow {
  /** Undefined until the order is first saved. */
  id?: bigint;
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
export async function lockOrders(client: ClientBase, keys: readonly OrderKey[]): Promise<Map<string, OrderRow>> {
  const wanted = new Map(keys.map((key) => [orderKey(key), key]));
  const { rows } = await client.query<{ id: bigint; shopId: string; storeOrderId: string; state: OrderState }>({
    name: 'lock-orders',
    text: `SELECT o.id, o.shop_id AS "shopId", o.store_order_id AS "storeOrderId", o.state
      FROM unnest($1::text[], $2::text[]) AS w (shop_id, store_order_id)
      JOIN orders o USING (shop_id, store_order_id) ORDER BY o.shop_id, o.store_order_id FOR NO KEY UPDATE OF o`,
    values: [[...wanted.values()].map((key) => key.shopId), [...wanted.values()].map((key) => key.storeOrderId)],
  });
  const orders = new Map<string, OrderRow>(
    [...wanted].map(([key, { shopId, storeOrderId }]) => [key, { shopId, storeOrderId, state: unknownOrder }]),
  );
  for (const row of rows) orders.set(orderKey(row), row);
  return orders;
}

/**
 * Saves the orders' states and gives new ones their ids. A new order that another process inserted meanwhile violates
 * its unique key: the batch is then tried again and finds the other's row.
 */
export async function saveOrders(client: ClientBase, orders: readonly OrderRow[]): Promise<void> {
  const fresh = orders.filter((order) => order.id === undefined).sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
  const known = orders.filter((order) => order.id !== undefined);
  const columnsOf = (list: readonly OrderRow[]) => [
    list.map((order) => order.state.order?.updatedAt ?? null),
    list.map((order) => order.state.session?.id ?? null),
    list.map((order) => JSON.stringify(order.state)),
  ];
  if (fresh.length > 0) {
    const { rows } = await client.query<{ id: bigint; shop_id: string; store_order_id: string }>({
      name: 'insert-orders',
      text: `INSERT INTO orders (shop_id, store_order_id, updated_at, session_id, state)
        SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::jsonb[])
        RETURNING id, shop_id, store_order_id`,
      values: [fresh.map((order) => order.shopId), fresh.map((order) => order.storeOrderId), ...columnsOf(fresh)],
    });
    const idOf = new Map(
      rows.map((row) => [orderKey({ shopId: row.shop_id, storeOrderId: row.store_order_id }), row.id]),
    );
    for (const order of fresh) order.id = idOf.get(orderKey(order))!;
  }
  if (known.length > 0)
    await client.query({
      name: 'update-orders',
      text: `UPDATE orders o SET updated_at = n.updated_at, session_id = n.session_id, state = n.state
        FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::jsonb[]) AS n (id, updated_at, session_id, state)
        WHERE o.id = n.id`,
      values: [known.map((order) => order.id!.toString()), ...columnsOf(known)],
    });
}
