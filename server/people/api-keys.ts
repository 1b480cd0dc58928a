import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { ApiKey } from './find-caller.js';

export const keySha256 = (text: string) => createHash('sha256').update(text).digest();

/** A new key: 160 random bits behind a prefix by which scanners of leaked secrets can know it. */
export const newApiKey = () => `kc_key_${randomBytes(20).toString('hex')}`;

/** Looks keys up. Nothing is remembered between two requests, so a revoked key ends at once, in every process. */
export function findApiKeyWith(pool: pg.Pool) {
  return async (text: string): Promise<ApiKey | undefined> => {
    if (!/^kc_key_[0-9a-f]{40}$/.test(text)) return undefined;
    const { rows } = await pool.query<
      Pick<ApiKey, 'id' | 'name' | 'kind' | 'scopes'> & { organisation_id: string; note: boolean }
    >(
      `SELECT k.id, k.name, k.organisation_id, o.kind, k.scopes,
         k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute' AS note
       FROM api_keys k JOIN organisations o ON o.id = k.organisation_id
       WHERE k.sha256 = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`,
      [keySha256(text)],
    );
    const [row] = rows;
    if (!row) return undefined;
    // At most once a minute; nobody waits for it, and nothing depends on it.
    if (row.note)
      pool
        .query(
          `UPDATE api_keys SET last_used_at = now()
           WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
          [row.id],
        )
        .catch(() => undefined);
    return { id: row.id, name: row.name, organisationId: row.organisation_id, kind: row.kind, scopes: row.scopes };
  };
}
