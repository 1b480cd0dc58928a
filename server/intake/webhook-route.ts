import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { StoreRejection } from '../../plugin/store-order.js';
import type { StorePlatform } from '../../plugin/store-platform.js';
import { recordOrders, type Delivery } from '../giving/record-orders.js';
import type { BodiesInHand } from '../http/bodies-in-hand.js';
import type { RouteDescription } from '../http/define-route.js';
import { Problem } from '../http/problem.js';
import { problemOf, sendProblem } from '../http/send-problem.js';
import { MoneyError } from '../ledger/money.js';
import type { Seal } from '../secrets/seal.js';
import type { Shop, ShopDirectory } from '../shops/shop-directory.js';
import { keepDeadLetter, type UnreadDelivery } from './dead-letters.js';
import { GroupCommit, NotNow, type Outcome, type QueueLimits } from './group-commit.js';
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
  log: Logger;
  bodies: BodiesInHand;
  limits: QueueLimits;
}

export interface Intake {
  /** Whether this request is a store's; then it must be given to `serve`. */
  serves(request: IncomingMessage): boolean;
  serve(request: IncomingMessage, response: ServerResponse): void;
  descriptions: readonly RouteDescription[];
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
 *
 * A plain request listener in front of Express: this is the one address that must keep up with a crowd, and it needs
 * nothing of what Express does for the others.
 */
export function openIntake(needs: IntakeNeeds): Intake {
  const queue = new GroupCommit<Queued>({
    record: (batch) => recordBatch(needs, batch),
    keepDeadLetter: (item, error) => keepDeadLetter(needs.pool, needs.seal, item.unread, whyUnreadable(error)),
    sizeOf: (item) => item.unread.body.length,
    limits: needs.limits,
  });
  const platforms = new Map(needs.platforms.map((platform) => [`/webhooks/${platform.name}`, platform]));
  return {
    serves: (request) => platforms.has(pathOf(request)),
    serve: (request, response) => {
      take(needs, queue, platforms.get(pathOf(request))!, request, response).then(
        (outcome) => answer(outcome, response),
        (error: unknown) => answerProblem(error, request, response, needs.log),
      );
    },
    descriptions: needs.platforms.map(describe),
    stop: () => queue.stop(),
    depth: () => queue.depth,
  };
}

const pathOf = ({ url = '' }: IncomingMessage) => {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
};

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
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Taken> {
  if (request.method !== 'POST')
    throw new Problem('method-not-allowed', `${request.method} is not possible here; use POST.`);
  const delivery = { headers: request.headers, body: await needs.bodies.receive(request, response, bodyBytesMax) };
  const label = platform.readLabel(delivery);
  const shop = await verifiedShop(needs, platform, label.shopDomain, delivery);
  const { topic, webhookId } = label;
  const unread: UnreadDelivery = {
    key: deliveryKey(shop.id, label),
    shopId: shop.id,
    topic,
    webhookId,
    body: delivery.body,
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
  domain: string,
  delivery: { headers: IncomingMessage['headers']; body: Buffer },
): Promise<Shop> {
  const shop = domain ? await needs.shops.byDomain(platform.name, domain) : undefined;
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

const answers = Object.fromEntries(
  (['counted', 'duplicate', 'dead-letter', 'nothing-to-give'] satisfies Taken[]).map((outcome) => [
    outcome,
    Buffer.from(JSON.stringify({ outcome })),
  ]),
) as Record<Taken, Buffer>;

function answer(outcome: Taken, response: ServerResponse): void {
  const body = answers[outcome];
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
}

function answerProblem(error: unknown, request: IncomingMessage, response: ServerResponse, log: Logger): void {
  const problem = error instanceof NotNow ? problemOfNotNow(error) : problemOf(error);
  if (problem.kind === 'internal') log.error({ err: error, path: request.url }, 'a delivery failed');
  if (problem.kind === 'method-not-allowed') response.setHeader('Allow', 'POST');
  sendProblem(response, problem);
}

/** What {@link NotNow} answers: come back soon, nothing was recorded. */
function problemOfNotNow(error: NotNow): Problem {
  const title = {
    'queue-full': 'More orders are arriving than can be recorded; send it again shortly.',
    'database-away': 'The database cannot be reached just now; send it again shortly.',
    stopping: 'The server is restarting; send it again shortly.',
  }[error.reason];
  return new Problem(error.reason === 'database-away' ? 'database-away' : 'too-busy', title, {
    retryAfterSeconds: error.retryAfterSeconds,
  });
}

function describe(platform: StorePlatform): RouteDescription {
  return {
    method: 'post',
    path: `/webhooks/${platform.name}`,
    summary: 'Takes a signed webhook of a shop; answers 200 when it is on disk, 503 with Retry-After to send it again',
    headers: z.object(Object.fromEntries(platform.headers.map((name) => [name, z.string()]))),
    body: z.looseObject({}),
    answer: {
      status: 200,
      description: 'What became of it',
      schema: z.object({ outcome: z.enum(['counted', 'duplicate', 'dead-letter', 'nothing-to-give']) }),
    },
  };
}
