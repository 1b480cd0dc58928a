import type { Knex } from 'knex';
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
  shop_id: string | null;
  session_id: string | null;
}

/**
 * What has been given to a charity lately, and what was taken back, newest first. Nothing about buyers, and none of a
 * merchant's own order numbers. Only in which shop and session an order was made is asked, not the order.
 *
 * @param before the `nextCursor` of the answer before
 */
export async function charityGifts(
  db: Knex,
  pool: Pool,
  charityId: string,
  { limit = 50, before }: { limit?: number | undefined; before?: bigint | undefined },
): Promise<{ items: CharityGift[]; nextCursor?: string }> {
  const accounts = await db('accounts as a')
    .join('projects as p', 'p.id', 'a.owner')
    .where({ 'a.kind': 'project-pending', 'p.charity_id': charityId })
    .pluck<number[]>('a.id');
  if (accounts.length === 0) return { items: [] };
  const { top } = (await db('transfers').first(db.raw('coalesce(max(id), 0) AS top'))) as { top: bigint };
  const from = before !== undefined && before <= top ? before : top + 1n;
  const until = from > lookedAt ? from - lookedAt : 0n;
  const { rows } = await db.raw<{ rows: GiftRow[] }>(
    `SELECT t.id, t.recorded_at, t.kind, t.amount, a.currency, p.id AS project_id, p.title AS project,
        coalesce(r.title, r.product_id) AS item, w.shop_id, w.session_id
      FROM transfers t
        JOIN accounts a ON a.id = CASE t.kind WHEN 'pledge' THEN t.credit_account ELSE t.debit_account END
        JOIN projects p ON p.id = a.owner
        LEFT JOIN gifts g ON g.order_id = t.order_id AND g.no = t.gift_no
        LEFT JOIN giving_rules r ON r.id = g.rule
        LEFT JOIN LATERAL where_given(t.order_id) w ON true
      WHERE t.id < :from AND t.id >= :until AND a.id = ANY (:accounts)
      ORDER BY t.id DESC LIMIT :limit`,
    { from: from.toString(), until: until.toString(), accounts, limit },
  );
  const names = await publicNames(pool, rows);
  const next = rows.length === limit ? rows.at(-1)!.id : until;
  return { items: rows.map((row) => giftToWire(row, names)), ...(next > 1n && { nextCursor: next.toString() }) };
}

interface Names {
  merchants: Map<string, string>;
  sessions: Map<string, string>;
}

/** What the public pages call these shops and sessions. */
async function publicNames(pool: Pool, rows: readonly GiftRow[]): Promise<Names> {
  const [shops, sessions] = await Promise.all([
    pool.query<{ id: string; name: string }>({
      name: 'names-of-shops',
      text: `SELECT s.id, m.name FROM shops s JOIN organisations m ON m.id = s.merchant_id WHERE s.id = ANY ($1::text[])`,
      values: [[...new Set(rows.map((row) => row.shop_id))]],
    }),
    pool.query<{ id: string; name: string }>({
      name: 'names-of-sessions',
      text: `SELECT id, title AS name FROM sessions WHERE id = ANY ($1::text[])`,
      values: [[...new Set(rows.map((row) => row.session_id))]],
    }),
  ]);
  const byId = (found: { id: string; name: string }[]) => new Map(found.map(({ id, name }) => [id, name]));
  return { merchants: byId(shops.rows), sessions: byId(sessions.rows) };
}

const giftToWire = (row: GiftRow, { merchants, sessions }: Names): CharityGift => ({
  id: row.id.toString(),
  at: row.recorded_at.toISOString(),
  change: row.kind === 'pledge' ? 'pledged' : 'reversed',
  amount: toMoney(row.amount, row.currency),
  project: { id: row.project_id, title: row.project },
  item: row.item ?? '',
  merchant: merchants.get(row.shop_id ?? '') ?? '',
  ...(row.session_id !== null && { session: { id: row.session_id, title: sessions.get(row.session_id) ?? '' } }),
});
