import type { Pool } from 'pg';
import { z } from 'zod';
import { amountOut } from '../http/wire.js';
import { toAmount } from '../ledger/money.js';

export const giversSchema = z.object({
  shops: z.array(
    z.object({
      shopId: z.string(),
      domain: z.string(),
      merchant: z.object({ id: z.string(), name: z.string() }),
      currency: z.string(),
      given: amountOut,
    }),
  ),
  sessions: z.array(
    z.object({
      sessionId: z.string(),
      title: z.string(),
      streamer: z.string(),
      startedAt: z.string().optional(),
      currency: z.string(),
      given: amountOut,
    }),
  ),
});
export type Givers = z.infer<typeof giversSchema>;

/** More than a person reads; the largest come first. */
const shown = 500;

interface ShopRow {
  shopId: string;
  domain: string;
  merchantId: string;
  name: string;
  currency: string;
  given: bigint;
}

interface SessionRow {
  sessionId: string;
  title: string;
  streamer: string;
  started_at: Date | null;
  currency: string;
  given: bigint;
}

/** Through which shops and in which sessions people have given to a charity's projects: what stands of it, the most first. */
export async function charityGivers(pool: Pool, charityId: string): Promise<Givers> {
  const sums = (kind: 'shop' | 'session') =>
    `SELECT substr(t.topic, ${kind.length + 2}) AS id, t.currency, sum(t.given)::bigint AS given FROM topic_projects t
     JOIN projects p ON p.id = t.project_id
     WHERE p.charity_id = $1 AND t.topic LIKE '${kind}:%' GROUP BY t.topic, t.currency HAVING sum(t.given) > 0`;
  const [shops, sessions] = await Promise.all([
    pool.query<ShopRow>({
      name: 'charity-giving-shops',
      text: `SELECT s.id AS "shopId", s.domain, m.id AS "merchantId", m.name, g.currency, g.given
        FROM (${sums('shop')}) g JOIN shops s ON s.id = g.id JOIN organisations m ON m.id = s.merchant_id
        ORDER BY g.given DESC, s.id LIMIT ${shown}`,
      values: [charityId],
    }),
    pool.query<SessionRow>({
      name: 'charity-giving-sessions',
      text: `SELECT s.id AS "sessionId", s.title, s.streamer, s.started_at, g.currency, g.given
        FROM (${sums('session')}) g JOIN sessions s ON s.id = g.id ORDER BY g.given DESC, s.id LIMIT ${shown}`,
      values: [charityId],
    }),
  ]);
  return {
    shops: shops.rows.map(({ merchantId, name, given, ...row }) => ({
      ...row,
      merchant: { id: merchantId, name },
      given: toAmount(given, row.currency),
    })),
    sessions: sessions.rows.map(({ started_at, given, ...row }) => ({
      ...row,
      ...(started_at && { startedAt: started_at.toISOString() }),
      given: toAmount(given, row.currency),
    })),
  };
}
