// What most would write for the same job: one transaction per order that reads the session's total for update, counts the
// order line by line, and writes the new sums.
import type { PoolClient } from 'pg';
import { productIds } from '../intake/bodies.js';
import { centsOf, inOneTransaction, pool } from './one-transaction.js';
import { serveOrders, type PlainOrder } from './take-order.js';

const [shop, project] = ['yunling', 'school-lunches'];

await pool.query(`
  CREATE TABLE shops (id text PRIMARY KEY, total numeric NOT NULL DEFAULT 0, orders int NOT NULL DEFAULT 0);
  CREATE TABLE projects (id text PRIMARY KEY, total numeric NOT NULL DEFAULT 0, orders int NOT NULL DEFAULT 0);
  CREATE TABLE sessions (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token text NOT NULL UNIQUE,
    total numeric NOT NULL DEFAULT 0,
    orders int NOT NULL DEFAULT 0
  );
  CREATE TABLE rules (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id bigint NOT NULL UNIQUE,
    percent numeric NOT NULL,
    project_id text NOT NULL REFERENCES projects
  );
  CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shop_id text NOT NULL REFERENCES shops,
    store_order_id bigint NOT NULL,
    session_id int NOT NULL REFERENCES sessions,
    received_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (shop_id, store_order_id)
  );
  CREATE TABLE gifts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders,
    line_id bigint NOT NULL,
    rule_id int NOT NULL REFERENCES rules,
    amount numeric NOT NULL
  );
  CREATE TABLE ledger_entries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    gift_id bigint NOT NULL REFERENCES gifts,
    debit text NOT NULL,
    credit text NOT NULL,
    amount numeric NOT NULL,
    posted_at timestamptz NOT NULL DEFAULT now()
  );
`);
await pool.query('INSERT INTO shops (id) VALUES ($1)', [shop]);
await pool.query('INSERT INTO projects (id) VALUES ($1)', [project]);
await pool.query('INSERT INTO sessions (token) VALUES ($1)', [process.env.BENCH_SESSION_TOKEN!]);
await pool.query('INSERT INTO rules (product_id, percent, project_id) SELECT unnest($1::bigint[]), 5, $2', [
  productIds,
  project,
]);

function record(order: PlainOrder): Promise<'counted' | 'duplicate'> {
  return inOneTransaction(async (client) => {
    const { rows: found } = await client.query<{ id: number; total: string; orders: number }>(
      'SELECT id, total, orders FROM sessions WHERE token = $1 FOR UPDATE',
      [order.note_attributes.find(({ name }) => name === '_kindcast_session')?.value],
    );
    const session = found[0]!;
    const { rows: inserted } = await client.query<{ id: string }>(
      `INSERT INTO orders (shop_id, store_order_id, session_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING id`,
      [shop, order.id, session.id],
    );
    if (!inserted[0]) return 'duplicate';
    let given = 0;
    for (const line of order.line_items) given += await giveLine(client, inserted[0].id, line);
    await client.query('UPDATE projects SET total = total + $1, orders = orders + 1 WHERE id = $2', [
      given / 100,
      project,
    ]);
    await client.query('UPDATE shops SET total = total + $1, orders = orders + 1 WHERE id = $2', [given / 100, shop]);
    await client.query('UPDATE sessions SET total = $1, orders = $2 WHERE id = $3', [
      (Math.round(parseFloat(session.total) * 100) + given) / 100,
      session.orders + 1,
      session.id,
    ]);
    return 'counted';
  });
}

/** Records one line's gift and its entry in the ledger; cents. */
async function giveLine(client: PoolClient, orderId: string, line: PlainOrder['line_items'][number]): Promise<number> {
  const { rows: rules } = await client.query<{ id: number; percent: string; project_id: string }>(
    'SELECT id, percent, project_id FROM rules WHERE product_id = $1',
    [line.product_id],
  );
  const rule = rules[0];
  if (!rule) return 0;
  const cents = Math.round((centsOf(line) * parseFloat(rule.percent)) / 100);
  const { rows: gifts } = await client.query<{ id: string }>(
    'INSERT INTO gifts (order_id, line_id, rule_id, amount) VALUES ($1, $2, $3, $4) RETURNING id',
    [orderId, line.id, rule.id, cents / 100],
  );
  await client.query('INSERT INTO ledger_entries (gift_id, debit, credit, amount) VALUES ($1, $2, $3, $4)', [
    gifts[0]!.id,
    `owes:${shop}`,
    `pending:${rule.project_id}`,
    cents / 100,
  ]);
  return cents;
}

serveOrders(record);
