import type { StorePlatform, WebhookDelivery } from '../store-platform.js';
import { parseDelivery } from './parse-order.js';
import { verifyWebhook } from './verify-webhook.js';

/** Shopify as a store platform. */
export const shopify: StorePlatform = {
  name: 'shopify',
  headers: ['X-Shopify-Topic', 'X-Shopify-Shop-Domain', 'X-Shopify-Hmac-Sha256', 'X-Shopify-Webhook-Id'],
  readLabel: (delivery) => ({
    shopDomain: header(delivery, 'x-shopify-shop-domain').toLowerCase(),
    topic: header(delivery, 'x-shopify-topic'),
    webhookId: header(delivery, 'x-shopify-webhook-id'),
    signature: header(delivery, 'x-shopify-hmac-sha256'),
  }),
  verifies: (delivery, secrets) => verifyWebhook(delivery.body, delivery.headers['x-shopify-hmac-sha256'], secrets),
  parse: parseDelivery,
};

function header(delivery: WebhookDelivery, name: string): string {
  const value = delivery.headers[name];
  return typeof value === 'string' ? value.trim() : '';
}
