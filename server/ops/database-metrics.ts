import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../database/database.js';

/** How long a count of dead letters is good enough, however often somebody asks for the figures. */
const countedMs = 10_000;

/** What knex tells of its connections: a pool of tarn's. */
interface ApiPool {
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
}

/** What an operator watches of the database's side: connections, and deliveries that wait for a person. */
export function databaseMetrics(registry: Registry, { knex, pools }: Database): void {
  const api = knex.client.pool as ApiPool;
  new Gauge({
    name: 'kindcast_pool_connections',
    help: 'Connections of the pools that serve the API, pages and feed, by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { public: pages } = pools;
      this.set({ state: 'busy' }, api.numUsed() + pages.totalCount - pages.idleCount);
      this.set({ state: 'idle' }, api.numFree() + pages.idleCount);
    },
  });
  new Gauge({
    name: 'kindcast_pool_waiting',
    help: 'Requests that wait for a connection of those pools',
    registers: [registry],
    collect() {
      this.set(api.numPendingAcquires() + pools.public.waitingCount);
    },
  });
  let countedAt = 0;
  new Gauge({
    name: 'kindcast_dead_letters',
    help: 'Deliveries that could not be processed and wait for a person, in the whole installation',
    // Every process counts all of them.
    aggregator: 'max',
    registers: [registry],
    async collect() {
      if (performance.now() - countedAt < countedMs) return;
      countedAt = performance.now();
      try {
        const { rows } = await pools.intake.query<{ waiting: number }>(
          'SELECT count(*)::int AS waiting FROM dead_letters WHERE replayed_at IS NULL AND dismissed_at IS NULL',
        );
        this.set(rows[0]!.waiting);
      } catch {
        // Figures must be had while the database is away, too; the last count stands.
      }
    },
  });
}
