import type { Knex } from 'knex';
import { z } from 'zod';
import { defineRoute } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { id, listOf, money, pageQuery } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import { sessionPageUrl, type SessionRow } from './session-routes.js';

const session = z.object({
  id: z.string(),
  title: z.string(),
  streamer: z.string(),
  status: z.enum(['scheduled', 'live', 'ended']),
  createdAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  pageUrl: z.string(),
  totals: z
    .array(z.object({ currency: z.string(), given: money, orders: z.int() }))
    .openapi({ description: 'Of the whole session, all its shops together' }),
});

/** Sessions that sell in a shop, whoever owns them; no secrets of theirs. */
export const shopSessionsRoute = (publicUrl: string) =>
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/sessions',
    summary: 'Sessions that sell in a shop, newest first, with what they have given',
    params: z.object({ shopId: id }),
    query: pageQuery,
    answer: { status: 200, description: 'A page', schema: listOf(session) },
    handle: async ({ db, params, query, caller }) => {
      await ownShopCurrency(db, caller, params.shopId);
      const selling = db('session_shops').where({ shop_id: params.shopId }).select('session_id');
      return answerPage<SessionRow>(db('sessions').whereIn('id', selling), query, 'created_at', async (row) => ({
        id: row.id,
        title: row.title,
        streamer: row.streamer,
        status: row.status,
        createdAt: row.created_at.toISOString(),
        ...(row.started_at && { startedAt: row.started_at.toISOString() }),
        ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
        pageUrl: sessionPageUrl(publicUrl, row.id),
        totals: await totalsOf(db, row.id),
      }));
    },
  });

async function totalsOf(db: Knex, sessionId: string) {
  const { rows } = await db.raw<{ rows: { currency: string; given: bigint; orders: number }[] }>(
    `SELECT currency, pledged + confirmed + paid AS given, orders FROM topic_totals WHERE topic = ? ORDER BY currency`,
    [`session:${sessionId}`],
  );
  return rows.map(({ currency, given, orders }) => ({ currency, given: toMoney(given, currency), orders }));
}
