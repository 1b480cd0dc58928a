import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** Seals what must not lie in the database in clear: webhook secrets, and raw deliveries that hold personal data. */
export interface Seal {
  seal(clear: Buffer | string): Buffer;
  /** Throws when the text was sealed with another key or changed since. */
  open(sealed: Buffer): Buffer;
  /** A key for another purpose, which tells nothing of this one. */
  keyFor(purpose: string): string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a fresh nonce each time; the key is the SHA-256 of the installation's secret key. */
export function sealWith(secretKey: string): Seal {
  const key = createHash('sha256').update('kindcast seal v1\n').update(secretKey).digest();
  return {
    seal(clear) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce);
      const hidden = Buffer.concat([cipher.update(clear), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
    },
    open(sealed) {
      const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes));
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
    },
    keyFor: (purpose) => createHmac('sha256', key).update(purpose).digest('hex'),
  };
}
