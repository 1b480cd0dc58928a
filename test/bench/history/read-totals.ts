import type { Pool } from 'pg';
import { openDatabase } from '../../../server/database/database.js';
import { addressOfUrl } from '../../../server/database/roles.js';
import { readTopics } from '../../../server/totals/snapshot.js';
import { topicOf } from '../../../server/totals/topics.js';
import type { BenchOptions } from '../options.js';
import { median } from '../report/figures.js';
import type { OurServer } from '../servers/start-servers.js';

/** What reading one topic's totals takes. */
export interface TotalsRead {
  /** `GET /v1/sessions/{id}/totals`, milliseconds. */
  http: { median: number; p99: number };
  /** The statement behind it, milliseconds seen from a client. */
  sql: { median: number; p99: number };
  /** Pages of tables and indexes the statement looks at, whether or not they were in memory. */
  pages: number;
}

export interface TotalsScene {
  server: OurServer;
  sessionId: string;
}

const turns = 5;
const readsPerTurnOf = (hasty: boolean) => (hasty ? 10 : 100);

/** Reads the hot session's totals again and again, from both servers in turn. */
export async function readTotals<Name extends string>(
  scenes: Record<Name, TotalsScene>,
  { hasty }: Pick<BenchOptions, 'hasty'>,
): Promise<Record<Name, TotalsRead>> {
  const readsPerTurn = readsPerTurnOf(hasty);
  const readers = Object.entries<TotalsScene>(scenes).map(([name, scene]) => ({
    name,
    ...readerOf(scene, readsPerTurn),
  }));
  try {
    for (let turn = 0; turn < turns; turn += 1)
      for (const reader of readers) for (let read = 0; read < readsPerTurn; read += 1) await reader.read();
    const results: [string, TotalsRead][] = [];
    for (const reader of readers) results.push([reader.name, await reader.result()]);
    return Object.fromEntries(results) as Record<Name, TotalsRead>;
  } finally {
    await Promise.all(readers.map(({ close }) => close()));
  }
}

function readerOf({ server, sessionId }: TotalsScene, readsPerTurn: number) {
  const database = openDatabase(addressOfUrl(server.databaseUrl).roles, throwIt);
  const { public: pool } = database.pools;
  const topic = topicOf('session', sessionId);
  const [http, sql]: [number[], number[]] = [[], []];
  return {
    close: () => database.close(),
    async read() {
      http.push(await timed(() => server.call('GET', `/v1/sessions/${sessionId}/totals`)));
      sql.push(await timed(() => readTopics(pool, [topic])));
    },
    async result(): Promise<TotalsRead> {
      const before = await pagesRead(pool);
      for (let read = 0; read < readsPerTurn; read += 1) await readTopics(pool, [topic]);
      const pages = ((await pagesRead(pool)) - before) / readsPerTurn;
      return { http: summary(http), sql: summary(sql), pages };
    },
  };
}

function throwIt(error: Error): never {
  throw error;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function summary(list: readonly number[]) {
  const sorted = [...list].sort((a, b) => a - b);
  return { median: median(sorted), p99: sorted[Math.floor(0.99 * sorted.length)]! };
}

async function pagesRead(pool: Pool): Promise<number> {
  // A backend tells what it read once in a while; here it has to at once.
  await pool.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await pool.query<{ pages: number }>(
    `SELECT sum(heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read)::float8 AS pages FROM pg_statio_user_tables
     WHERE relname LIKE 'topic%'`,
  );
  return rows[0]!.pages;
}
