import { withClient } from '../machine/bench-database.js';
import type { BenchServer, OurServer, ServerName } from '../servers/start-servers.js';
import { isOurs } from './cases.js';
import type { HotVillage } from './hot-village.js';

/** What a server's books say after everything, held against what it answered. */
export interface Truth {
  server: ServerName;
  /** New orders answered 200. */
  answered: number;
  orders: number;
  /** Only ours: orders in the hot session's total, and what its checks say. */
  ours?: { inSessionTotal: number; checksOk: boolean; failedChecks: unknown[] };
}

export interface TruthNeeds {
  server: BenchServer | OurServer;
  databaseUrl: string;
  village: HotVillage;
  answered: number;
}

export async function findTruth({ server, databaseUrl, village, answered }: TruthNeeds): Promise<Truth> {
  const orders = await countOrders(databaseUrl);
  const truth: Truth = { server: server.name, answered, orders };
  if (!isOurs(server.name)) return truth;
  const { call, checkBooks } = server as OurServer;
  const { ok, checks } = await checkBooks();
  const { totals } = await call<{ totals: { orders: number }[] }>('GET', `/v1/sessions/${village.sessionId}/totals`);
  return {
    ...truth,
    ours: {
      inSessionTotal: totals[0]?.orders ?? 0,
      checksOk: ok,
      failedChecks: checks.filter((check) => !check.ok),
    },
  };
}

/** Rows in `orders`. */
export const countOrders = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM orders');
    return rows[0]!.n;
  });

/** Every answered order is there, once, and the books hold. */
export const isTrue = ({ answered, orders, ours }: Truth) =>
  orders === answered && (!ours || (ours.checksOk && ours.inSessionTotal === answered));
