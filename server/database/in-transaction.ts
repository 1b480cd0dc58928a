import type { Pool, PoolClient } from 'pg';
import { sendTogether } from './send-together.js';

/**
 * Runs the work in one transaction of the hot path's pool; a connection that failed to roll back is thrown away.
 *
 * @param work is called while BEGIN is on its way and may send reads behind it; it must await `begun` before it writes
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient, begun: Promise<unknown>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const [result] = await sendTogether(client, () => {
      const begun = client.query('BEGIN');
      return Promise.all([work(client, begun), begun]);
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
