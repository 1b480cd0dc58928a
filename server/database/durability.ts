import type { Pool } from 'pg';
import type { Logger } from 'pino';

/** What is lost when a setting is off: https://www.postgresql.org/docs/18/non-durability.html */
const promises: Record<string, string> = {
  fsync: 'a crash of the machine can destroy the whole database',
  full_page_writes: 'a crash of the machine can leave half-written pages that no log repairs',
  synchronous_commit: 'a crash of the database can lose the last orders that were answered with 200',
};

/** Says so in the log when this PostgreSQL promises less than an acknowledged order needs. */
export async function warnOfWeakDurability(pool: Pool, log: Logger): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM pg_settings WHERE name = ANY ($1::text[]) AND setting = 'off' ORDER BY name`,
    [Object.keys(promises)],
  );
  for (const { name } of rows)
    log.warn({ setting: name }, `PostgreSQL runs with ${name} off: ${promises[name]}; see docs/operating.md.`);
}
