import pg from 'pg';
import type { PlainOrder } from './take-order.js';

/** Ten connections, as the guides of pg and knex say. */
export const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL!, max: 10 });

/** Runs the work between BEGIN and COMMIT; undoes it all when the work throws. */
export async function inOneTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** What a line costs, in cents. */
export const centsOf = (line: PlainOrder['line_items'][number]) =>
  Math.round(parseFloat(line.price) * 100) * line.quantity;
