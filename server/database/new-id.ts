import { randomBytes } from 'node:crypto';

/** Crockford's letters: none that people mix up, none that form words. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new opaque id: 60 random bits in 12 characters, short enough for a URL, a row and a conversation. */
export function newId(): string {
  return Array.from(randomBytes(12), (byte) => letters[byte & 31]).join('');
}

/** A secret that goes into links (overlay keys, session tokens): 130 random bits. */
export function newSecret(): string {
  return Array.from(randomBytes(26), (byte) => letters[byte & 31]).join('');
}
