import type { Pool } from 'pg';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { id, money } from '../http/wire.js';
import { orderStandings } from '../../plugin/store-order.js';
import { findThanks, type Thanks, type ThanksKey } from './thanks.js';

const thanks = z.object({
  shop: z.object({ id: z.string(), title: z.string() }),
  at: z.string(),
  standing: z.enum(orderStandings).openapi({ description: 'How the order itself stands; only a paid one gives' }),
  gifts: z.array(
    z.object({
      projectId: z.string(),
      title: z.string(),
      charity: z.object({ id: z.string(), name: z.string() }),
      amount: money.openapi({ description: 'How much is in this state; a project may have something in several' }),
      state: z.enum(['pledged', 'confirmed', 'paid', 'reversed']),
      reason: z.string().optional().openapi({ description: 'Why it was reversed, as in the feed' }),
    }),
  ),
  totals: z.array(money).openapi({ description: 'What the order gives now, per currency' }),
  session: z.object({ id: z.string(), title: z.string() }).optional(),
  pageUrl: z.string().openapi({ description: 'The page that shows this; as secret as the key' }),
});

/** The buyer's own page of an order. */
export const thanksPageUrl = (publicUrl: string, { shopId, storeOrderId, key }: ThanksKey) =>
  `${publicUrl}/thanks/${encodeURIComponent(shopId)}/${encodeURIComponent(storeOrderId)}?key=${encodeURIComponent(key)}`;

/** What an order gave, as its buyer may see it; nobody else learns even that there is such an order. */
export const thanksRoute = (pool: Pool, publicUrl: string): Route =>
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/orders/{storeOrderId}/thanks',
    summary: "What an order gave, for whoever knows its buyer's key (Shopify: the checkout's token)",
    params: z.object({ shopId: id, storeOrderId: id }),
    query: z.strictObject({ key: z.string().optional() }),
    answer: { status: 200, description: "The order's gifts", schema: thanks },
    handle: async ({ params, query }) => {
      const asked: ThanksKey = { ...params, key: query.key ?? '' };
      const found: Thanks | undefined = await findThanks(pool, asked);
      if (!found) throw notFound('order');
      return { body: { ...found, pageUrl: thanksPageUrl(publicUrl, asked) } };
    },
  });
