import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

const actors = new AsyncLocalStorage<string>();

/** Whatever better-auth writes during the work is noted in the audit trail as this actor's ({@link actorOf}). */
export const actingAs = <T>(actor: object, work: () => Promise<T>): Promise<T> =>
  actors.run(JSON.stringify(actor), work);

/**
 * A pool for better-auth, which runs its statements where we cannot set anything for its transactions: every connection
 * that is taken from it knows who acts until it is given back.
 */
export function actingPool(pool: pg.Pool): Pick<pg.Pool, 'connect' | 'end'> {
  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    const actor = actors.getStore();
    if (actor === undefined) return client;
    const release = client.release.bind(client);
    try {
      await client.query(`SELECT set_config('kindcast.actor', $1, false)`, [actor]);
    } catch (error) {
      release(error as Error);
      throw error;
    }
    client.release = (broken) => {
      if (broken) return release(broken);
      client.query('RESET kindcast.actor').then(() => release(), release);
    };
    return client;
  }
  return { connect: connect as pg.Pool['connect'], end: pool.end.bind(pool) };
}
