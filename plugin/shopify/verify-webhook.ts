import { createHmac, timingSafeEqual } from 'node:crypto';

/** 32 bytes in base64: 43 characters and one padding sign. A repeated header arrives joined by a comma and fails here. */
const sha256InBase64 = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Checks `X-Shopify-Hmac-Sha256`: base64 of HMAC-SHA256 over the raw bytes
 * (https://shopify.dev/docs/apps/build/webhooks/subscribe/https#step-2-validate-the-origin-of-your-webhook).
 * Several secrets are accepted because a rotated one goes on signing for up to an hour.
 */
export function verifyWebhook(body: Buffer, signature: unknown, secrets: readonly string[]): boolean {
  if (typeof signature !== 'string' || !sha256InBase64.test(signature)) return false;
  const claimed = Buffer.from(signature, 'base64');
  let genuine = false;
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret).update(body).digest();
    if (timingSafeEqual(claimed, expected)) genuine = true;
  }
  return genuine;
}
