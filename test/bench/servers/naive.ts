// What most would write: one transaction per order on a pool of 10, and a running total in one row.
import pg from 'pg';
import { serveWebhooks, takeOrder, type PlainOrder } from './take-order.js';

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL!, max: 10 });

await pool.query(`
  CREATE TABLE orders (id bigint PRIMARY KEY, received_at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE gifts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders,
    line_id bigint NOT NULL,
    product_id bigint NOT NULL,
    amount numeric NOT NULL
  );
  CREATE TABLE totals (session text PRIMARY KEY, amount numeric NOT NULL, orders int NOT NULL);
  INSERT INTO totals VALUES ('live', 0, 0);
`);

async function record(order: PlainOrder): Promise<'counted' | 'duplicate'> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const inserted = await client.query('INSERT INTO orders (id) VALUES ($1) ON CONFLICT DO NOTHING', [order.id]);
    if (inserted.rowCount === 0) {
      await client.query('ROLLBACK');
      return 'duplicate';
    }
    const gifts = order.line_items.map((line) => ({ line, cents: (giveableCents(line) * 5) / 100 }));
    for (const { line, cents } of gifts)
      await client.query('INSERT INTO gifts (order_id, line_id, product_id, amount) VALUES ($1, $2, $3, $4)', [
        order.id,
        line.id,
        line.product_id,
        cents / 100,
      ]);
    const sum = gifts.reduce((total, { cents }) => total + cents, 0) / 100;
    await client.query(`UPDATE totals SET amount = amount + $1, orders = orders + 1 WHERE session = 'live'`, [sum]);
    await client.query('COMMIT');
    return 'counted';
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const giveableCents = (line: { price: string; quantity: number }) =>
  Math.round(parseFloat(line.price) * 100) * line.quantity;

serveWebhooks(async (request, response) => {
  const order = takeOrder(request);
  if (!order) response.status(401).json({ outcome: 'bad-signature' });
  else response.json({ outcome: await record(order) });
});
