import type { Pool } from 'pg';
import type { StorePlatform } from '../../plugin/store-platform.js';
import { recordOrders, type Delivery, type Recorded } from '../giving/record-orders.js';
import type { RecordingMemory } from '../giving/recording-memory.js';
import { readDelivery, whyUnreadable, type VerifiedDelivery } from './read-delivery.js';

/** What became of one body; `unreadable` says why in a sentence. */
export type BodyOutcome = Recorded | WithoutRecording;

type WithoutRecording = 'nothing-to-give' | { unreadable: string };

/** A body that was read: what is to be recorded, or what became of it without that. */
export type ReadBody = { delivery: Delivery } | { outcome: WithoutRecording };

/** Reads a verified body. Never throws: whatever one body makes go wrong must not take the others with it. */
export function readBody(platforms: readonly StorePlatform[], verified: VerifiedDelivery): ReadBody {
  const platform = platforms.find(({ name }) => name === verified.platform)!;
  try {
    const delivery = readDelivery(platform, verified);
    return delivery ? { delivery } : { outcome: 'nothing-to-give' };
  } catch (error) {
    return { outcome: { unreadable: whyUnreadable(error as Error) } };
  }
}

/**
 * Records all that could be read, in one transaction, and says of each what became of it.
 *
 * @param onChanged hears which topics have other totals now
 */
export async function recordBodies(
  pool: Pool,
  memory: RecordingMemory,
  bodies: readonly ReadBody[],
  onChanged?: (topics: readonly string[]) => void,
): Promise<BodyOutcome[]> {
  const deliveries = bodies.flatMap((body) => ('delivery' in body ? [body.delivery] : []));
  const recorded = deliveries.length > 0 ? await recordOrders(pool, memory, deliveries, onChanged) : [];
  let next = 0;
  return bodies.map((body) => ('outcome' in body ? body.outcome : recorded[next++]!));
}
