import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** What secrets at rest are sealed with; `previous` still opens what was sealed before the key was changed. */
export interface SecretKeys {
  current: string;
  previous?: string | undefined;
}

/** Seals what must not lie in the database in clear: webhook secrets, and raw deliveries that hold personal data. */
export interface Seal {
  seal(clear: Buffer | string): Buffer;
  /** Throws when the value was sealed with neither key, or changed since. */
  open(sealed: Buffer): Buffer;
  /** How every value begins that is sealed with the current key. */
  mark(): Buffer;
  /** A key for one purpose, as hexadecimal digits. It stays the same when the secret key is changed. */
  keyFor(purpose: string): string;
  /** What {@link keyFor} makes its keys of, as hexadecimal digits. */
  root(): string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Before the id of its key. Values from before there were ids begin with their nonce. */
const magic = Buffer.from('KCS1', 'latin1');
const idBytes = 4;

interface Key {
  secret: Buffer;
  /** Magic and the key's id; authenticated with the value. */
  mark: Buffer;
}

/**
 * AES-256-GCM with a fresh nonce each time; the key is the SHA-256 of the installation's secret key. A value is
 * `magic ‖ id of the key ‖ nonce ‖ tag ‖ hidden`.
 *
 * @param keys asked at every use, so that a running server follows when the key is changed
 * @param kept the root of derived keys, once it is kept (kept-root.ts); before, the secret key itself
 */
export function sealWith(keys: string | SecretKeys | (() => SecretKeys), kept?: string): Seal {
  const ask = typeof keys === 'function' ? keys : () => (typeof keys === 'string' ? { current: keys } : keys);
  let known: { of: SecretKeys; current: Key; all: readonly Key[] } | undefined;
  const ring = () => {
    const of = ask();
    if (known?.of === of) return known;
    const current = keyOf(of.current);
    return (known = { of, current, all: of.previous === undefined ? [current] : [current, keyOf(of.previous)] });
  };
  const root = () => kept ?? ring().current.secret.toString('hex');
  return {
    root,
    keyFor: (purpose) => createHmac('sha256', Buffer.from(root(), 'hex')).update(purpose).digest('hex'),
    seal(clear) {
      const { secret, mark } = ring().current;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, secret, nonce).setAAD(mark);
      const hidden = Buffer.concat([cipher.update(clear), cipher.final()]);
      return Buffer.concat([mark, nonce, cipher.getAuthTag(), hidden]);
    },
    open(sealed) {
      const { all } = ring();
      const named = all.find(({ mark }) => sealed.subarray(0, mark.length).equals(mark));
      if (named) return opened(named, sealed.subarray(named.mark.length), named.mark);
      for (const key of all)
        try {
          return opened(key, sealed);
        } catch {
          // Perhaps with the other one.
        }
      throw new Error('sealed with a key that is not known here, or changed since');
    },
    mark: () => ring().current.mark,
  };
}

const keyOf = (secretKey: string): Key => ({
  secret: createHash('sha256').update('kindcast seal v1\n').update(secretKey).digest(),
  mark: Buffer.concat([
    magic,
    createHash('sha256').update('kindcast key id v1\n').update(secretKey).digest().subarray(0, idBytes),
  ]),
});

function opened({ secret }: Key, sealed: Buffer, mark?: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, secret, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  if (mark) decipher.setAAD(mark);
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}
