import { z } from 'zod';
import { defineRoute } from '../http/define-route.js';
import { id } from '../http/wire.js';
import { ownShopCurrency } from '../shops/shop-routes.js';

const connection = z.object({
  webhookUrl: z.string().openapi({ description: 'Where the store has to deliver' }),
  topics: z.array(z.string()).openapi({ description: 'What the store has to deliver, by its own names' }),
  hasWebhookSecret: z.boolean(),
  lastOrder: z
    .object({ storeOrderId: z.string(), updatedAt: z.string() })
    .optional()
    .openapi({ description: 'The newest order that arrived well signed; absent until the first' }),
});

/** What Shopify has to deliver; see the contract. */
const topics = [
  'orders/create',
  'orders/paid',
  'orders/updated',
  'orders/edited',
  'orders/cancelled',
  'refunds/create',
];

/** What a merchant has to set up in the store, and whether it works: an order has arrived, or none yet. */
export const connectionRoute = (publicUrl: string) =>
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/connection',
    summary: 'Where a store has to deliver, and the newest order that arrived from it',
    params: z.object({ shopId: id }),
    answer: { status: 200, description: 'The connection', schema: connection },
    handle: async ({ db, params: { shopId }, caller }) => {
      await ownShopCurrency(db, caller, shopId);
      const shop = await db('shops').where({ id: shopId }).first('webhook_secret', 'platform');
      const newest: { store_order_id: string; updated_at: Date } | undefined = await db('orders')
        .where({ shop_id: shopId })
        .whereNotNull('updated_at')
        .orderByRaw('length(store_order_id) DESC, store_order_id DESC')
        .first('store_order_id', 'updated_at');
      const body: z.infer<typeof connection> = {
        webhookUrl: `${publicUrl}/webhooks/${shop?.platform}`,
        topics,
        hasWebhookSecret: shop?.webhook_secret !== null,
        ...(newest && {
          lastOrder: { storeOrderId: newest.store_order_id, updatedAt: newest.updated_at.toISOString() },
        }),
      };
      return { body };
    },
  });
