import type { Pool } from 'pg';
import { StoreRejection } from '../../plugin/store-order.js';
import type { StorePlatform } from '../../plugin/store-platform.js';
import { recordOrders, type Delivery, type Recorded } from '../giving/record-orders.js';
import type { RecordingMemory } from '../giving/recording-memory.js';
import { MoneyError } from '../ledger/money.js';
import { readDelivery, whyUnreadable, type VerifiedDelivery } from './read-delivery.js';

/** What became of one body; `unreadable` says why in a sentence. */
export type BodyOutcome = Recorded | WithoutRecording;

type WithoutRecording = 'nothing-to-give' | { unreadable: string };

/** A body that was read: what is to be recorded, or what became of it without that. */
export type ReadBody = { delivery: Delivery } | { outcome: WithoutRecording };

/** Reads a verified body; never throws for what a store may have sent. */
export function readBody(platforms: readonly StorePlatform[], verified: VerifiedDelivery): ReadBody {
  const platform = platforms.find(({ name }) => name === verified.platform)!;
  try {
    const delivery = readDelivery(platform, verified);
    return delivery ? { delivery } : { outcome: 'nothing-to-give' };
  } catch (error) {
    if (!(error instanceof StoreRejection) && !(error instanceof MoneyError)) throw error;
    return { outcome: { unreadable: whyUnreadable(error) } };
  }
}

/** Records all that could be read, in one transaction, and says of each what became of it. */
export async function recordBodies(
  pool: Pool,
  memory: RecordingMemory,
  bodies: readonly ReadBody[],
): Promise<BodyOutcome[]> {
  const deliveries = bodies.flatMap((body) => ('delivery' in body ? [body.delivery] : []));
  const recorded = deliveries.length > 0 ? await recordOrders(pool, memory, deliveries) : [];
  let next = 0;
  return bodies.map((body) => ('outcome' in body ? body.outcome : recorded[next++]!));
}
