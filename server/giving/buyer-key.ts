import { hash, timingSafeEqual } from 'node:crypto';

/**
 * What an order keeps of its buyer's key: enough to know the key again when somebody shows it, useless to whoever reads
 * the database. 96 bits in 16 characters, because every order carries it.
 */
export function buyerDigest(key: string): string {
  // Four characters stand for three bytes: the first sixteen are the first twelve bytes.
  return hash('sha256', key, 'base64url').slice(0, digestCharacters);
}

const digestCharacters = 16;

/** Whether this is the key of the order that keeps this digest; takes as long for every wrong one, and without an order. */
export function isBuyerKey(key: string, digest: string | undefined): boolean {
  const kept = Buffer.alloc(digestCharacters);
  kept.write(digest ?? '');
  const shown = Buffer.from(buyerDigest(key));
  return timingSafeEqual(shown, kept) && digest !== undefined;
}
