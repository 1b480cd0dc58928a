import type { Pool } from 'pg';

/** Longest wait for the database before it counts as unable. */
const probeMsMax = 2_000;
/** How long "able" is believed, so that many who ask cost no more than one. "Unable" is asked again at once. */
const believedMs = 1_000;

/**
 * What recording orders needs of a database, in one round trip that leaves nothing behind:
 * - a session that may write: no standby, not read-only
 * - room on the disk of the tables: a sort that may use next to no memory puts 2 MB, more than a full batch of orders
 *   with indexes, into a temporary file of the database's own disk; writing a row would prove nothing, because a full
 *   disk still has room in pages that are there already
 * - a log that can be brought to disk: the message makes the transaction one that must be flushed at its end (or, with
 *   synchronous standbys, confirmed by them)
 *
 * One text of several statements is one transaction; an error rolls it back, settings included.
 */
const probe = `
  SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS readonly;
  SELECT set_config('work_mem', '64kB', true), set_config('statement_timeout', '${probeMsMax}', true);
  SELECT count(text) FROM (SELECT repeat('room ', 200) || n AS text FROM generate_series(1, 2000) n ORDER BY -n) AS t;
  SELECT pg_logical_emit_message(true, 'kindcast', 'ready');`;

/** Answers whether orders can be recorded in this database now. At most one probe of this process runs at a time. */
export function databaseProbe(pool: Pool): () => Promise<boolean> {
  let ableUntil = 0;
  let running: Promise<boolean> | undefined;

  async function ask(): Promise<boolean> {
    try {
      // pg answers a text of several statements with a list, of which its types know nothing.
      const [first] = (await pool.query(probe)) as unknown as [{ rows: { readonly: boolean }[] }];
      if (first.rows[0]!.readonly) return false;
      ableUntil = performance.now() + believedMs;
      return true;
    } catch {
      // Whatever the reason, orders cannot be recorded; intake tells it to the log when one is refused for it.
      return false;
    } finally {
      running = undefined;
    }
  }

  return async () => {
    if (performance.now() < ableUntil) return true;
    running ??= ask();
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      late = setTimeout(() => resolve(false), probeMsMax);
    });
    const able = await Promise.race([running, tooLate]);
    clearTimeout(late);
    return able;
  };
}
