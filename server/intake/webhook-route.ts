import express, { type Request, type Response, type Router } from 'express';
import type { Pool } from 'pg';
import type { StorePlatform, WebhookLabel } from '../../plugin/store-platform.js';
import { StoreRejection } from '../../plugin/store-order.js';
import { recordOrders, type Delivery } from '../giving/record-orders.js';
import { Problem } from '../http/problem.js';
import { MoneyError } from '../ledger/money.js';
import type { Seal } from '../secrets/seal.js';
import type { Shop, ShopDirectory } from '../shops/shop-directory.js';
import { keepDeadLetter, type UnreadDelivery } from './dead-letters.js';
import { defaultLimits, GroupCommit, type NotNow, type Outcome, type QueueLimits } from './group-commit.js';
import type { IntakeMetrics } from './intake-metrics.js';
import { deliveryKey, readDelivery, whyUnreadable } from './read-delivery.js';

/** The largest webhook body; carts of hundreds of lines stay well below. */
const bodyBytesMax = 2 * 1024 * 1024;

export interface IntakeNeeds {
  pool: Pool;
  seal: Seal;
  shops: ShopDirectory;
  platforms: readonly StorePlatform[];
  /** Secrets of the platform's app, for shops without one of their own: current first, then previous. */
  appSecrets(platform: string): readonly string[];
  metrics: IntakeMetrics;
  limits?: QueueLimits;
}

export interface Intake {
  router: Router;
  /** Answers what was taken, takes nothing new. */
  stop(): Promise<void>;
  depth(): number;
}

interface Queued {
  delivery: Delivery;
  unread: UnreadDelivery;
}

/**
 * `POST /webhooks/<platform>`: raw bytes in, and 200 only when the order is on disk. The signature is checked before a
 * single byte is parsed.
 */
export function openIntake(needs: IntakeNeeds): Intake {
  const queue = new GroupCommit<Queued>({
    record: (batch) => recordBatch(needs, batch),
    keepDeadLetter: (item, error) => keepDeadLetter(needs.pool, needs.seal, item.unread, whyUnreadable(error)),
    sizeOf: (item) => item.unread.body.length,
    limits: needs.limits ?? defaultLimits,
  });
  const router = express.Router();
  for (const platform of needs.platforms)
    router.post(
      `/webhooks/${platform.name}`,
      // Compressed bodies are refused: the signature is over the bytes as sent.
      express.raw({ limit: bodyBytesMax, type: () => true, inflate: false }),
      async (request, response) => answer(await take(needs, queue, platform, request), response),
    );
  return { router, stop: () => queue.stop(), depth: () => queue.depth };
}

async function recordBatch(needs: IntakeNeeds, batch: readonly Queued[]): Promise<readonly Outcome[]> {
  const done = needs.metrics.startBatch(batch.length);
  const outcomes = await recordOrders(
    needs.pool,
    batch.map(({ delivery }) => delivery),
  );
  done();
  return outcomes;
}

type Taken = Outcome | 'nothing-to-give';

async function take(
  needs: IntakeNeeds,
  queue: GroupCommit<Queued>,
  platform: StorePlatform,
  request: Request,
): Promise<Taken> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const label = platform.readLabel({ headers: request.headers, body });
  const shop = await verifiedShop(needs, platform, label, { headers: request.headers, body });
  const unread: UnreadDelivery = {
    key: deliveryKey(shop.id, label.topic, label.webhookId, body),
    shopId: shop.id,
    topic: label.topic,
    webhookId: label.webhookId,
    body,
  };
  const outcome = await record(needs, queue, platform, shop, unread);
  needs.metrics.outcome(outcome);
  return outcome;
}

async function record(
  needs: IntakeNeeds,
  queue: GroupCommit<Queued>,
  platform: StorePlatform,
  shop: Shop,
  unread: UnreadDelivery,
): Promise<Taken> {
  try {
    const delivery = readDelivery(platform, shop, unread);
    return delivery ? await queue.add({ delivery, unread }) : 'nothing-to-give';
  } catch (error) {
    if (!(error instanceof StoreRejection) && !(error instanceof MoneyError)) throw error;
    await keepDeadLetter(needs.pool, needs.seal, unread, whyUnreadable(error));
    return 'dead-letter';
  }
}

/** The connected shop that really signed this; anything else ends here, unparsed and unstored. */
async function verifiedShop(
  needs: IntakeNeeds,
  platform: StorePlatform,
  label: WebhookLabel,
  delivery: { headers: Request['headers']; body: Buffer },
): Promise<Shop> {
  const shop = label.shopDomain ? await needs.shops.byDomain(platform.name, label.shopDomain) : undefined;
  const secrets = shop?.webhookSecret ? [shop.webhookSecret] : needs.appSecrets(platform.name);
  if (!platform.verifies(delivery, secrets)) {
    needs.metrics.outcome('bad-signature');
    throw new Problem('unauthorized', 'The signature of this delivery is missing or wrong.');
  }
  if (!shop) {
    needs.metrics.outcome('unknown-shop');
    throw new Problem('not-found', 'This shop is not connected here.');
  }
  return shop;
}

function answer(outcome: Taken, response: Response): void {
  response.status(200).json({ outcome });
}

/** What {@link NotNow} answers: come back soon, nothing was recorded. */
export function problemOfNotNow(error: NotNow): Problem {
  const title = {
    'queue-full': 'More orders are arriving than can be recorded; send it again shortly.',
    'database-away': 'The database cannot be reached just now; send it again shortly.',
    stopping: 'The server is restarting; send it again shortly.',
  }[error.reason];
  return new Problem(error.reason === 'database-away' ? 'database-away' : 'too-busy', title, {
    retryAfterSeconds: error.retryAfterSeconds,
  });
}
