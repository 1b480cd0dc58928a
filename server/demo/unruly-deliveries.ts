import { randomUUID } from 'node:crypto';
import type { StoreEvent } from './order-life.js';
import type { Random } from './seeded-random.js';

/** One webhook on its way: what it says and when it arrives. */
export interface PlannedDelivery {
  topic: string;
  payload: unknown;
  webhookId: string;
  triggeredAt: Date;
  arrivesAfterMs: number;
  /** `repeated`: sent before, under the same webhook id (Shopify's own retries) or another (two subscriptions). */
  repeated: boolean;
}

/**
 * Brings the events of one order the way Shopify does: a little late, now and then in the wrong order or twice, and
 * sometimes a refund before anything else of its order is known.
 */
export function unrulyDeliveries(events: StoreEvent[], placedAt: Date, random: Random): PlannedDelivery[] {
  const deliveries = events.map(({ second, topic, payload }) => ({
    topic,
    payload,
    webhookId: randomUUID(),
    triggeredAt: new Date(placedAt.getTime() + second * 1000),
    arrivesAfterMs: second * 1000 + random.between(50, 900),
    repeated: false,
  }));
  const refund = deliveries.findIndex(({ topic }) => topic === 'refunds/create');
  if (refund > 0 && random.chance(0.25)) {
    const first = deliveries[refund]!.arrivesAfterMs;
    for (const delivery of deliveries.slice(0, refund)) delivery.arrivesAfterMs = first + random.between(500, 6000);
  } else if (deliveries.length > 1 && random.chance(0.05)) {
    const other = deliveries[random.between(1, deliveries.length - 1)]!;
    [deliveries[0]!.arrivesAfterMs, other.arrivesAfterMs] = [other.arrivesAfterMs, deliveries[0]!.arrivesAfterMs];
  }
  return deliveries.flatMap((delivery) => {
    const again = random.next();
    if (again >= 0.1) return [delivery];
    const arrivesAfterMs = delivery.arrivesAfterMs + random.between(100, 6000);
    const webhookId = again < 0.05 ? delivery.webhookId : randomUUID();
    return [delivery, { ...delivery, arrivesAfterMs, webhookId, repeated: true }];
  });
}
