import type pg from 'pg';
import type { Seal } from './seal.js';

const name = 'root of derived keys';

/**
 * What derived keys are made of (`Seal.keyFor`). It lies in the database, sealed: so it stays the same when the secret key
 * is changed, and people stay signed in with the second factors they have. At first it is made of the secret key, as all
 * derived keys were before.
 *
 * @param owner may read it; no other role does
 * @returns undefined when it was sealed with a key that is not known here
 */
export async function keptRoot(owner: pg.Client, seal: Seal): Promise<string | undefined> {
  await owner.query('INSERT INTO kept_secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    name,
    seal.seal(seal.root()),
  ]);
  const { rows } = await owner.query<{ value: Buffer }>('SELECT value FROM kept_secrets WHERE name = $1', [name]);
  try {
    return seal.open(rows[0]!.value).toString('utf8');
  } catch {
    return undefined;
  }
}
