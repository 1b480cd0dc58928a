import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * What an order keeps of its buyer's key: enough to know the key again when somebody shows it, useless to whoever reads
 * the database. 96 bits in 16 characters, because every order carries it.
 */
export function buyerDigest(key: string): string {
  return createHash('sha256').update(key).digest().subarray(0, digestBytes).toString('base64url');
}

const digestBytes = 12;

/** Whether this is the key of the order that keeps this digest; takes as long for every wrong one, and without an order. */
export function isBuyerKey(key: string, digest: string | undefined): boolean {
  const kept = Buffer.alloc(digestBytes);
  kept.write(digest ?? '', 'base64url');
  const shown = Buffer.from(buyerDigest(key), 'base64url');
  return timingSafeEqual(shown, kept) && digest !== undefined;
}
