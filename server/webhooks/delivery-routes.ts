import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { onlyOwn } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { notFound, Problem } from '../http/problem.js';
import { id, listOf, pageQuery } from '../http/wire.js';
import { findEndpoint } from './endpoint-routes.js';
import type { EndpointRow } from './endpoint-wire.js';
import { eventTypes, testType } from './event-types.js';
import type { Attempt } from './record-attempt.js';
import { newEventId, payloadOf } from './told-event.js';

interface DeliveryRow {
  id: string;
  endpoint_id: string;
  event_id: string;
  type: string;
  payload: { type: string; timestamp: string; data: unknown };
  next_at: Date | null;
  delivered_at: Date | null;
  log: Attempt[];
  created_at: Date;
}

/** Deliveries that people may ask for within a minute, by trying out or sending again; the rest is for the schedule. */
const byHandAMinute = 30;
/** Between two sendings of the same delivery that people ask for. */
const restMs = 10_000;

const attempt = z.object({
  at: z.string(),
  ms: z.number().int(),
  status: z.number().int().optional(),
  trouble: z.enum(['status', 'redirect', 'slow', 'address', 'certificate', 'unreachable']).optional(),
  error: z.string().optional().openapi({ description: 'what went wrong, in a sentence' }),
  response: z.string().optional().openapi({ description: 'how the answer began' }),
});

export const deliverySchema = z.object({
  id: z.string(),
  endpointId: z.string(),
  eventId: z.string().openapi({ description: 'the webhook-id: the same over all attempts' }),
  type: z.enum([...eventTypes, testType]),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.array(attempt).openapi({ description: 'the newest, oldest first' }),
  nextAttemptAt: z.string().optional(),
  deliveredAt: z.string().optional(),
  payload: z.object({ type: z.string(), timestamp: z.string(), data: z.unknown() }),
  createdAt: z.string(),
});

const toWire = (row: DeliveryRow) => ({
  id: row.id,
  endpointId: row.endpoint_id,
  eventId: row.event_id,
  type: row.type,
  state: row.next_at !== null ? 'waiting' : row.delivered_at !== null ? 'delivered' : 'failed',
  attempts: row.log,
  ...(row.next_at !== null && { nextAttemptAt: row.next_at.toISOString() }),
  ...(row.delivered_at !== null && { deliveredAt: row.delivered_at.toISOString() }),
  payload: row.payload,
  createdAt: row.created_at.toISOString(),
});

const deliveries = (db: Knex) =>
  db
    .select('d.*', 'v.type', 'v.payload')
    .from('webhook_deliveries as d')
    .join('webhook_events as v', 'v.id', 'd.event_id')
    .as('deliveries');

/** An endpoint that is off gets nothing, also not by hand. */
function assertOn({ enabled }: Pick<EndpointRow, 'enabled'>): void {
  if (!enabled) throw new Problem('conflict', 'This webhook endpoint is switched off; switch it on first.');
}

/** Whoever may ask for sendings could otherwise make us ring at anybody's door as often as he likes. */
async function assertNotTooOften(db: Knex, endpointId: string): Promise<void> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `SELECT count(*)::int AS count FROM webhook_deliveries
     WHERE endpoint_id = ? AND asked_at > now() - interval '1 minute'`,
    [endpointId],
  );
  if (rows[0]!.count >= byHandAMinute)
    throw new Problem('conflict', `At most ${byHandAMinute} sendings a minute can be asked for; wait a moment.`);
}

export const deliveryRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/webhook-endpoints/{id}/deliveries',
    summary: 'What was sent to an endpoint, newest first, and how it went',
    params: z.object({ id }),
    query: pageQuery,
    answer: { status: 200, description: 'A page', schema: listOf(deliverySchema) },
    handle: async ({ db, params, query, caller }) => {
      await findEndpoint(db, params.id, caller);
      const rows = db.from(deliveries(db)).where({ endpoint_id: params.id });
      return answerPage<DeliveryRow>(rows, query, 'created_at', toWire);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/test',
    summary: `Sends the endpoint an event of the type ${testType}, to see whether it arrives`,
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    answer: { status: 201, description: 'The delivery, on its way', schema: deliverySchema },
    handle: async ({ db, params, caller }) => {
      const endpoint = await findEndpoint(db, params.id, caller);
      assertOn(endpoint);
      await assertNotTooOften(db, endpoint.id);
      const owner = { organisation_id: endpoint.organisation_id };
      const event = { id: newEventId(), type: testType, at: new Date() };
      const payload = payloadOf(testType, event.at, { endpointId: endpoint.id });
      await db('webhook_events').insert({ ...event, ...owner, payload });
      const deliveryId = `dlv_${newId()}${newId()}`;
      await db('webhook_deliveries').insert({
        id: deliveryId,
        ...owner,
        endpoint_id: endpoint.id,
        event_id: event.id,
        next_at: db.raw('now()'),
        asked_at: db.raw('now()'),
      });
      return { body: toWire((await db.from(deliveries(db)).where({ id: deliveryId }).first()) as DeliveryRow) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/webhook-deliveries/{id}/resend',
    summary: 'Sends the same event once more, under the same id, however it went before',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    answer: { status: 200, description: 'The delivery, on its way', schema: deliverySchema },
    handle: async ({ db, params, caller }) => {
      const found = await onlyOwn(db('webhook_deliveries'), 'organisation_id', caller)
        .where({ id: params.id })
        .forUpdate()
        .first<{ endpoint_id: string; asked_at: Date | null } | undefined>('endpoint_id', 'asked_at');
      if (!found) throw notFound('webhook delivery');
      if (found.asked_at && Date.now() - found.asked_at.getTime() < restMs)
        throw new Problem('conflict', 'This was sent again a moment ago; wait ten seconds.');
      assertOn(await findEndpoint(db, found.endpoint_id, caller));
      await assertNotTooOften(db, found.endpoint_id);
      // The schedule begins anew.
      await db('webhook_deliveries')
        .where({ id: params.id })
        .update({
          next_at: db.raw('now()'),
          asked_at: db.raw('now()'),
          delivered_at: null,
          attempts: 0,
          first_attempt_at: null,
        });
      return { body: toWire((await db.from(deliveries(db)).where({ id: params.id }).first()) as DeliveryRow) };
    },
  }),
];
