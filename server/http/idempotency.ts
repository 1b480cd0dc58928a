import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Seal } from '../secrets/seal.js';
import type { Caller } from './caller.js';
import type { Answer } from './define-route.js';
import { badField, Problem } from './problem.js';

/** One request that may be sent again under the same key. */
export interface KeyedRequest {
  key: string;
  /** Method, path and body: what has to be the same for the same answer. */
  fingerprint: Buffer;
}

/** Reads the `Idempotency-Key` header; undefined when there is none. Each caller has keys of his own. */
export function readIdempotencyKey(
  header: string | undefined,
  caller: Caller,
  method: string,
  path: string,
  body: unknown,
): KeyedRequest | undefined {
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(header))
    throw badField('Idempotency-Key', 'must have 1 to 200 visible ASCII characters');
  const fingerprint = createHash('sha256')
    .update(`${method} ${path}\n${JSON.stringify(sorted(body)) ?? ''}`)
    .digest();
  return { key: caller.kind === 'operator key' ? header : `${caller.kind} ${caller.id} ${header}`, fingerprint };
}

/**
 * Does the work once per key. The key is claimed in the transaction of the work itself: both are kept or neither, and a
 * second request with the key waits for the first. Work that fails leaves the key free to be used again.
 */
export async function doOnce(
  db: Knex,
  seal: Seal,
  request: KeyedRequest | undefined,
  status: number,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!request) return work();
  const claimed = await db('idempotency_keys')
    .insert({ key: request.key, request_sha256: request.fingerprint })
    .onConflict('key')
    .ignore()
    .returning('key');
  if (claimed.length === 0) {
    const known = await db('idempotency_keys').where({ key: request.key }).first();
    if (!known.request_sha256.equals(request.fingerprint))
      throw new Problem(
        'idempotency-key-reused',
        'This Idempotency-Key was already used for another request; use a new key.',
      );
    const answered = known.answer && (JSON.parse(seal.open(known.answer).toString('utf8')) as unknown);
    return { status: known.status, ...(answered !== null && { body: answered }) };
  }
  const answer = await work();
  await db('idempotency_keys')
    .where({ key: request.key })
    .update({
      status: answer.status ?? status,
      answer: answer.body === undefined ? null : seal.seal(JSON.stringify(answer.body)),
    });
  return answer;
}

/** The same JSON whatever order its keys came in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
