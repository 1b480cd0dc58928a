import { withClient } from '../machine/bench-database.js';

/** What one statement cost on the database's side, over the whole stretch. */
export interface Statement {
  query: string;
  calls: number;
  ms: number;
  rows: number;
  walBytes: number;
}

export interface DatabaseSide {
  statements: Statement[];
  /** Times the write-ahead log was made durable, and how long that took. */
  walSyncs: { count: number; ms: number; method: string };
}

/** Forgets what was counted so far. */
export const forgetStatements = (adminUrl: string) =>
  withClient(adminUrl, async (client) => {
    await client.query(`SELECT pg_stat_statements_reset(), pg_stat_reset_shared('io')`);
  });

export function readStatements(adminUrl: string): Promise<DatabaseSide> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<Statement>(
      `SELECT regexp_replace(query, '\\s+', ' ', 'g') AS query, calls::int, total_exec_time + total_plan_time AS ms, rows::int,
         wal_bytes::float8 AS "walBytes"
       FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = 'ours'
       ORDER BY total_exec_time + total_plan_time DESC LIMIT 25`,
    );
    const syncs = await client.query<{ count: number; ms: number; setting: string }>(
      `SELECT coalesce(sum(fsyncs), 0)::int AS count, coalesce(sum(fsync_time), 0)::float8 AS ms,
         current_setting('wal_sync_method') AS setting
       FROM pg_stat_io WHERE object = 'wal'`,
    );
    const { count, ms, setting } = syncs.rows[0]!;
    return { statements: rows, walSyncs: { count, ms, method: setting } };
  });
}
