import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What an operator watches of the feed. */
export interface FeedMetrics {
  /** @param lagMs from the moment a total changed in the database until its watchers are told */
  told(lagMs: number): void;
}

/** @param watchers sockets that are connected to this process now */
export function feedMetrics(registry: Registry, watchers: () => number): FeedMetrics {
  const updates = new Counter({
    name: 'kindcast_feed_updates_total',
    help: 'Totals told to the watchers of a topic',
    registers: [registry],
  });
  const lag = new Histogram({
    name: 'kindcast_feed_lag_seconds',
    help: "From a total's change in the database until its watchers are told; the clocks of both must agree",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'kindcast_feed_watchers',
    help: 'Sockets connected to the feed',
    registers: [registry],
    collect() {
      this.set(watchers());
    },
  });
  return {
    told(lagMs) {
      updates.inc();
      lag.observe(Math.max(0, lagMs) / 1_000);
    },
  };
}
