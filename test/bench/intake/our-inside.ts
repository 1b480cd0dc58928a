import type { Client } from 'pg';
import { withClient } from '../machine/bench-database.js';
import type { OurServer } from '../servers/start-servers.js';

/** What ours and its database say of themselves; differences between two readings belong to what ran between them. */
export interface Inside {
  batches: number;
  batchOrders: number;
  commitSeconds: number;
  orders: number;
  /** Bytes with indexes and toast. */
  tableBytes: Record<string, number>;
  walBytes: number;
}

const tables = ['orders', 'gifts', 'transfers', 'deliveries'];

export async function lookInside(server: OurServer): Promise<Inside> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? 'NaN');
  return withClient(server.databaseUrl, async (client) => ({
    batches: figure('kindcast_batch_orders_count'),
    batchOrders: figure('kindcast_batch_orders_sum'),
    commitSeconds: figure('kindcast_commit_seconds_sum'),
    orders: await one(client, 'SELECT count(*) FROM orders'),
    tableBytes: await sizesOf(client),
    walBytes: await one(client, `SELECT pg_current_wal_lsn() - '0/0'`),
  }));
}

async function sizesOf(client: Client): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  for (const table of tables) bytes[table] = await one(client, `SELECT pg_total_relation_size('${table}')`);
  return bytes;
}

async function one(client: Client, sql: string): Promise<number> {
  const { rows } = await client.query<{ value: string }>({ text: `SELECT (${sql})::text AS value` });
  return Number(rows[0]!.value);
}

/** What ran between two readings. */
export function between(before: Inside, after: Inside): Inside {
  const less = (name: 'batches' | 'batchOrders' | 'commitSeconds' | 'orders' | 'walBytes') =>
    after[name] - before[name];
  return {
    batches: less('batches'),
    batchOrders: less('batchOrders'),
    commitSeconds: less('commitSeconds'),
    orders: less('orders'),
    tableBytes: Object.fromEntries(
      tables.map((table) => [table, after.tableBytes[table]! - before.tableBytes[table]!] as const),
    ),
    walBytes: less('walBytes'),
  };
}
