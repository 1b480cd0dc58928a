import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { actsFor, assertOwn, onlyOwn, type Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField, notFound, Problem } from '../http/problem.js';
import { currency, id, listOf, pageQuery, text } from '../http/wire.js';
import { organisationExists } from '../people/organisation-routes.js';
import type { Seal } from '../secrets/seal.js';
import { openTopic, topicOf } from '../totals/topics.js';
import { shopDomain } from './shop-domain.js';
import { origins } from './storefront-origins.js';

interface ShopRow {
  id: string;
  merchant_id: string;
  platform: string;
  domain: string;
  currency: string;
  webhook_secret: Buffer | null;
  return_window_days: number;
  region: string | null;
  origins: string[];
  created_at: Date;
}

const secret = z.string().trim().min(1, 'must not be empty').max(500, 'must have at most 500 characters');

/** The return window of a shop that names none; most stores take goods back for two weeks. */
const returnWindowDaysDefault = 14;

const shop = z.object({
  id: z.string(),
  merchantId: z.string(),
  platform: z.string(),
  domain: z.string(),
  currency: z.string(),
  returnWindowDays: z.int(),
  region: z.string().optional(),
  origins: z.array(z.string()),
  hasWebhookSecret: z.boolean(),
  createdAt: z.string(),
});

const toWire = (row: ShopRow) => ({
  id: row.id,
  merchantId: row.merchant_id,
  platform: row.platform,
  domain: row.domain,
  currency: row.currency,
  returnWindowDays: row.return_window_days,
  ...(row.region !== null && { region: row.region }),
  origins: row.origins,
  hasWebhookSecret: row.webhook_secret !== null,
  createdAt: row.created_at.toISOString(),
});

/**
 * The currency of a shop of the caller's.
 *
 * @throws {Problem} `not-found` when there is no such shop, or it is somebody else's
 */
export async function ownShopCurrency(db: Knex, caller: Caller, shopId: string): Promise<string> {
  const shop = await db('shops').where({ id: shopId }).first('currency', 'merchant_id');
  assertOwn(caller, shop?.merchant_id ?? null, 'shop');
  if (!shop) throw notFound('shop');
  return shop.currency;
}

/** Which of these shops do not exist. */
export async function missingShops(db: Knex, ids: readonly string[]): Promise<string[]> {
  const found = new Set((await db('shops').whereIn('id', ids).select('id')).map((row) => row.id));
  return ids.filter((shopId) => !found.has(shopId));
}

export const shopRoutes = (seal: Seal): Route[] => [
  defineRoute({
    method: 'post',
    path: '/v1/shops',
    summary: 'Connects a shop of a merchant',
    body: z.strictObject({
      merchantId: id,
      platform: z.literal('shopify', 'must be "shopify"'),
      domain: shopDomain,
      currency,
      webhookSecret: secret.optional(),
      returnWindowDays: z
        .int('must be a whole number of days')
        .min(0, 'must be from 0 to 365 days')
        .max(365, 'must be from 0 to 365 days')
        .optional(),
      region: text(60).optional(),
      origins: origins.optional(),
    }),
    answer: { status: 201, description: 'The shop', schema: shop },
    handle: async ({ db, body, caller }) => {
      if (!actsFor(caller, body.merchantId) || !(await organisationExists(db, 'merchant', body.merchantId)))
        throw badField('merchantId', 'names no merchant; add it by POST /v1/merchants first');
      const [row] = await db<ShopRow>('shops')
        .insert({
          id: newId(),
          merchant_id: body.merchantId,
          platform: body.platform,
          domain: body.domain,
          currency: body.currency,
          webhook_secret: body.webhookSecret === undefined ? null : seal.seal(body.webhookSecret),
          return_window_days: body.returnWindowDays ?? returnWindowDaysDefault,
          region: body.region ?? null,
          ...(body.origins && { origins: body.origins }),
        })
        .onConflict(['platform', 'domain'])
        .ignore()
        .returning('*');
      if (!row) throw new Problem('conflict', `The shop ${body.domain} is already connected.`);
      await openTopic(db, topicOf('shop', row.id), { title: body.domain });
      return { body: toWire(row) };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/shops/{shopId}/webhook-secret',
    summary:
      'Sets or replaces the secret with which the store signs; kept sealed and never shown; holds within 30 seconds',
    params: z.object({ shopId: id }),
    body: z.strictObject({ secret }),
    answer: { status: 200, description: 'The shop', schema: shop },
    handle: async ({ db, params, body, caller }) => {
      const [row] = await onlyOwn(db<ShopRow>('shops').where({ id: params.shopId }), 'merchant_id', caller)
        .update({ webhook_secret: seal.seal(body.secret) })
        .returning('*');
      if (!row) throw notFound('shop');
      return { body: toWire(row) };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/shops/{shopId}/origins',
    summary: "Says which storefront addresses beside the shop's own domain may open the feed; within seconds",
    params: z.object({ shopId: id }),
    body: z.strictObject({ origins }),
    answer: { status: 200, description: 'The shop', schema: shop },
    handle: async ({ db, params, body, caller }) => {
      const [row] = await onlyOwn(db<ShopRow>('shops').where({ id: params.shopId }), 'merchant_id', caller)
        .update({ origins: body.origins })
        .returning('*');
      if (!row) throw notFound('shop');
      return { body: toWire(row) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/shops',
    summary: 'Lists shops, newest first',
    query: pageQuery.extend({ merchant: id.optional() }),
    answer: { status: 200, description: 'A page', schema: listOf(shop) },
    handle: async ({ db, query, caller }) => {
      const shops = onlyOwn(db('shops'), 'merchant_id', caller);
      if (query.merchant !== undefined) void shops.where({ merchant_id: query.merchant });
      return answerPage<ShopRow>(shops, query, 'created_at', toWire);
    },
  }),
];
