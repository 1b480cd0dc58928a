import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What an operator watches of intake. */
export interface IntakeMetrics {
  outcome(name: 'counted' | 'duplicate' | 'nothing-to-give' | 'dead-letter' | 'bad-signature' | 'unknown-shop'): void;
  /** Call at the start of a batch; the result is called when it is on disk. */
  startBatch(orders: number): () => void;
}

/** @param depth orders waiting now */
export function intakeMetrics(registry: Registry, depth: () => number): IntakeMetrics {
  const deliveries = new Counter({
    name: 'kindcast_deliveries_total',
    help: 'Webhook deliveries by what became of them',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const batchOrders = new Histogram({
    name: 'kindcast_batch_orders',
    help: 'Deliveries recorded in one transaction',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 512],
    registers: [registry],
  });
  const commitSeconds = new Histogram({
    name: 'kindcast_commit_seconds',
    help: 'Time from the start of a batch until it is on disk',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'kindcast_queue_orders',
    help: 'Deliveries that wait to be recorded',
    registers: [registry],
    collect() {
      this.set(depth());
    },
  });
  return {
    outcome: (name) => deliveries.inc({ outcome: name }),
    startBatch(orders) {
      batchOrders.observe(orders);
      return commitSeconds.startTimer();
    },
  };
}
