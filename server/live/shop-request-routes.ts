import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { onlyOwn, type Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField, notFound, Problem } from '../http/problem.js';
import { id, listOf, pageQuery } from '../http/wire.js';
import { shopDomain } from '../shops/shop-domain.js';

export interface ShopRequestRow {
  id: string;
  streamer_id: string;
  domain: string;
  asked_at: Date;
}

const shopRequest = z.object({
  id: z.string(),
  organisationId: z.string(),
  domain: z.string(),
  state: z
    .enum(['asked', 'allowed', 'denied'])
    .openapi({ description: 'asked: nobody has answered, or there is no such shop here' }),
  askedAt: z.string(),
  decidedAt: z.string().optional(),
  shop: z
    .object({ id: z.string(), currency: z.string(), merchant: z.object({ id: z.string(), name: z.string() }) })
    .optional()
    .openapi({ description: 'told once it has allowed it' }),
});

/** So many may wait for an answer: whoever asks more is trying addresses out. */
const waitingMax = 50;

/** What the merchant of the shop has said; of a shop that is not here, as of one that says nothing, nothing is known. */
async function toWire(db: Knex, row: ShopRequestRow) {
  const answer = await db('shop_streamers as a')
    .join('shops as s', 's.id', 'a.shop_id')
    .join('organisations as m', 'm.id', 's.merchant_id')
    .where({ 'a.streamer_id': row.streamer_id, 's.domain': row.domain })
    .orderBy('a.state')
    .first('a.state', 'a.decided_at', 's.id', 's.currency', { merchantId: 'm.id', merchant: 'm.name' });
  return {
    id: row.id,
    organisationId: row.streamer_id,
    domain: row.domain,
    state: answer?.state ?? 'asked',
    askedAt: row.asked_at.toISOString(),
    ...(answer && { decidedAt: answer.decided_at.toISOString() }),
    ...(answer?.state === 'allowed' && {
      shop: { id: answer.id, currency: answer.currency, merchant: { id: answer.merchantId, name: answer.merchant } },
    }),
  };
}

/** Who asks: the organisation that was named, or the only one the caller has. */
async function hostOf(db: Knex, caller: Caller, named: string | undefined): Promise<string> {
  const [only, ...others] = caller.organisations;
  const host = named ?? (others.length === 0 ? only : undefined);
  if (host === undefined) throw badField('organisationId', 'is missing; say which of your organisations asks');
  const known = await onlyOwn(db('organisations').where({ id: host }), 'id', caller)
    .whereIn('kind', ['streamer', 'merchant'])
    .first('id');
  if (!known) throw badField('organisationId', 'names no streamer or merchant of yours');
  return host;
}

/** How a host asks shops whether it may sell in them. */
export const shopRequestRoutes: Route[] = [
  defineRoute({
    method: 'post',
    path: '/v1/shop-requests',
    summary: 'Asks a shop whether an organisation may sell in it; asked again, it stays the same request',
    body: z.strictObject({ domain: shopDomain, organisationId: id.optional() }),
    answer: {
      status: 201,
      description: 'The request; the same whether or not there is such a shop',
      schema: shopRequest,
    },
    handle: async ({ db, body, caller }) => {
      const host = await hostOf(db, caller, body.organisationId);
      // One at a time for each host, or many at once would pass the limit together.
      await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`shop requests ${host}`]);
      const known = await db<ShopRequestRow>('shop_requests').where({ streamer_id: host, domain: body.domain }).first();
      if (known) return { body: await toWire(db, known) };
      const { rows } = await db.raw(
        `SELECT count(*)::int AS waiting FROM shop_requests r WHERE streamer_id = ? AND NOT EXISTS (
           SELECT FROM shop_streamers a JOIN shops s ON s.id = a.shop_id
           WHERE a.streamer_id = r.streamer_id AND s.domain = r.domain)`,
        [host],
      );
      if (rows[0].waiting >= waitingMax)
        throw new Problem(
          'conflict',
          `${waitingMax} shops have not answered yet; wait for some of them, or take a request back.`,
        );
      const [row] = await db<ShopRequestRow>('shop_requests')
        .insert({ id: newId(), streamer_id: host, domain: body.domain })
        .returning('*');
      return { body: await toWire(db, row!) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/shop-requests',
    summary: 'The shops that were asked, and what they said, newest first',
    query: pageQuery.extend({ organisationId: id.optional().openapi({ description: 'default: all you act for' }) }),
    answer: { status: 200, description: 'A page', schema: listOf(shopRequest) },
    handle: async ({ db, query: { organisationId, ...page }, caller }) => {
      const rows = onlyOwn(db('shop_requests'), 'streamer_id', caller);
      if (organisationId !== undefined) void rows.where({ streamer_id: organisationId });
      return answerPage<ShopRequestRow>(rows, page, 'asked_at', (row) => toWire(db, row));
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/shop-requests/{id}',
    summary: 'Takes a request back, and gives up the permission if there was one; a refusal stands',
    params: z.object({ id }),
    answer: { status: 204, description: 'Taken back' },
    handle: async ({ db, params, caller }) => {
      const [gone] = await onlyOwn(db<ShopRequestRow>('shop_requests').where({ id: params.id }), 'streamer_id', caller)
        .delete()
        .returning('*');
      if (!gone) throw notFound('request');
      await db('shop_streamers')
        .where({ streamer_id: gone.streamer_id, state: 'allowed' })
        .whereIn('shop_id', db('shops').where({ domain: gone.domain }).select('id'))
        .delete();
      return {};
    },
  }),
];
