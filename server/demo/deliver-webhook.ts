import { createHmac, randomUUID } from 'node:crypto';

/** Shopify's signature of a webhook: base64 HMAC-SHA256 over exactly the bytes that are sent. */
export function signShopify(body: Buffer | string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

export interface Delivery {
  /** Address of the server, without a path. */
  url: string;
  secret: string;
  shopDomain: string;
  topic: string;
  payload: unknown;
  /** The same id twice is a duplicate delivery; default a new one. */
  webhookId?: string;
  triggeredAt?: string | Date;
  signal?: AbortSignal;
}

/** Shopify waits this long for an answer and then counts the delivery as failed. */
const patienceMs = 5_000;

/** Sends one signed webhook as Shopify would. Throws when no answer came in time or `signal` called it off. */
export async function deliver(delivery: Delivery): Promise<Response> {
  const body = JSON.stringify(delivery.payload);
  // Tied together by hand: AbortSignal.any() on a signal that lives as long as the demo would gather memory.
  const giveUp = new AbortController();
  const stop = () => giveUp.abort();
  delivery.signal?.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(stop, patienceMs);
  try {
    delivery.signal?.throwIfAborted();
    return await fetch(new URL('/webhooks/shopify', delivery.url), {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Shopify-Captain-Hook',
        'x-shopify-api-version': '2026-07',
        'x-shopify-event-id': randomUUID(),
        'x-shopify-hmac-sha256': signShopify(body, delivery.secret),
        'x-shopify-shop-domain': delivery.shopDomain,
        'x-shopify-topic': delivery.topic,
        'x-shopify-triggered-at': new Date(delivery.triggeredAt ?? Date.now()).toISOString(),
        'x-shopify-webhook-id': delivery.webhookId ?? randomUUID(),
      },
      signal: giveUp.signal,
    });
  } finally {
    clearTimeout(timer);
    delivery.signal?.removeEventListener('abort', stop);
  }
}
