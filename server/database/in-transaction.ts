import type { Pool, PoolClient } from 'pg';
import { troubleOf } from './database-errors.js';
import { sendTogether } from './send-together.js';

/** A transaction on a connection that does not wait for one statement before it sends the next. */
export interface Transaction {
  client: PoolClient;
  /** BEGIN is on its way, and reads may be sent behind it; await this before anything is written. */
  begun: Promise<unknown>;
  /**
   * Sends COMMIT, which may go out right behind the last writes: if one of them fails, it rolls back. So locks are not
   * held while this process is busy with something else. What is sent after it is no part of the transaction.
   */
  commit(): Promise<void>;
}

/** Runs the work in one transaction; a connection that may be broken is thrown away. */
export async function inTransaction<T>(pool: Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  let committed: Promise<void> | undefined;
  const commit = () => (committed ??= sendCommit(client));
  try {
    const [, result] = await sendTogether(client, () => {
      const begun = client.query('BEGIN');
      return [begun, work({ client, begun, commit })];
    });
    await commit();
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

async function sendCommit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT');
  // A transaction in which something failed answers so; that failure has been told by the statement itself.
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back.');
}
