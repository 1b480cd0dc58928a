import { withClient } from '../machine/bench-database.js';
import { bytesOf } from '../machine/bytes-on-disk.js';
import type { OurServer } from '../servers/start-servers.js';

/** What ours and its database say of themselves; differences between two readings belong to what ran between them. */
export interface Inside {
  /** Of one process only: not a number when there are several. */
  batches: number;
  batchOrders: number;
  commitSeconds: number;
  orders: number;
  /** Bytes with indexes and toast. */
  tableBytes: Record<string, number>;
  walBytes: number;
}

export async function lookInside(server: OurServer): Promise<Inside> {
  const metrics = server.name === 'ours' ? await (await fetch(`${server.url}/metrics`)).text() : '';
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? 'NaN');
  return withClient(server.databaseUrl, async (client) => {
    const { rows } = await client.query<{ orders: number; wal: number }>(
      `SELECT (SELECT count(*) FROM orders)::int AS orders, (pg_current_wal_lsn() - '0/0')::float8 AS wal`,
    );
    const tables = await bytesOf(client);
    return {
      batches: figure('kindcast_batch_orders_count'),
      batchOrders: figure('kindcast_batch_orders_sum'),
      commitSeconds: figure('kindcast_commit_seconds_sum'),
      orders: rows[0]!.orders,
      tableBytes: Object.fromEntries(tables.map(({ name, together }) => [name, together])),
      walBytes: rows[0]!.wal,
    };
  });
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
      Object.entries(after.tableBytes).map(([table, bytes]) => [table, bytes - (before.tableBytes[table] ?? 0)]),
    ),
    walBytes: less('walBytes'),
  };
}
