import type { Knex } from 'knex';
import { z } from 'zod';
import { onlyOwn } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { badField, Problem } from '../http/problem.js';
import { id } from '../http/wire.js';
import { topicOf } from '../totals/topics.js';
import type { SessionRow } from './session-wire.js';

/** The shops a host may sell in: its own, and those whose merchant has allowed it. Nobody's session may sell in any. */
function linkable(db: Knex, hostId: string | null): Knex.QueryBuilder {
  const shops = db('shops as s');
  if (hostId !== null)
    void shops.where((either) => {
      const allowed = db('shop_streamers as a').whereRaw('a.shop_id = s.id');
      void either
        .where('s.merchant_id', hostId)
        .orWhereExists(allowed.where({ 'a.streamer_id': hostId, 'a.state': 'allowed' }));
    });
  return shops;
}

async function notLinkable(db: Knex, hostId: string | null, shopIds: readonly string[]): Promise<string | undefined> {
  const rows: { id: string }[] = await linkable(db, hostId)
    .whereIn('s.id', [...shopIds])
    .select('s.id');
  const found = new Set(rows.map(({ id }) => id));
  return shopIds.find((shopId) => !found.has(shopId));
}

/**
 * Refuses shops a host may not sell in. A shop that is not there and one that has not allowed it are told alike: which
 * shops there are is not for everybody to find out.
 */
export async function assertLinkable(db: Knex, hostId: string | null, shopIds: readonly string[]): Promise<void> {
  const missing = await notLinkable(db, hostId, shopIds);
  if (missing === undefined) return;
  throw badField(
    `shopIds.${shopIds.indexOf(missing)}`,
    hostId === null
      ? 'names no shop; connect it by POST /v1/shops first'
      : 'names no shop you may sell in; ask it by POST /v1/shop-requests first',
  );
}

/**
 * Links other shops to a session. One is taken out only as long as nothing was sold through the session: the orders that
 * carry its token would leave the total with their next change.
 */
export async function changeShops(db: Knex, session: SessionRow, shopIds: readonly string[]): Promise<void> {
  const before = (await db('session_shops').where({ session_id: session.id }).select('shop_id')).map(
    (row): string => row.shop_id,
  );
  const added = shopIds.filter((shopId) => !before.includes(shopId));
  const removed = before.filter((shopId) => !shopIds.includes(shopId));
  const missing = await notLinkable(db, session.organisation_id, added);
  // Its place in the list as it was sent.
  if (missing !== undefined) await assertLinkable(db, session.organisation_id, shopIds);
  if (removed.length > 0) {
    const sold = await db('topic_totals')
      .where({ topic: topicOf('session', session.id) })
      .first('topic');
    if (session.status !== 'scheduled' || sold)
      throw badField(
        'shopIds',
        `must still name ${removed.join(', ')}: a shop can be taken out only before anything is sold`,
      );
    await db('session_shops').where({ session_id: session.id }).whereIn('shop_id', removed).delete();
  }
  if (added.length > 0)
    await db('session_shops').insert(added.map((shopId) => ({ session_id: session.id, shop_id: shopId })));
}

/** Refuses to go live in a shop that has withdrawn its permission since the session was made. */
export async function assertStillAllowed(db: Knex, session: SessionRow): Promise<void> {
  const linked = (await db('session_shops').where({ session_id: session.id }).select('shop_id')).map(
    (row): string => row.shop_id,
  );
  const missing = await notLinkable(db, session.organisation_id, linked);
  if (missing === undefined) return;
  throw new Problem(
    'conflict',
    `A shop of this session (${missing}) no longer allows you to sell in it; take it out of the session, or ask it again.`,
  );
}

/** More shops than a form can show; whoever has more names them by id. */
const shownMax = 500;

/** What a host chooses from when it schedules a session. */
export const linkableShopsRoute: Route = defineRoute({
  method: 'get',
  path: '/v1/linkable-shops',
  summary: 'The shops that sessions of an organisation may sell in',
  query: z.strictObject({ organisationId: id.optional().openapi({ description: 'default: all you act for' }) }),
  answer: {
    status: 200,
    description: `The first ${shownMax} by name`,
    schema: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          domain: z.string(),
          currency: z.string(),
          merchant: z.object({ id: z.string(), name: z.string() }),
          hostId: z.string().openapi({ description: 'the organisation that may sell in it' }),
          items: z.int().openapi({ description: 'charity items with a rule in force' }),
        }),
      ),
    }),
  },
  handle: async ({ db, query, caller }) => {
    const hosts = onlyOwn(db('organisations').whereIn('kind', ['streamer', 'merchant']), 'id', caller);
    if (query.organisationId !== undefined) void hosts.where({ id: query.organisationId });
    const { rows } = await db.raw(
      `SELECT s.id, s.domain, s.currency, m.id AS merchant_id, m.name AS merchant, h.id AS host_id,
         (SELECT count(*)::int FROM (
           SELECT DISTINCT ON (product_id) share, valid_until FROM giving_rules
           WHERE shop_id = s.id AND valid_from <= now() ORDER BY product_id, version DESC) r
         WHERE r.share IS NOT NULL AND (r.valid_until IS NULL OR r.valid_until > now())) AS items
       FROM (?) h
         JOIN LATERAL (
           SELECT id FROM shops WHERE merchant_id = h.id
           UNION SELECT shop_id FROM shop_streamers WHERE streamer_id = h.id AND state = 'allowed') may ON true
         JOIN shops s ON s.id = may.id JOIN organisations m ON m.id = s.merchant_id
       ORDER BY m.name, s.domain, h.id LIMIT ${shownMax}`,
      [hosts.select('id')],
    );
    return {
      body: {
        items: rows.map((row: Record<string, unknown>) => ({
          id: row.id,
          domain: row.domain,
          currency: row.currency,
          merchant: { id: row.merchant_id, name: row.merchant },
          hostId: row.host_id,
          items: row.items,
        })),
      },
    };
  },
});
