import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { checkInput } from '../http/check-input.js';
import type { RouteDescription } from '../http/define-route.js';
import { notFound, Problem } from '../http/problem.js';
import { loggedPath, requestId } from '../http/request-id.js';
import { problemOf, sendProblem } from '../http/send-problem.js';
import { id, money } from '../http/wire.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { PreparedTopic } from './prepared-topic.js';
import { snapshotSchema } from './snapshot.js';
import type { TopicMemory } from './topic-memory.js';
import { topicOf, type TopicKind } from './topics.js';

export interface TotalsDoor {
  /** Whether this request asks for totals or gifts; then it must be given to `serve`. */
  serves(request: IncomingMessage): boolean;
  serve(request: IncomingMessage, response: ServerResponse): void;
}

type What = 'totals' | 'gifts';

const address = /^\/v1\/(session|project|shop)s\/([^/?]+)\/(totals|gifts)(?:\?|$)/;
const plainId = /^[0-9A-Za-z_-]{1,64}$/;

/**
 * Every answer. A cache keeps it for a second, then gives it out while it fetches the next, for 5 s, and for 10 s while we
 * cannot be reached: as long as screens trust what they show. docs/operating.md, "Behind a CDN".
 */
const always = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};
const found = {
  ...always,
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'public, s-maxage=1, stale-while-revalidate=5, stale-if-error=10',
};
/** Ids that do not exist, or are none, must not be a way past the cache. */
const notThere = { ...always, 'Cache-Control': 'public, s-maxage=1' };

/**
 * `GET /v1/{sessions,projects,shops}/{id}/{totals,gifts}`: what topics have given, from memory, made for caches.
 *
 * A plain request listener in front of Express, like the intake: all that it does is to find bytes that lie ready.
 */
export function totalsDoor(memory: TopicMemory, log: TroubleLog): TotalsDoor {
  return {
    serves: ({ url = '' }) => address.test(url),
    serve(request, response) {
      answer(memory, request, response).catch((error: unknown) => answerProblem(log, error, request, response));
    },
  };
}

async function answer(memory: TopicMemory, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, kind, name, what] = address.exec(request.url!) as unknown as [string, TopicKind, string, What];
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET');
    throw new Problem('method-not-allowed', `${request.method} is not possible here; use GET.`);
  }
  if (!plainId.test(name)) {
    say(response, notThere);
    checkInput(z.object({ id }), { id: name }, 'address');
  }
  const known = memory.recent(topicOf(kind, name));
  const topic = known instanceof Promise ? await known : known;
  if (topic) give(topic, what, request, response);
  else {
    say(response, notThere);
    throw notFound(kind);
  }
}

function give(topic: PreparedTopic, what: What, request: IncomingMessage, response: ServerResponse): void {
  // `seq` names the state, so equal tags are equal bodies on every server.
  const tag = `"${topic.snapshot.topic}-${topic.seq}${what === 'gifts' ? '-gifts' : ''}"`;
  if (isKnown(request.headers['if-none-match'], tag)) {
    response.writeHead(304, { ...found, ETag: tag });
    return void response.end();
  }
  const { text, bytes } = what === 'gifts' ? topic.giftsBody : topic.totalsBody;
  response.writeHead(200, { ...found, ETag: tag, 'Content-Length': bytes });
  response.end(request.method === 'HEAD' ? undefined : text);
}

function isKnown(known: string | undefined, tag: string): boolean {
  if (known === undefined || known === tag) return known !== undefined;
  return known.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}

function answerProblem(log: TroubleLog, error: unknown, request: IncomingMessage, response: ServerResponse): void {
  const problem = problemOf(error);
  const about = { requestId: requestId(request), path: loggedPath(request) };
  if (problem.kind === 'internal') log.error({ err: error, ...about }, 'request failed');
  // A page anywhere may read what went wrong, too.
  say(response, always);
  sendProblem(request, response, problem);
}

function say(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
}

const giftsSchema = z
  .object({
    topic: z.string(),
    seq: z.int().openapi({ description: 'That of the totals they belong to.' }),
    gifts: z.array(
      z.object({
        at: z.string(),
        item: z.string(),
        projectId: z.string(),
        amount: money.openapi({ description: 'What changed, always above zero; `change` tells the direction.' }),
        change: z.enum(['pledged', 'reversed']),
        reason: z.string().optional(),
      }),
    ),
  })
  .openapi('NewestGifts');

function describe(
  kind: TopicKind,
  what: What,
  summary: string,
  description: string,
  schema: z.ZodType,
): RouteDescription {
  return {
    method: 'get',
    path: `/v1/${kind}s/{id}/${what}`,
    summary,
    params: z.object({ id }),
    answer: { status: 200, description, schema },
  };
}

/** What {@link totalsDoor} answers, for the description of the API. */
export const totalsDescriptions: readonly RouteDescription[] = (['session', 'project', 'shop'] as const).flatMap(
  (kind) => [
    describe(kind, 'totals', `What a ${kind} has given so far`, 'The totals now', snapshotSchema),
    describe(kind, 'gifts', `The newest gifts of a ${kind}`, 'At most 20, newest first', giftsSchema),
  ],
);
