import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Seal } from '../secrets/seal.js';

/** How long the secret before goes on signing after a rotation: time enough to bring the new one to every receiver. */
export const rotationHours = 24;

/** The secrets of an endpoint as they are kept. */
export interface KeptSecrets {
  secret: Buffer;
  previous_secret: Buffer | null;
  previous_until: Date | null;
}

/** A new signing secret as Standard Webhooks write it: `whsec_` and 32 random bytes in base64. */
export const newEndpointSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * The headers that prove who sends a payload. During a rotation both secrets sign, so the receiver may know either.
 *
 * @param payload the very text that is sent
 */
export function signatureHeaders(
  seal: Seal,
  secrets: KeptSecrets,
  eventId: string,
  payload: string,
  now = new Date(),
): Record<string, string> {
  const stillSigns = secrets.previous_secret && secrets.previous_until! > now ? [secrets.previous_secret] : [];
  const signatures = [secrets.secret, ...stillSigns].map((sealed) =>
    new Webhook(seal.open(sealed).toString('utf8')).sign(eventId, now, payload),
  );
  return {
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
