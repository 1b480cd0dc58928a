import type { Pool } from 'pg';
import { StoreRejection } from '../../plugin/store-order.js';
import type { StorePlatform } from '../../plugin/store-platform.js';
import { recordOrders, type Delivery, type Recorded } from '../giving/record-orders.js';
import type { RecordingMemory } from '../giving/recording-memory.js';
import { MoneyError } from '../ledger/money.js';
import { readDelivery, whyUnreadable, type VerifiedDelivery } from './read-delivery.js';

export interface RecordingNeeds {
  pool: Pool;
  memory: RecordingMemory;
  platforms: readonly StorePlatform[];
}

/** What became of one body; `unreadable` says why in a sentence. */
export type BodyOutcome = Recorded | 'nothing-to-give' | { unreadable: string };

/** Reads verified bodies and records all that can be read, in one transaction. */
export async function recordBodies(
  needs: RecordingNeeds,
  deliveries: readonly VerifiedDelivery[],
): Promise<BodyOutcome[]> {
  const outcomes: (BodyOutcome | undefined)[] = [];
  const readable: Delivery[] = [];
  for (const delivery of deliveries) {
    const read = tryToRead(needs.platforms, delivery);
    if (isDelivery(read)) readable.push(read);
    outcomes.push(isDelivery(read) ? undefined : read);
  }
  const recorded = readable.length > 0 ? await recordOrders(needs.pool, needs.memory, readable) : [];
  let next = 0;
  return outcomes.map((outcome) => outcome ?? recorded[next++]!);
}

const isDelivery = (read: Delivery | BodyOutcome): read is Delivery => typeof read === 'object' && 'news' in read;

function tryToRead(platforms: readonly StorePlatform[], delivery: VerifiedDelivery): Delivery | BodyOutcome {
  try {
    const platform = platforms.find(({ name }) => name === delivery.platform)!;
    return readDelivery(platform, delivery) ?? 'nothing-to-give';
  } catch (error) {
    if (!(error instanceof StoreRejection) && !(error instanceof MoneyError)) throw error;
    return { unreadable: whyUnreadable(error) };
  }
}
