import type { ErrorRequestHandler, Express, Request, Response } from 'express';
import type { Knex } from 'knex';
import { againWhenInTheWay } from '../database/again.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { Seal } from '../secrets/seal.js';
import { whoMayCall, type Guarded } from './access.js';
import { actAs } from './act-as.js';
import type { BodiesInHand } from './bodies-in-hand.js';
import { linkHolder, nobody, type Caller } from './caller.js';
import { checkInput } from './check-input.js';
import { nameOf, type Call, type Route, type RouteDescription, type UploadedFile } from './define-route.js';
import { doOnce, readIdempotencyKey } from './idempotency.js';
import { Problem } from './problem.js';
import { fingerprintOf, receiveFile } from './receive-file.js';
import { receiveJson } from './receive-json.js';
import { loggedPath, requestId } from './request-id.js';
import { keepSecret } from './secret-answer.js';
import { problemOf, sendProblem } from './send-problem.js';

export interface MountOptions {
  knex: Knex;
  bodies: BodiesInHand;
  /** Answers kept for repeated requests may hold secrets that are shown once. */
  seal: Seal;
  /** Proxies in front that are believed when they say who asks. */
  proxies: number;
  /** Who calls; throws {@link Problem} when he may not. */
  authorise(request: Request, access: Exclude<Guarded, 'public'>): Promise<Caller>;
  /** Routes that answer by themselves; they are only described and listed. */
  elsewhere: readonly RouteDescription[];
  /** A write of somebody known has been committed and is about to be answered. */
  onWritten?(): void;
}

/** Mounts every route with its guard, its checks and, for writes, its transaction and idempotency. */
export function mountRoutes(app: Express, routes: readonly Route[], options: MountOptions): void {
  const listed = new Set(Object.keys(whoMayCall));
  for (const route of routes) {
    const access = whoMayCall[nameOf(route)];
    if (access === undefined || access === 'signed')
      throw new Error(`${nameOf(route)} is not listed in server/http/access.ts`);
    listed.delete(nameOf(route));
    const forAnyPage = (access === 'public' || access === 'link') && route.path.startsWith('/v1/');
    // The guard stands before the body is read: a stranger's bytes are not even parsed.
    app[route.method](expressPath(route.path), async (request, response) => {
      if (forAnyPage) openToAnyPage(response);
      if (!forAnyPage && route.path.startsWith('/v1/')) response.setHeader('Cache-Control', 'no-store');
      if (access === 'link') keepSecret(response);
      const caller =
        access === 'link' ? linkHolder : access === 'public' ? nobody : await options.authorise(request, access);
      if (route.body) assertJson(request);
      if (route.upload) request.body = await receiveFile(options.bodies, request, response, route.upload);
      else if (route.method !== 'get') request.body = await receiveJson(options.bodies, request, response);
      await answer(route, caller, request, response, options);
    });
  }
  for (const route of options.elsewhere)
    if (!listed.delete(nameOf(route))) throw new Error(`${nameOf(route)} is not listed in server/http/access.ts`);
  if (listed.size > 0)
    throw new Error(`server/http/access.ts lists routes that do not exist: ${[...listed].join(', ')}`);
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map((route) => route.method.toUpperCase());
    app.all(expressPath(path), (request, response) => {
      response.setHeader('Allow', allowed.join(', '));
      throw new Problem('method-not-allowed', `${request.method} is not possible here; use ${allowed.join(' or ')}.`);
    });
  }
}

/** What everybody may know, pages of every shop may read, refusals included: a script must hear that it asked in vain. */
function openToAnyPage(response: Response): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  // What is not there must not be a way past the caches; an answer that says more sets its own.
  response.setHeader('Cache-Control', 'public, s-maxage=1');
}

const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

async function answer(
  route: Route,
  caller: Caller,
  request: Request,
  response: Response,
  options: MountOptions,
): Promise<void> {
  const { knex, seal } = options;
  const checked = {
    params: route.params ? checkInput(route.params, request.params, 'address') : undefined,
    query: route.query ? checkInput(route.query, request.query, 'query') : undefined,
    body: route.body ? checkInput(route.body, request.body, 'body') : undefined,
    request,
    caller,
    ...(route.upload && { file: request.body as UploadedFile }),
  };
  await route.admit?.(checked as Call<never, never, never>);
  const handle = (db: Knex) => route.handle({ ...checked, db } as Call<never, never, never>);
  // Idempotency keys are for those who are known. An answer kept for whoever knows an address would outlive the address;
  // and strangers could fill the table, or have every topic read again.
  const known = caller.kind !== 'nobody';
  const writes = route.method !== 'get';
  const sent = checked.file ? { ...fingerprintOf(checked.file), query: checked.query } : request.body;
  const keyed =
    known && writes
      ? readIdempotencyKey(request.get('idempotency-key'), caller, request.method, request.path, sent)
      : undefined;
  const given =
    known || writes
      ? await againWhenInTheWay(() =>
          knex.transaction(async (transaction) => {
            await actAs(transaction, caller, request, options.proxies);
            return doOnce(transaction, seal, keyed, route.answer.status, () => handle(transaction));
          }),
        )
      : await handle(knex);
  if (known && writes) options.onWritten?.();
  given.afterwards?.();
  for (const [name, value] of Object.entries(given.headers ?? {})) response.setHeader(name, value);
  if (isKnown(request, given.headers?.ETag)) return void response.status(304).end();
  response.status(given.status ?? route.answer.status);
  if (given.body === undefined) response.end();
  else if (route.answer.contentType)
    sendAs(response, given.headers?.['Content-Type'] ?? route.answer.contentType, given.body);
  else response.json(given.body);
}

/** Bytes as exactly this type: Express would add a charset to some. */
function sendAs(response: Response, type: string, body: unknown): void {
  if (Buffer.isBuffer(body)) response.setHeader('Content-Type', type);
  else response.type(type);
  response.send(body);
}

export function assertJson(request: Request): void {
  const type = request.headers['content-type'];
  if (type !== undefined && !/^application\/([\w.-]+\+)?json\b/i.test(type))
    throw new Problem('unsupported-media-type', 'The body must be JSON: send Content-Type: application/json.');
  if (type !== undefined && !/^[^;]*(;\s*charset="?utf-?8"?\s*)?$/i.test(type))
    throw new Problem('unsupported-media-type', 'The body must be JSON in UTF-8.');
}

/**
 * Whether the caller has this very state already. Express asks no further when the caller also says `no-cache`, as
 * fetch() does with every If-None-Match; but that asks for revalidation, which is what happens here.
 */
function isKnown(request: Request, etag: string | undefined): boolean {
  const known = request.get('if-none-match');
  if (etag === undefined || known === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return known.split(',').some((tag) => opaque(tag) === opaque(etag));
}

/** Answers whatever went wrong as problem+json. Only what nobody expected is logged, without bodies or headers. */
export function problemHandler(log: TroubleLog): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error);
    if (problem.kind === 'internal')
      log.error(
        { err: error, requestId: requestId(request), method: request.method, path: loggedPath(request) },
        'request failed',
      );
    sendProblem(request, response, problem);
  };
}
