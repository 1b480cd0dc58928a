import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { assertOwn, onlyOwn, type Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField, notFound, Problem } from '../http/problem.js';
import { id, listOf, pageQuery } from '../http/wire.js';
import type { Seal } from '../secrets/seal.js';
import { checkEndpointUrl } from './endpoint-url.js';
import {
  changedEndpoint,
  endpointSchema,
  endpointToWire,
  endpointWithSecret,
  newEndpoint,
  type EndpointRow,
} from './endpoint-wire.js';
import type { Surroundings } from './find-address.js';
import { newEndpointSecret, rotationHours } from './sign-event.js';

/** Endpoints of one organisation: more than anybody needs, few enough that one gift does not become a flood. */
const endpointsMax = 20;

const params = z.object({ id });

/**
 * One endpoint, if it is the caller's.
 *
 * @throws {Problem} `not-found`
 */
export async function findEndpoint(db: Knex, endpointId: string, caller: Caller): Promise<EndpointRow> {
  const row = await onlyOwn(db<EndpointRow>('webhook_endpoints'), 'organisation_id', caller)
    .where({ id: endpointId })
    .first();
  if (!row) throw notFound('webhook endpoint');
  return row as EndpointRow;
}

/** Whose the new endpoint is: the one named, or the only one the caller acts for. */
async function ownerOf(db: Knex, named: string | undefined, caller: Caller): Promise<string> {
  const owner = named ?? (caller.organisations.length === 1 ? caller.organisations[0]! : undefined);
  if (owner === undefined) throw badField('organisationId', 'must say whose endpoint this is');
  assertOwn(caller, owner, 'organisation');
  if (!(await db('organisations').where({ id: owner }).first('id')))
    throw badField('organisationId', 'names no organisation');
  // Two at once must not both be the last that fits.
  await db.raw(`SELECT pg_advisory_xact_lock(hashtext('webhook endpoints'), hashtext(?))`, [owner]);
  const there = await db('webhook_endpoints').where({ organisation_id: owner }).select('id');
  if (there.length >= endpointsMax)
    throw new Problem('conflict', `An organisation has at most ${endpointsMax} webhook endpoints; remove one first.`);
  return owner;
}

export interface WebhookNeeds {
  seal: Seal;
  surroundings: Surroundings;
}

export function endpointRoutes({ seal, surroundings }: WebhookNeeds): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/webhook-endpoints',
      summary: 'Lists webhook endpoints, newest first',
      query: pageQuery.extend({ organisation: id.optional().openapi({ description: 'of this one alone' }) }),
      answer: { status: 200, description: 'A page', schema: listOf(endpointSchema) },
      handle: async ({ db, query, caller }) => {
        const rows = onlyOwn(db('webhook_endpoints'), 'organisation_id', caller);
        if (query.organisation !== undefined) rows.where({ organisation_id: query.organisation });
        return answerPage<EndpointRow>(rows, query, 'created_at', endpointToWire);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/webhook-endpoints',
      summary: 'Adds an address that hears of events; its secret is shown in this answer only',
      body: newEndpoint,
      answer: { status: 201, description: 'The endpoint, with its secret', schema: endpointWithSecret },
      // The name is looked up before a transaction begins: name servers may take their time.
      admit: async ({ body }) => void (await checkEndpointUrl(body.url, surroundings)),
      handle: async ({ db, body, caller }) => {
        const owner = await ownerOf(db, body.organisationId, caller);
        const secret = newEndpointSecret();
        const [row] = await db<EndpointRow>('webhook_endpoints')
          .insert({
            id: newId(),
            organisation_id: owner,
            url: new URL(body.url).href,
            events: body.events,
            description: body.description ?? null,
            secret: seal.seal(secret),
          })
          .returning('*');
        return { body: { ...endpointToWire(row!), secret } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/webhook-endpoints/{id}',
      summary: 'One webhook endpoint',
      params,
      answer: { status: 200, description: 'The endpoint', schema: endpointSchema },
      handle: async ({ db, params, caller }) => ({ body: endpointToWire(await findEndpoint(db, params.id, caller)) }),
    }),
    defineRoute({
      method: 'put',
      path: '/v1/webhook-endpoints/{id}',
      summary: 'Changes an endpoint, or switches it off or on again',
      params,
      body: changedEndpoint,
      answer: { status: 200, description: 'The endpoint', schema: endpointSchema },
      admit: async ({ body }) => void (await checkEndpointUrl(body.url, surroundings)),
      handle: async ({ db, params, body, caller }) => {
        const before = await findEndpoint(db, params.id, caller);
        const [row] = await db<EndpointRow>('webhook_endpoints')
          .where({ id: params.id })
          .update({
            url: new URL(body.url).href,
            events: body.events,
            description: body.description ?? null,
            enabled: body.enabled,
            // Switched off already for another reason: that one still says more.
            disabled_reason: body.enabled ? null : (before.disabled_reason ?? 'by-hand'),
          })
          .returning('*');
        return { body: endpointToWire(row!) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/webhook-endpoints/{id}',
      summary: 'Removes an endpoint with its log',
      params,
      answer: { status: 204, description: 'Nothing is sent there any more' },
      handle: async ({ db, params, caller }) => {
        await findEndpoint(db, params.id, caller);
        await db('webhook_endpoints').where({ id: params.id }).delete();
        return {};
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/webhook-endpoints/{id}/rotate-secret',
      summary: `Makes a new secret; for ${rotationHours} hours the one before signs too`,
      params,
      body: z.strictObject({}).optional(),
      answer: { status: 200, description: 'The endpoint, with its new secret', schema: endpointWithSecret },
      handle: async ({ db, params, caller }) => {
        const before = await findEndpoint(db, params.id, caller);
        const secret = newEndpointSecret();
        const [row] = await db<EndpointRow>('webhook_endpoints')
          .where({ id: params.id })
          .update({
            secret: seal.seal(secret),
            previous_secret: before.secret,
            previous_until: new Date(Date.now() + rotationHours * 3_600_000),
          })
          .returning('*');
        return { body: { ...endpointToWire(row!), secret } };
      },
    }),
  ];
}
