import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ProblemKind } from '../http/problem.js';
import type { NotNow, Outcome, QueueState } from './group-commit.js';

/** Why a delivery was sent away without being kept. */
export type Refusal = ProblemKind | NotNow['reason'];

/** What an operator watches of intake. */
export interface IntakeMetrics {
  received(): void;
  /** @param seconds from the first byte of the body until the answer */
  answered(outcome: Outcome, seconds: number): void;
  refused(reason: Refusal): void;
  /** Call at the start of a batch; the result is called when it is on disk. */
  startBatch(orders: number): () => void;
  /** Shows this queue's state. */
  watch(queue: { readonly state: QueueState }): void;
}

export function intakeMetrics(registry: Registry): IntakeMetrics {
  const registers = [registry];
  const received = new Counter({
    name: 'kindcast_deliveries_received_total',
    help: 'Webhook deliveries that arrived, whatever became of them',
    registers,
  });
  const deliveries = new Counter({
    name: 'kindcast_deliveries_total',
    help: 'Webhook deliveries answered 200, by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const refused = new Counter({
    name: 'kindcast_deliveries_refused_total',
    help: 'Webhook deliveries sent away, by reason; the store sends those answered 503 again',
    labelNames: ['reason'],
    registers,
  });
  const answerSeconds = new Histogram({
    name: 'kindcast_answer_seconds',
    help: 'Time from the first byte of a delivery until its answer; Shopify gives up after 5 s',
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  });
  const batchOrders = new Histogram({
    name: 'kindcast_batch_orders',
    help: 'Deliveries recorded in one transaction',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 512],
    registers,
  });
  const commitSeconds = new Histogram({
    name: 'kindcast_commit_seconds',
    help: 'Time from the start of a batch until it is on disk',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  });
  // Looked up once: a counter finds its child by its labels again at every call otherwise.
  const byOutcome = new Map<Outcome, { inc(): void }>();
  for (const outcome of ['counted', 'duplicate', 'nothing-to-give', 'dead-letter'] satisfies Outcome[])
    byOutcome.set(outcome, deliveries.labels({ outcome }));
  return {
    received: () => received.inc(),
    answered(outcome, seconds) {
      byOutcome.get(outcome)!.inc();
      answerSeconds.observe(seconds);
    },
    refused: (reason) => refused.inc({ reason }),
    startBatch(orders) {
      batchOrders.observe(orders);
      return commitSeconds.startTimer();
    },
    watch(queue) {
      gaugeOf(registry, 'kindcast_queue_orders', 'Deliveries that wait to be recorded', () => queue.state.orders);
      gaugeOf(registry, 'kindcast_queue_bytes', 'Bytes of the deliveries that wait', () => queue.state.bytes);
      gaugeOf(
        registry,
        'kindcast_queue_oldest_seconds',
        'How long the oldest delivery has waited that is not on disk yet',
        () => queue.state.oldestMs / 1_000,
      );
      gaugeOf(registry, 'kindcast_batches_in_flight', 'Batches being recorded', () => queue.state.inFlight);
    },
  };
}

function gaugeOf(registry: Registry, name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}
