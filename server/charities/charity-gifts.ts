import type { Pool } from 'pg';
import { z } from 'zod';
import { money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';

export const charityGift = z.object({
  id: z.string(),
  at: z.string(),
  change: z.enum(['pledged', 'reversed']),
  amount: money,
  project: z.object({ id: z.string(), title: z.string() }),
  item: z.string(),
  merchant: z.string(),
  session: z.object({ id: z.string(), title: z.string() }).optional(),
});
export type CharityGift = z.infer<typeof charityGift>;

/**
 * Transfers looked at for one answer. The newest of one charity are found by going back from the newest of all, because
 * an index by account would be written by every order; so a charity that few give to gets its list in several answers.
 */
const lookedAt = 100_000n;

interface GiftRow {
  id: bigint;
  recorded_at: Date;
  kind: 'pledge' | 'reverse';
  amount: bigint;
  currency: string;
  project_id: string;
  project: string;
  item: string | null;
  merchant: string | null;
  session_id: string | null;
  session: string | null;
}

/**
 * What has been given to a charity lately, and what was taken back, newest first. Nothing about buyers, and none of a
 * merchant's own order numbers.
 *
 * @param before the `nextCursor` of the answer before
 */
export async function charityGifts(
  pool: Pool,
  charityId: string,
  { limit = 50, before }: { limit?: number | undefined; before?: bigint | undefined },
): Promise<{ items: CharityGift[]; nextCursor?: string }> {
  const accounts = await pool.query<{ id: number; top: bigint }>({
    name: 'charity-gifts-accounts',
    text: `SELECT a.id, (SELECT coalesce(max(id), 0) FROM transfers) AS top FROM accounts a
      JOIN projects p ON p.id = a.owner WHERE a.kind = 'project-pending' AND p.charity_id = $1`,
    values: [charityId],
  });
  const [first] = accounts.rows;
  if (!first) return { items: [] };
  const from = before !== undefined && before <= first.top ? before : first.top + 1n;
  const until = from > lookedAt ? from - lookedAt : 0n;
  const { rows } = await pool.query<GiftRow>({
    name: 'charity-gifts',
    text: `SELECT t.id, t.recorded_at, t.kind, t.amount, a.currency, p.id AS project_id, p.title AS project,
        coalesce(r.title, r.product_id) AS item, m.name AS merchant, s.id AS session_id, s.title AS session
      FROM transfers t
        JOIN accounts a ON a.id = CASE t.kind WHEN 'pledge' THEN t.credit_account ELSE t.debit_account END
        JOIN projects p ON p.id = a.owner
        LEFT JOIN gifts g ON g.order_id = t.order_id AND g.no = t.gift_no
        LEFT JOIN giving_rules r ON r.id = g.rule
        LEFT JOIN orders o ON o.id = t.order_id
        LEFT JOIN shops k ON k.id = o.shop_id
        LEFT JOIN organisations m ON m.id = k.merchant_id
        LEFT JOIN sessions s ON s.id = o.session_id
      WHERE t.id < $1 AND t.id >= $2 AND (t.credit_account = ANY ($3::int[]) OR t.debit_account = ANY ($3::int[]))
      ORDER BY t.id DESC LIMIT $4`,
    values: [from.toString(), until.toString(), accounts.rows.map(({ id }) => id), limit],
  });
  const next = rows.length === limit ? rows.at(-1)!.id : until;
  return { items: rows.map(giftToWire), ...(next > 1n && { nextCursor: next.toString() }) };
}

const giftToWire = (row: GiftRow): CharityGift => ({
  id: row.id.toString(),
  at: row.recorded_at.toISOString(),
  change: row.kind === 'pledge' ? 'pledged' : 'reversed',
  amount: toMoney(row.amount, row.currency),
  project: { id: row.project_id, title: row.project },
  item: row.item ?? '',
  merchant: row.merchant ?? '',
  ...(row.session_id !== null && { session: { id: row.session_id, title: row.session ?? '' } }),
});
