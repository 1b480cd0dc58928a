import type { Knex } from 'knex';
import { z } from 'zod';
import { money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { topicOf } from '../totals/topics.js';

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
  scheduled_for: Date | null;
  started_at: Date | null;
  ended_at: Date | null;
  /** Called off before it began. */
  cancelled_at: Date | null;
}

const facts = z.object({
  id: z.string(),
  title: z.string(),
  streamer: z.string(),
  organisationId: z.string().optional().openapi({ description: 'whose session it is; absent: the operator made it' }),
  shopIds: z.array(z.string()),
  provider: z.string().optional(),
  channel: z.string().optional(),
  goal: money.optional(),
  given: z.array(money).openapi({ description: 'what stands after reversals, a sum for each currency' }),
  status: z.enum(['scheduled', 'live', 'ended']),
  pageUrl: z.string().openapi({ description: 'the public page of the session' }),
  createdAt: z.string(),
  scheduledFor: z.string().optional().openapi({ description: 'when it is meant to begin' }),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  cancelledAt: z.string().optional().openapi({ description: 'called off before it began; can be taken back' }),
});

const secrets = z.object({
  token: z.string().openapi({ description: 'goes into the cart as the attribute _kindcast_session' }),
  overlayUrl: z.string().openapi({ description: "the streamer's secret address for OBS" }),
  studioUrl: z.string().openapi({ description: "where the streamer sets the overlay up; as secret as the overlay's" }),
});

/** A session as those see it who may change it. */
export const sessionSchema = facts.extend(secrets.shape);

/** As those see it who may look: its secrets are the operator's and the editors', see `GET /v1/sessions/{id}/links`. */
export const sessionSeenSchema = facts.extend(secrets.partial().shape);

/** The address of a session's overlay, for the streamer only. */
export const overlayUrl = (publicUrl: string, row: Pick<SessionRow, 'overlay_key'>) =>
  `${publicUrl}/overlay/${row.overlay_key}`;

/** The address of the page on which the streamer sets the overlay up. */
export const studioUrl = (publicUrl: string, row: Pick<SessionRow, 'overlay_key'>) =>
  `${overlayUrl(publicUrl, row)}/studio`;

/** The public page of a session. */
export const sessionPageUrl = (publicUrl: string, sessionId: string) => `${publicUrl}/sessions/${sessionId}`;

/** A session without its secrets. */
export async function sessionSeen(db: Knex, row: SessionRow, publicUrl: string) {
  const shops = await db('session_shops').where({ session_id: row.id }).orderBy('shop_id').select('shop_id');
  const totals = await db('topic_totals')
    .where({ topic: topicOf('session', row.id) })
    .orderBy('currency')
    .select('currency', 'pledged', 'confirmed', 'paid');
  return {
    id: row.id,
    title: row.title,
    streamer: row.streamer,
    ...(row.organisation_id !== null && { organisationId: row.organisation_id }),
    shopIds: shops.map((shop): string => shop.shop_id),
    ...(row.provider !== null && { provider: row.provider }),
    ...(row.channel !== null && { channel: row.channel }),
    ...(row.goal !== null && { goal: toMoney(row.goal, row.goal_currency!) }),
    given: totals.map(({ currency, pledged, confirmed, paid }) => toMoney(pledged + confirmed + paid, currency)),
    status: row.status,
    pageUrl: sessionPageUrl(publicUrl, row.id),
    createdAt: row.created_at.toISOString(),
    ...(row.scheduled_for && { scheduledFor: row.scheduled_for.toISOString() }),
    ...(row.started_at && { startedAt: row.started_at.toISOString() }),
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
    ...(row.cancelled_at && { cancelledAt: row.cancelled_at.toISOString() }),
  };
}

/** A session with its secrets. */
export async function sessionToWire(db: Knex, row: SessionRow, publicUrl: string) {
  return {
    ...(await sessionSeen(db, row, publicUrl)),
    token: row.token,
    overlayUrl: overlayUrl(publicUrl, row),
    studioUrl: studioUrl(publicUrl, row),
  };
}
