import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../database/database.js';

/** How long a count of dead letters is good enough, however often somebody asks for the figures. */
const countedMs = 10_000;

/** What an operator watches of the database's side: connections, and deliveries that wait for a person. */
export function databaseMetrics(registry: Registry, { pool }: Database): void {
  new Gauge({
    name: 'kindcast_pool_connections',
    help: 'Connections of the pool that serves the API, pages and feed, by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
    },
  });
  new Gauge({
    name: 'kindcast_pool_waiting',
    help: 'Requests that wait for a connection of that pool',
    registers: [registry],
    collect() {
      this.set(pool.waitingCount);
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
        const { rows } = await pool.query<{ waiting: number }>(
          'SELECT count(*)::int AS waiting FROM dead_letters WHERE replayed_at IS NULL AND dismissed_at IS NULL',
        );
        this.set(rows[0]!.waiting);
      } catch {
        // Figures must be had while the database is away, too; the last count stands.
      }
    },
  });
}
