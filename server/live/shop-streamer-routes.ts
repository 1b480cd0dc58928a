import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { onlyOwn, type Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { notFound } from '../http/problem.js';
import { id, listOf, pageQuery } from '../http/wire.js';
import { sessionSeen, sessionSeenSchema, type SessionRow } from './session-wire.js';

const shopStreamer = z.object({
  streamerId: z.string(),
  name: z.string(),
  state: z.enum(['asked', 'allowed', 'denied']),
  askedAt: z.string(),
  decidedAt: z.string().optional(),
});

interface ShopStreamerRow {
  id: string;
  streamer_id: string;
  name: string;
  state: 'allowed' | 'denied' | null;
  asked_at: Date;
  decided_at: Date | null;
}

const toWire = (row: ShopStreamerRow) => ({
  streamerId: row.streamer_id,
  name: row.name,
  state: row.state ?? ('asked' as const),
  askedAt: row.asked_at.toISOString(),
  ...(row.decided_at && { decidedAt: row.decided_at.toISOString() }),
});

interface OwnShop {
  id: string;
  domain: string;
  merchant_id: string;
}

async function ownShop(db: Knex, caller: Caller, shopId: string): Promise<OwnShop> {
  const shop = await onlyOwn(db('shops').where({ id: shopId }), 'merchant_id', caller).first(
    'id',
    'domain',
    'merchant_id',
  );
  if (!shop) throw notFound('shop');
  return shop;
}

/** Who has asked to sell in a shop, with what was said to it. */
const asked = (db: Knex, shop: OwnShop) =>
  db('shop_requests as r')
    .join('organisations as o', 'o.id', 'r.streamer_id')
    .leftJoin('shop_streamers as a', (on) => on.on('a.streamer_id', 'r.streamer_id').andOnVal('a.shop_id', shop.id))
    .where('r.domain', shop.domain)
    .select('r.id', 'r.streamer_id', 'o.name', 'a.state', 'r.asked_at', 'a.decided_at');

/** How a merchant decides who may sell in a shop, and sees the sessions that do. */
export function shopStreamerRoutes(publicUrl: string): Route[] {
  const shopParams = z.object({ shopId: id });
  const params = z.object({ shopId: id, streamerId: id });
  return [
    defineRoute({
      method: 'get',
      path: '/v1/shops/{shopId}/streamers',
      summary: 'Who has asked to sell in a shop, newest first',
      params: shopParams,
      query: pageQuery.extend({
        state: z.enum(['asked', 'allowed', 'denied'], 'must be "asked", "allowed" or "denied"').optional(),
      }),
      answer: { status: 200, description: 'A page', schema: listOf(shopStreamer) },
      handle: async ({ db, params: { shopId }, query: { state, ...page }, caller }) => {
        const rows = asked(db, await ownShop(db, caller, shopId));
        if (state === 'asked') void rows.whereNull('a.state');
        else if (state !== undefined) void rows.where('a.state', state);
        return answerPage<ShopStreamerRow>(db.from(rows.as('asked')), page, 'asked_at', toWire);
      },
    }),
    defineRoute({
      method: 'put',
      path: '/v1/shops/{shopId}/streamers/{streamerId}',
      summary: 'Allows or denies an organisation to sell in a shop; sessions that are live go on',
      params,
      body: z.strictObject({ state: z.enum(['allowed', 'denied'], 'must be "allowed" or "denied"') }),
      answer: { status: 200, description: 'What holds now', schema: shopStreamer },
      handle: async ({ db, params: { shopId, streamerId }, body, caller }) => {
        const shop = await ownShop(db, caller, shopId);
        const host = await db('organisations')
          .where({ id: streamerId })
          .whereIn('kind', ['streamer', 'merchant'])
          .first('id');
        if (!host) throw notFound('streamer');
        // A merchant may invite whoever has not asked; the list is of requests, so it becomes one.
        await db('shop_requests')
          .insert({ id: newId(), streamer_id: streamerId, domain: shop.domain })
          .onConflict(['streamer_id', 'domain'])
          .ignore();
        await db('shop_streamers')
          .insert({ shop_id: shopId, streamer_id: streamerId, merchant_id: shop.merchant_id, state: body.state })
          .onConflict(['shop_id', 'streamer_id'])
          .merge({ state: body.state, decided_at: db.raw('now()') });
        return { body: toWire((await asked(db, shop).where('r.streamer_id', streamerId).first())!) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/shops/{shopId}/streamers/{streamerId}',
      summary: 'Withdraws what was said to an organisation: it may no longer sell in the shop, but may ask again',
      params,
      answer: { status: 204, description: 'Withdrawn' },
      handle: async ({ db, params: { shopId, streamerId }, caller }) => {
        const shop = await ownShop(db, caller, shopId);
        await db('shop_streamers').where({ shop_id: shopId, streamer_id: streamerId }).delete();
        const gone = await db('shop_requests').where({ domain: shop.domain, streamer_id: streamerId }).delete();
        if (gone === 0) throw notFound('streamer');
        return {};
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/shops/{shopId}/sessions',
      summary: 'Sessions that sell in a shop, newest first; their secrets stay with whose they are',
      params: shopParams,
      query: pageQuery,
      answer: { status: 200, description: 'A page', schema: listOf(sessionSeenSchema) },
      handle: async ({ db, params: { shopId }, query, caller }) => {
        await ownShop(db, caller, shopId);
        const sessions = db('sessions')
          .whereIn('id', db('session_shops').where({ shop_id: shopId }).select('session_id'))
          .whereNull('cancelled_at');
        return answerPage<SessionRow>(sessions, query, 'created_at', (row) => sessionSeen(db, row, publicUrl));
      },
    }),
  ];
}
