import type { Knex } from 'knex';
import { z } from 'zod';
import type { Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { Problem } from '../http/problem.js';
import { id } from '../http/wire.js';
import { setTopicStatus, topicOf } from '../totals/topics.js';
import { assertStillAllowed } from './linkable-shops.js';
import { ownSession } from './own-session.js';
import { sessionSchema, sessionToWire, type SessionRow } from './session-wire.js';

/**
 * Moves a session on. Asking again for what already is changes nothing; a session that has ended stays ended, because
 * its total has been shown as final.
 */
async function moveOn(db: Knex, caller: Caller, sessionId: string, to: 'live' | 'ended'): Promise<SessionRow> {
  const row = await ownSession(db, caller, sessionId, { lock: true });
  if (row.status === to) return row;
  if (row.status === 'ended') throw new Problem('conflict', 'This session has ended; make a new one to go live again.');
  if (row.cancelled_at)
    throw new Problem('conflict', 'This session was called off; take that back before it goes live.');
  if (to === 'live') await assertStillAllowed(db, row);
  const [moved] = await db<SessionRow>('sessions')
    .where({ id: sessionId })
    .update({ status: to, [to === 'live' ? 'started_at' : 'ended_at']: db.raw('now()') })
    .returning('*');
  await setTopicStatus(db, topicOf('session', sessionId), to);
  return moved!;
}

/** Calls a session off, or takes that back. Only what has not begun can be called off: what was live is ended instead. */
async function callOff(db: Knex, caller: Caller, sessionId: string, off: boolean): Promise<SessionRow> {
  const row = await ownSession(db, caller, sessionId, { lock: true });
  if ((row.cancelled_at !== null) === off) return row;
  if (row.status !== 'scheduled')
    throw new Problem('conflict', 'This session has begun; it can be ended, but no longer be called off.');
  const [changed] = await db<SessionRow>('sessions')
    .where({ id: sessionId })
    .update({ cancelled_at: off ? db.raw('now()') : null })
    .returning('*');
  return changed!;
}

/** How a session goes its way: scheduled, live, ended; or called off before. */
export function sessionMoveRoutes(publicUrl: string): Route[] {
  const answer = { status: 200, description: 'The session', schema: sessionSchema };
  const params = z.object({ id });
  const move = (verb: 'start' | 'end', to: 'live' | 'ended') =>
    defineRoute({
      method: 'post',
      path: `/v1/sessions/{id}/${verb}`,
      summary: verb === 'start' ? 'The session goes live' : 'The session is over',
      params,
      body: z.strictObject({}).optional(),
      answer,
      handle: async ({ db, params, caller }) => {
        const row = await moveOn(db, caller, params.id, to);
        return { body: await sessionToWire(db, row, publicUrl) };
      },
    });
  return [
    move('start', 'live'),
    move('end', 'ended'),
    defineRoute({
      method: 'delete',
      path: '/v1/sessions/{id}',
      summary: 'Calls a session off that has not begun; can be taken back',
      params,
      answer: { status: 204, description: 'Called off' },
      handle: async ({ db, params, caller }) => {
        await callOff(db, caller, params.id, true);
        return {};
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/sessions/{id}/restore',
      summary: 'Takes back that a session was called off',
      params,
      body: z.strictObject({}).optional(),
      answer,
      handle: async ({ db, params, caller }) => {
        const row = await callOff(db, caller, params.id, false);
        return { body: await sessionToWire(db, row, publicUrl) };
      },
    }),
  ];
}
