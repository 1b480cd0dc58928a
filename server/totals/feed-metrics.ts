import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/**
 * Why a screen was not let in: no room for more, too many from one address, a page of a stranger, or no way to tell just
 * now whether it is one.
 */
export type WhyRefused = 'full' | 'address' | 'origin' | 'database-away';
/** Why a screen was hung up on. */
export type WhyEvicted = 'does-not-read' | 'flood';

/** What an operator watches of the feed. */
export interface FeedMetrics {
  /** @param lagMs from the moment a total changed in the database until its watchers are told */
  told(lagMs: number): void;
  /** One watcher was not told one state, because he had not taken the last one yet. */
  skipped(): void;
  evicted(why: WhyEvicted): void;
  refused(why: WhyRefused): void;
}

/** What is asked for when figures are collected. */
export interface FeedFigures {
  /** Sockets that are connected to this process now. */
  watchers(): number;
  /** Bytes and topics kept in memory for those who ask. */
  memory: { readonly bytes: number; readonly size: number };
}

export function feedMetrics(registry: Registry, figures: FeedFigures): FeedMetrics {
  const registers = [registry];
  const updates = new Counter({
    name: 'kindcast_feed_updates_total',
    help: 'Totals told to the watchers of a topic',
    registers,
  });
  const lag = new Histogram({
    name: 'kindcast_feed_lag_seconds',
    help: "From a total's change in the database until its watchers are told; the clocks of both must agree",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const skipped = new Counter({
    name: 'kindcast_feed_skipped_total',
    help: 'Totals left out for a watcher who had not taken the last ones yet; he gets the newest as soon as he can',
    registers,
  });
  const evicted = new Counter({
    name: 'kindcast_feed_evicted_total',
    help: 'Sockets hung up on, by reason',
    labelNames: ['reason'],
    registers,
  });
  const refused = new Counter({
    name: 'kindcast_feed_refused_total',
    help: 'Sockets not let in, by reason',
    labelNames: ['reason'],
    registers,
  });
  gauge('kindcast_feed_watchers', 'Sockets connected to the feed', () => figures.watchers());
  gauge('kindcast_feed_memory_bytes', 'States of topics kept for those who ask, roughly', () => figures.memory.bytes);
  gauge('kindcast_feed_memory_topics', 'Topics whose states are kept', () => figures.memory.size);
  return {
    told(lagMs) {
      updates.inc();
      lag.observe(Math.max(0, lagMs) / 1_000);
    },
    skipped: () => skipped.inc(),
    evicted: (reason) => evicted.inc({ reason }),
    refused: (reason) => refused.inc({ reason }),
  };

  function gauge(name: string, help: string, value: () => number): void {
    const made: Gauge = new Gauge({ name, help, registers, collect: () => made.set(value()) });
  }
}
