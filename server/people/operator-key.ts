import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { newSecret } from '../database/new-id.js';

const sha256 = (key: string) => createHash('sha256').update(key).digest();

/** The key that may do everything. Only its hash is kept; `made` is the key itself when it was made just now. */
export interface OperatorKey {
  sha256: Buffer;
  made?: string;
}

/**
 * The operator key of this installation: the one from the settings or, without one, a key made at first start whose hash
 * all servers on this database share.
 */
export async function findOperatorKey(knex: Knex, fromSettings: string | undefined): Promise<OperatorKey> {
  if (fromSettings !== undefined) return { sha256: sha256(fromSettings) };
  const made = `kc_${newSecret()}`;
  const kept = await knex('operator_key')
    .insert({ sha256: sha256(made) })
    .onConflict('single')
    .ignore()
    .returning('single');
  if (kept.length > 0) return { sha256: sha256(made), made };
  const known = await knex('operator_key').first('sha256');
  return { sha256: known.sha256 };
}
