import type { Pool } from 'pg';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { publicAnswer } from '../http/public-answer.js';
import { id, money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { sessionPageUrl, type SessionRow } from './session-wire.js';

const about = z.object({
  id: z.string(),
  title: z.string(),
  streamer: z.string(),
  status: z.enum(['scheduled', 'live', 'ended']),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  goal: money.optional(),
  pageUrl: z.string().openapi({ description: 'the public page of the session' }),
});

type KnownToAll = Pick<
  SessionRow,
  'id' | 'title' | 'streamer' | 'status' | 'started_at' | 'ended_at' | 'goal' | 'goal_currency'
>;

/** What everybody may know of a session; its token and its overlay's key are not even read. */
export const sessionAboutRoute = (pool: Pool, publicUrl: string): Route =>
  defineRoute({
    method: 'get',
    path: '/v1/sessions/{id}/about',
    summary: 'What a session is and whether it is live',
    params: z.object({ id }),
    answer: { status: 200, description: 'The session', schema: about },
    handle: async ({ params }) => {
      const { rows } = await pool.query<KnownToAll>({
        name: 'about-session',
        text: `SELECT id, title, streamer, status, started_at, ended_at, goal, goal_currency
          FROM sessions WHERE id = $1 AND cancelled_at IS NULL`,
        values: [params.id],
      });
      const [row] = rows;
      if (!row) throw notFound('session');
      return publicAnswer({
        id: row.id,
        title: row.title,
        streamer: row.streamer,
        status: row.status,
        ...(row.started_at && { startedAt: row.started_at.toISOString() }),
        ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
        ...(row.goal !== null && { goal: toMoney(row.goal, row.goal_currency!) }),
        pageUrl: sessionPageUrl(publicUrl, row.id),
      });
    },
  });
