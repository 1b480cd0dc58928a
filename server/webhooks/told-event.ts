import type { Knex } from 'knex';
import type { ClientBase } from 'pg';
import { newSecret } from '../database/new-id.js';
import type { Money } from '../ledger/money.js';
import type { EventData, EventType } from './event-types.js';

/** One event for one organisation. */
export interface ToldEvent<T extends EventType = EventType> {
  organisationId: string;
  type: T;
  /** When it happened. */
  at: Date;
  data: EventData<T>;
}

/** A new event id; it is the `webhook-id`, the same over all tries and endpoints. Random, so that nobody can count with it. */
export const newEventId = () => `evt_${newSecret()}`;

/** The text that is signed and sent. */
export const payloadOf = (type: string, at: Date, data: unknown) =>
  JSON.stringify({ type, timestamp: at.toISOString(), data });

/** Keeps the events and makes each due at every endpoint of its organisation that asked for it. */
export async function keepEvents(client: ClientBase, events: readonly ToldEvent[]): Promise<void> {
  if (events.length === 0) return;
  await client.query(
    `WITH told AS (
       INSERT INTO webhook_events (id, organisation_id, type, at, payload)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::json[])
       RETURNING id, organisation_id, type)
     INSERT INTO webhook_deliveries (id, organisation_id, endpoint_id, event_id, next_at)
     SELECT 'dlv_' || replace(gen_random_uuid()::text, '-', ''), e.organisation_id, e.id, told.id, now()
     FROM told JOIN webhook_endpoints e
       ON e.organisation_id = told.organisation_id AND e.enabled AND told.type = ANY (e.events)`,
    [
      events.map(() => newEventId()),
      events.map((event) => event.organisationId),
      events.map((event) => event.type),
      events.map((event) => event.at.toISOString()),
      events.map((event) => payloadOf(event.type, event.at, event.data)),
    ],
  );
}

/** Which types each organisation wants to hear of; only those with an endpoint that is on. */
export type Listeners = ReadonlyMap<string, ReadonlySet<string>>;

export async function findListeners(client: ClientBase): Promise<Listeners> {
  const { rows } = await client.query<{ organisation_id: string; types: string[] }>(
    `SELECT organisation_id, array_agg(DISTINCT type) AS types
     FROM webhook_endpoints CROSS JOIN unnest(events) AS type WHERE enabled GROUP BY organisation_id`,
  );
  return new Map(rows.map((row) => [row.organisation_id, new Set(row.types)]));
}

/** Whether anybody wants to hear of one of these types. */
export const anybodyHears = (listeners: Listeners, types: readonly string[]) =>
  [...listeners.values()].some((wanted) => types.some((type) => wanted.has(type)));

/** A payout that has left, as whoever sends it knows it. */
export interface SentPayout {
  payoutId: string;
  charityId: string;
  /** Those whose gifts it carries; they hear of it as the charity does. */
  merchantIds: readonly string[];
  amount: Money;
  projects: readonly { projectId: string; amount: Money }[];
  sentAt: Date;
}

/** Tells that a payout has been sent. Belongs into the transaction that sends it: both are true or neither. */
export async function tellPayoutSent(db: Knex, payout: SentPayout): Promise<void> {
  const { merchantIds, sentAt, ...rest } = payout;
  const data: EventData<'payout.sent'> = { ...rest, projects: [...rest.projects], sentAt: sentAt.toISOString() };
  await db('webhook_news').insert({
    type: 'payout.sent',
    subject: payout.payoutId,
    at: sentAt,
    heard_by: [...new Set([payout.charityId, ...merchantIds])],
    data: JSON.stringify(data),
  });
}
