import type { ClientBase } from 'pg';

/**
 * Claims deliveries for this transaction: true for each that was never counted. A delivery that another process is
 * counting right now makes this wait for the outcome. Claimed in sorted order, so batches do not deadlock on each other.
 */
export async function claimDeliveries(client: ClientBase, keys: readonly string[]): Promise<boolean[]> {
  const { rows } = await client.query<{ key: string }>({
    name: 'claim-deliveries',
    text: `INSERT INTO deliveries (key) SELECT DISTINCT k FROM unnest($1::uuid[]) AS k ORDER BY k
      ON CONFLICT DO NOTHING RETURNING key`,
    values: [keys],
  });
  const fresh = new Set(rows.map((row) => row.key));
  // The same delivery twice in one batch counts at its first place.
  return keys.map((key) => fresh.delete(key));
}
