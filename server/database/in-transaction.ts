import type { Pool, PoolClient } from 'pg';
import { troubleOf } from './database-errors.js';

/** Runs the work in one transaction of the hot path's pool; a connection that may be broken is thrown away. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Everything here is found by key. On a young database PostgreSQL has no statistics yet, plans to read whole tables
    // and keeps that plan while they grow.
    await client.query('BEGIN; SET LOCAL enable_seqscan = off');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // Whatever is wrong may be wrong with this connection: a statement prepared before a migration stays broken on it.
    if (troubleOf(error) === 'away') broken = error as Error;
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
