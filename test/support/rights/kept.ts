import { createHash } from 'node:crypto';
import type { TestDatabase } from '../one-database-server.js';
import type { Side } from './world.js';

/** Columns that change by being looked at: when a key or a session was used last. */
const looks: Record<string, readonly string[]> = {
  api_keys: ['last_used_at'],
  person_sessions: ['updated_at', 'expires_at', 'ip_address', 'user_agent'],
};

/** Per table the number of rows that have to do with a side, and a hash of them all. */
export async function keptOf({ pool }: Pick<TestDatabase, 'pool'>, side: Side): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const kept: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT row::text FROM (SELECT to_jsonb(t) - $1::text[] AS row FROM "${name}" t) each ORDER BY 1`,
      [looks[name] ?? []],
    );
    const own = rows.filter(({ row }) => side.secrets.some((secret) => row.includes(secret)));
    if (own.length > 0)
      kept[name] = `${own.length} rows, ${createHash('sha256').update(JSON.stringify(own)).digest('hex')}`;
  }
  return kept;
}

/** The second wall is gone: whatever a route asks, the database answers. So the first one stands alone. */
export async function openWalls({ pool }: Pick<TestDatabase, 'pool'>): Promise<void> {
  await pool.query(`
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT relname FROM pg_class WHERE relrowsecurity AND relkind IN ('r', 'p') LOOP
        EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', name);
      END LOOP;
    END $$`);
}
