import type { Knex } from 'knex';
import { z } from 'zod';
import { newId, newSecret } from '../database/new-id.js';
import { onlyOwn, type Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField, notFound, Problem } from '../http/problem.js';
import { id, listOf, money, moneyAboveZero, pageQuery, text } from '../http/wire.js';
import { toMinor, toMoney } from '../ledger/money.js';
import { missingShops } from '../shops/shop-routes.js';
import { openTopic, setTopicStatus, topicOf } from '../totals/topics.js';

export interface SessionRow {
  id: string;
  title: string;
  streamer: string;
  provider: string | null;
  channel: string | null;
  status: 'scheduled' | 'live' | 'ended';
  goal: bigint | null;
  goal_currency: string | null;
  token: string;
  overlay_key: string;
  /** The streamer or merchant it belongs to; null: the operator made it. */
  organisation_id: string | null;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
}

export const sessionSchema = z.object({
  id: z.string(),
  title: z.string(),
  streamer: z.string(),
  shopIds: z.array(z.string()),
  provider: z.string().optional(),
  channel: z.string().optional(),
  goal: money.optional(),
  status: z.enum(['scheduled', 'live', 'ended']),
  token: z.string().openapi({ description: 'goes into the cart as the attribute _kindcast_session' }),
  overlayUrl: z.string().openapi({ description: "the streamer's secret address for OBS" }),
  studioUrl: z.string().openapi({ description: "where the streamer sets the overlay up; as secret as the overlay's" }),
  pageUrl: z.string().openapi({ description: 'the public page of the session' }),
  createdAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
});

/** The address of a session's overlay, for the streamer only. */
export const overlayUrl = (publicUrl: string, row: Pick<SessionRow, 'overlay_key'>) =>
  `${publicUrl}/overlay/${row.overlay_key}`;

/** The address of the page on which the streamer sets the overlay up. */
export const studioUrl = (publicUrl: string, row: Pick<SessionRow, 'overlay_key'>) =>
  `${overlayUrl(publicUrl, row)}/studio`;

/** The public page of a session. */
export const sessionPageUrl = (publicUrl: string, sessionId: string) => `${publicUrl}/sessions/${sessionId}`;

/** A session as the operator sees it, with its secrets. */
export async function sessionToWire(db: Knex, row: SessionRow, publicUrl: string) {
  const shops = await db('session_shops').where({ session_id: row.id }).orderBy('shop_id').select('shop_id');
  return {
    id: row.id,
    title: row.title,
    streamer: row.streamer,
    shopIds: shops.map((shop) => shop.shop_id),
    ...(row.provider !== null && { provider: row.provider }),
    ...(row.channel !== null && { channel: row.channel }),
    ...(row.goal !== null && { goal: toMoney(row.goal, row.goal_currency!) }),
    status: row.status,
    token: row.token,
    overlayUrl: overlayUrl(publicUrl, row),
    studioUrl: studioUrl(publicUrl, row),
    pageUrl: sessionPageUrl(publicUrl, row.id),
    createdAt: row.created_at.toISOString(),
    ...(row.started_at && { startedAt: row.started_at.toISOString() }),
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
  };
}

/**
 * Moves a session on. Asking again for what already is changes nothing; a session that has ended stays ended, because
 * its total has been shown as final.
 */
async function moveOn(db: Knex, caller: Caller, sessionId: string, to: 'live' | 'ended'): Promise<SessionRow> {
  const row = await onlyOwn(db<SessionRow>('sessions').where({ id: sessionId }), 'organisation_id', caller)
    .forNoKeyUpdate()
    .first();
  if (!row) throw notFound('session');
  if (row.status === to) return row;
  if (row.status === 'ended') throw new Problem('conflict', 'This session has ended; make a new one to go live again.');
  const [moved] = await db<SessionRow>('sessions')
    .where({ id: sessionId })
    .update({ status: to, [to === 'live' ? 'started_at' : 'ended_at']: db.raw('now()') })
    .returning('*');
  await setTopicStatus(db, topicOf('session', sessionId), to);
  return moved!;
}

export function sessionRoutes(publicUrl: string): Route[] {
  const move = (verb: 'start' | 'end', to: 'live' | 'ended') =>
    defineRoute({
      method: 'post',
      path: `/v1/sessions/{id}/${verb}`,
      summary: verb === 'start' ? 'The session goes live' : 'The session is over',
      params: z.object({ id }),
      body: z.strictObject({}).optional(),
      answer: { status: 200, description: 'The session', schema: sessionSchema },
      handle: async ({ db, params, caller }) => {
        const row = await moveOn(db, caller, params.id, to);
        return { body: await sessionToWire(db, row, publicUrl) };
      },
    });
  return [
    defineRoute({
      method: 'post',
      path: '/v1/sessions',
      summary: 'Schedules a live session',
      body: z.strictObject({
        title: text(200),
        streamer: text(200),
        shopIds: z
          .array(id)
          .min(1, 'must name at least one shop')
          .max(50, 'must name at most 50 shops')
          .refine((ids) => new Set(ids).size === ids.length, 'must name each shop once'),
        provider: text(50).optional(),
        channel: text(200).optional(),
        goal: moneyAboveZero.optional(),
      }),
      answer: { status: 201, description: 'The session', schema: sessionSchema },
      handle: async ({ db, body, caller }) => {
        const [missing] = await missingShops(db, body.shopIds);
        if (missing !== undefined)
          throw badField(
            `shopIds.${body.shopIds.indexOf(missing)}`,
            'names no shop; connect it by POST /v1/shops first',
          );
        const [row] = await db<SessionRow>('sessions')
          .insert({
            id: newId(),
            title: body.title,
            streamer: body.streamer,
            provider: body.provider ?? null,
            channel: body.channel ?? null,
            goal: body.goal ? toMinor(body.goal) : null,
            goal_currency: body.goal?.currency ?? null,
            token: newSecret(),
            overlay_key: newSecret(),
            organisation_id: caller.organisations[0] ?? null,
          })
          .returning('*');
        await db('session_shops').insert(body.shopIds.map((shopId) => ({ session_id: row!.id, shop_id: shopId })));
        await openTopic(db, topicOf('session', row!.id), {
          title: body.title,
          status: row!.status,
          goal: body.goal,
        });
        return { body: await sessionToWire(db, row!, publicUrl) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/sessions',
      summary: 'Lists sessions, newest first',
      query: pageQuery,
      answer: { status: 200, description: 'A page', schema: listOf(sessionSchema) },
      handle: async ({ db, query, caller }) => {
        return answerPage<SessionRow>(onlyOwn(db('sessions'), 'organisation_id', caller), query, 'created_at', (row) =>
          sessionToWire(db, row, publicUrl),
        );
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/sessions/{id}',
      summary: 'One session',
      params: z.object({ id }),
      answer: { status: 200, description: 'The session', schema: sessionSchema },
      handle: async ({ db, params, caller }) => {
        const row = await onlyOwn(
          db<SessionRow>('sessions').where({ id: params.id }),
          'organisation_id',
          caller,
        ).first();
        if (!row) throw notFound('session');
        return { body: await sessionToWire(db, row, publicUrl) };
      },
    }),
    move('start', 'live'),
    move('end', 'ended'),
  ];
}
