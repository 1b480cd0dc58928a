import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
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
export async function findOperatorKey(pool: Pool, fromSettings: string | undefined): Promise<OperatorKey> {
  if (fromSettings !== undefined) return { sha256: sha256(fromSettings) };
  const made = `kc_${newSecret()}`;
  const kept = await pool.query('INSERT INTO operator_key (sha256) VALUES ($1) ON CONFLICT (single) DO NOTHING', [
    sha256(made),
  ]);
  if (kept.rowCount !== 0) return { sha256: sha256(made), made };
  const { rows } = await pool.query<{ sha256: Buffer }>('SELECT sha256 FROM operator_key');
  return { sha256: rows[0]!.sha256 };
}
