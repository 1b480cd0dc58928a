import { createHash } from 'node:crypto';
import { newId } from '../../../server/database/new-id.js';
import type { Role, Scope } from '../../../server/http/access.js';
import { newApiKey } from '../../../server/people/api-keys.js';
import { signedIn, type SignedIn } from '../people.js';
import { operatorKey, type Kindcast } from '../start-kindcast.js';

/** One who asks, as his request says it: with a key, or as a browser with a cookie, on a page of ours or another's. */
export type Credentials = { key: string } | { cookie: string; origin?: string };

export const theOperator: Credentials = { key: operatorKey };

/** Makes a key as the API would, also ones that have ended; the text is known only here, as it should be. */
export async function makeKey(
  kindcast: Kindcast,
  house: { id: string },
  scopes: readonly Scope[],
  end: { expired?: boolean; revoked?: boolean } = {},
): Promise<{ id: string; key: string }> {
  const [id, key] = [newId(), newApiKey()];
  await kindcast.testDatabase.pool.query(
    `INSERT INTO api_keys (id, organisation_id, name, sha256, hint, scopes, created_by, expires_at, revoked_at)
     VALUES ($1, $2, 'a key', $3, 'kc_key_', $4, 'a test', CASE WHEN $5 THEN now() - interval '1 second' END, CASE WHEN $6 THEN now() END)`,
    [id, house.id, createHash('sha256').update(key).digest(), scopes, end.expired ?? false, end.revoked ?? false],
  );
  return { id, key };
}

/** Somebody whose session was good and has ended: taken away, or run out. */
export async function signedOut(
  kindcast: Kindcast,
  memberOf: { id: string; role: Role }[],
  how: 'revoked' | 'expired',
): Promise<SignedIn> {
  const person = await signedIn(kindcast, { memberOf });
  await kindcast.testDatabase.pool.query(
    how === 'revoked'
      ? 'DELETE FROM person_sessions WHERE id = $1'
      : `UPDATE person_sessions SET expires_at = now() - interval '1 second' WHERE id = $1`,
    [person.session.id],
  );
  return person;
}
