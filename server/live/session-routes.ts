import type { Knex } from 'knex';
import { z } from 'zod';
import { newId, newSecret } from '../database/new-id.js';
import { onlyOwn, type Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField, Problem } from '../http/problem.js';
import { id, listOf, moneyAboveZero, pageQuery, text, time } from '../http/wire.js';
import { toMinor } from '../ledger/money.js';
import { openTopic, retellTopic, topicOf } from '../totals/topics.js';
import { assertLinkable, changeShops } from './linkable-shops.js';
import { ownSession } from './own-session.js';
import { sessionSchema, sessionSeen, sessionSeenSchema, sessionToWire, type SessionRow } from './session-wire.js';

/** What the host says of a session and may say anew until it has ended. */
const told = z.strictObject({
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
  scheduledFor: time.optional(),
});

const columnsOf = (body: z.infer<typeof told>) => ({
  title: body.title,
  streamer: body.streamer,
  provider: body.provider ?? null,
  channel: body.channel ?? null,
  goal: body.goal ? toMinor(body.goal) : null,
  goal_currency: body.goal?.currency ?? null,
  scheduled_for: body.scheduledFor ? new Date(body.scheduledFor) : null,
});

/**
 * Whose session it will be: the organisation that was named, or the only one the caller has. The operator may make one
 * that belongs to nobody.
 */
async function ownerOf(db: Knex, caller: Caller, named: string | undefined): Promise<string | null> {
  if (named === undefined) {
    if (caller.operator) return null;
    const [only, ...others] = caller.organisations;
    if (only === undefined || others.length > 0)
      throw badField('organisationId', 'is missing; you act for several organisations, so say whose session it is');
    return only;
  }
  const host = await db('organisations').where({ id: named }).whereIn('kind', ['streamer', 'merchant']).first('id');
  if (!host || (!caller.operator && !caller.organisations.includes(named)))
    throw badField('organisationId', 'names no streamer or merchant of yours');
  return named;
}

/** Of one host; whoever plans more has lost sight of them, or is filling our tables. Those called off count as well. */
const notBegunMax = 200;

async function assertRoom(db: Knex, owner: string | null): Promise<void> {
  if (owner === null) return;
  const waiting = db('sessions').where({ organisation_id: owner, status: 'scheduled' }).limit(notBegunMax);
  if ((await waiting.select('id')).length >= notBegunMax)
    throw new Problem('conflict', `${notBegunMax} of your sessions have not begun; go live with some of them first.`);
}

export function sessionRoutes(publicUrl: string): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/v1/sessions',
      summary: 'Schedules a live session',
      body: told.extend({ organisationId: id.optional() }),
      answer: { status: 201, description: 'The session', schema: sessionSchema },
      handle: async ({ db, body, caller }) => {
        const owner = await ownerOf(db, caller, body.organisationId);
        await assertRoom(db, owner);
        await assertLinkable(db, owner, body.shopIds);
        const [row] = await db<SessionRow>('sessions')
          .insert({
            id: newId(),
            ...columnsOf(body),
            token: newSecret(),
            overlay_key: newSecret(),
            organisation_id: owner,
          })
          .returning('*');
        await db('session_shops').insert(body.shopIds.map((shopId) => ({ session_id: row!.id, shop_id: shopId })));
        await openTopic(db, topicOf('session', row!.id), { title: body.title, status: row!.status, goal: body.goal });
        return { body: await sessionToWire(db, row!, publicUrl) };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/v1/sessions/{id}',
      summary: 'Says anew what a session is; until it has ended. What is left out is taken away',
      params: z.object({ id }),
      body: told,
      answer: { status: 200, description: 'The session', schema: sessionSchema },
      handle: async ({ db, params, body, caller }) => {
        const before = await ownSession(db, caller, params.id, { lock: true });
        if (before.status === 'ended')
          throw new Problem('conflict', 'This session has ended; what was shown as final stays as it is.');
        await changeShops(db, before, body.shopIds);
        const [row] = await db<SessionRow>('sessions').where({ id: before.id }).update(columnsOf(body)).returning('*');
        await retellTopic(db, topicOf('session', before.id), { title: body.title, goal: body.goal });
        return { body: await sessionToWire(db, row!, publicUrl) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/sessions',
      summary: 'Lists sessions, newest first, without those that were called off',
      query: pageQuery.extend({
        organisationId: id.optional().openapi({ description: 'default: all you act for' }),
        status: z
          .enum(['scheduled', 'live', 'ended', 'cancelled'], 'must be "scheduled", "live", "ended" or "cancelled"')
          .optional(),
      }),
      answer: { status: 200, description: 'A page', schema: listOf(sessionSeenSchema) },
      handle: async ({ db, query: { status, organisationId, ...page }, caller }) => {
        const rows = onlyOwn(db('sessions'), 'organisation_id', caller);
        if (organisationId !== undefined) void rows.where({ organisation_id: organisationId });
        if (status === 'cancelled') void rows.whereNotNull('cancelled_at');
        else void rows.whereNull('cancelled_at');
        if (status !== undefined && status !== 'cancelled') void rows.where({ status });
        return answerPage<SessionRow>(rows, page, 'created_at', (row) => asSeenBy(db, caller, row));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/sessions/{id}',
      summary: 'One session',
      params: z.object({ id }),
      answer: { status: 200, description: 'The session', schema: sessionSeenSchema },
      handle: async ({ db, params, caller }) => ({
        body: await asSeenBy(db, caller, await ownSession(db, caller, params.id)),
      }),
    }),
  ];

  /** Whoever may only look must not be able to replace the overlay's address, so does not learn it. */
  function asSeenBy(db: Knex, caller: Caller, row: SessionRow) {
    return caller.operator ? sessionToWire(db, row, publicUrl) : sessionSeen(db, row, publicUrl);
  }
}
