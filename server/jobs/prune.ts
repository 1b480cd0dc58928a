import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from './job.js';

/** Rows deleted by one statement: few enough that nobody notices it. */
const rowsPerBatch = 1_000;
/** What the database gets to itself between two batches. */
const pauseMs = 100;

const hourMs = 3_600_000;

/**
 * A job that forgets rows whose time is over, once an hour, in small batches with pauses.
 *
 * @param table its primary key is one column, `key`
 * @param whose SQL that is true of rows to forget
 */
export function pruneJob({ table, key, whose }: { table: string; key: string; whose: string }): Job {
  return {
    name: `prune ${table}`,
    everyMs: hourMs,
    async run({ client, over }) {
      for (;;) {
        const { rowCount } = await client.query(
          `DELETE FROM ${table} WHERE ${key} IN
             (SELECT ${key} FROM ${table} WHERE ${whose} LIMIT ${rowsPerBatch} FOR UPDATE SKIP LOCKED)`,
        );
        if ((rowCount ?? 0) < rowsPerBatch) return;
        await sleep(pauseMs, undefined, { signal: over });
      }
    },
  };
}
