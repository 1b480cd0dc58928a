import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { StorePlatform, WebhookLabel } from '../../plugin/store-platform.js';
import type { BodiesInHand } from '../http/bodies-in-hand.js';
import type { RouteDescription } from '../http/define-route.js';
import { Problem } from '../http/problem.js';
import { loggedPath, requestId } from '../http/request-id.js';
import { problemOf, sendProblem } from '../http/send-problem.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { Seal } from '../secrets/seal.js';
import type { Shop, ShopDirectory } from '../shops/shop-directory.js';
import { keepDeadLetter, type UnreadDelivery } from './dead-letters.js';
import { GroupCommit, NotNow, type Outcome, type QueueLimits } from './group-commit.js';
import type { IntakeMetrics } from './intake-metrics.js';
import { problemOfNotNow } from './not-now.js';
import { deliveryKey, UnreadableDelivery, whyUnreadable, type VerifiedDelivery } from './read-delivery.js';
import type { Recorder, Ticket } from './recorder.js';

/** The largest webhook body; carts of hundreds of lines stay well below. */
const bodyBytesMax = 2 * 1024 * 1024;

export interface IntakeNeeds {
  pool: Pool;
  seal: Seal;
  recorder: Recorder;
  shops: ShopDirectory;
  platforms: readonly StorePlatform[];
  /** Secrets of the platform's app, for shops without one of their own: current first, then previous. */
  appSecrets(platform: string): readonly string[];
  metrics: IntakeMetrics;
  log: TroubleLog;
  bodies: BodiesInHand;
  limits: QueueLimits;
}

export interface Intake {
  /** Whether this request is a store's; then it must be given to `serve`. */
  serves(request: IncomingMessage): boolean;
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** Answers what was taken, takes nothing new. */
  stop(): Promise<void>;
}

/** A verified delivery with the store's own name for it. */
type Taken = VerifiedDelivery & { label: WebhookLabel; ticket?: Ticket };

/**
 * `POST /webhooks/<platform>`: raw bytes in, and 200 only when the order is on disk. The signature is checked before a
 * single byte is parsed.
 *
 * A plain request listener in front of Express: this is the one address that must keep up with a crowd, and it needs
 * nothing of what Express does for the others.
 */
export function openIntake(needs: IntakeNeeds): Intake {
  const queue = new GroupCommit<Taken>({
    enter: (taken) => (taken.ticket = needs.recorder.read(taken)),
    record: (batch) => recordBatch(needs, batch),
    keepDeadLetter: (taken, error) => bury(needs, taken, error),
    sizeOf: ({ body }) => body.length,
    limits: needs.limits,
  });
  needs.metrics.watch(queue);
  const platforms = new Map(needs.platforms.map((platform) => [`/webhooks/${platform.name}`, platform]));
  return {
    serves: (request) => platforms.has(pathOf(request)),
    serve: (request, response) => {
      const since = performance.now();
      needs.metrics.received();
      take(needs, queue, platforms.get(pathOf(request))!, request, response).then(
        (outcome) => {
          answer(outcome, response);
          needs.metrics.answered(outcome, (performance.now() - since) / 1_000);
        },
        (error: unknown) => answerProblem(needs, error, request, response),
      );
    },
    stop: () => queue.stop(),
  };
}

/** What a store got wrong stands in the dead letter; what went wrong here is for the log as well. */
async function bury({ pool, seal, log }: IntakeNeeds, taken: Taken, error: Error): Promise<void> {
  if (!(error instanceof UnreadableDelivery)) log.error({ err: error }, 'a delivery could not be recorded even alone');
  try {
    await keepDeadLetter(pool, seal, unreadOf(taken), whyUnreadable(error));
  } catch (failure) {
    log.warn({ err: failure }, 'a dead letter could not be kept; its sender was asked to come back');
    throw failure;
  }
}

const unreadOf = ({ shop, topic, label, body }: Taken): UnreadDelivery => ({
  key: deliveryKey(shop.id, label),
  shopId: shop.id,
  topic,
  webhookId: label.webhookId,
  body,
});

const pathOf = ({ url = '' }: IncomingMessage) => {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
};

async function recordBatch(needs: IntakeNeeds, batch: readonly Taken[]) {
  const done = needs.metrics.startBatch(batch.length);
  const outcomes = await needs.recorder.record(batch.map(({ ticket }) => ticket!));
  done();
  return outcomes.map((outcome) =>
    typeof outcome === 'string' ? outcome : new UnreadableDelivery(outcome.unreadable),
  );
}

async function take(
  needs: IntakeNeeds,
  queue: GroupCommit<Taken>,
  platform: StorePlatform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Outcome> {
  if (request.method !== 'POST')
    throw new Problem('method-not-allowed', `${request.method} is not possible here; use POST.`);
  const delivery = { headers: request.headers, body: await needs.bodies.receive(request, response, bodyBytesMax) };
  const label = platform.readLabel(delivery);
  const { id, merchantId, currency } = await verifiedShop(needs, platform, label.shopDomain, delivery);
  const shop = { id, merchantId, currency };
  const taken: Taken = { platform: platform.name, shop, topic: label.topic, label, body: delivery.body };
  try {
    const outcome = await queue.add(taken);
    if (outcome === 'dead-letter') needs.recorder.forget(taken.ticket!);
    return outcome;
  } catch (error) {
    if (taken.ticket !== undefined) needs.recorder.forget(taken.ticket);
    throw error;
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
  if (!platform.verifies(delivery, secrets))
    throw new Problem('unauthorized', 'The signature of this delivery is missing or wrong.');
  if (!shop) throw new Problem('not-found', 'This shop is not connected here.');
  return shop;
}

/** As text, because Node writes a head and a text in one piece, but a head and bytes in two. */
function answer(outcome: Outcome, response: ServerResponse): void {
  const body = `{"outcome":"${outcome}"}`;
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  response.end(body, 'latin1');
}

function answerProblem(
  { metrics, log }: IntakeNeeds,
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const problem = error instanceof NotNow ? problemOfNotNow(error) : problemOf(error);
  metrics.refused(error instanceof NotNow ? error.reason : problem.kind);
  if (problem.kind === 'internal')
    log.error({ err: error, requestId: requestId(request), path: loggedPath(request) }, 'a delivery failed');
  else if (problem.status === 503)
    log.warn({ requestId: requestId(request), reason: problem.kind }, 'deliveries are sent away until later');
  if (problem.kind === 'method-not-allowed') response.setHeader('Allow', 'POST');
  sendProblem(request, response, problem);
}

/** What {@link openIntake} answers, for the description of the API. */
export const describeIntake = (platforms: readonly StorePlatform[]): RouteDescription[] => platforms.map(describe);

function describe(platform: StorePlatform): RouteDescription {
  return {
    method: 'post',
    path: `/webhooks/${platform.name}`,
    operationId: `receive${platform.name.charAt(0).toUpperCase()}${platform.name.slice(1)}Webhook`,
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
