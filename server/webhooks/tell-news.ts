import type { ClientBase } from 'pg';
import { toAmount, toMoney } from '../ledger/money.js';
import type { EventData, EventType } from './event-types.js';
import { findHearers } from './tell-milestones.js';
import type { Listeners, ToldEvent } from './told-event.js';

interface NewsRow {
  type: EventType;
  subject: string;
  at: Date;
  heard_by: string[] | null;
  data: unknown;
}

/** Takes the oldest news that are no transfers off the table, and makes events of them for those who listen. */
export async function takeNews(
  client: ClientBase,
  listeners: Listeners,
  limit: number,
): Promise<{ taken: number; events: ToldEvent[] }> {
  const { rows } = await client.query<NewsRow>(
    `WITH gone AS (
       DELETE FROM webhook_news WHERE id IN (SELECT id FROM webhook_news ORDER BY id LIMIT $1) RETURNING *)
     SELECT type, subject, at, heard_by, data FROM gone ORDER BY id`,
    [limit],
  );
  const events: ToldEvent[] = [];
  for (const row of rows) {
    const hearers = row.heard_by ?? (await hearersOfSession(client, row.subject));
    const listening = hearers.filter((organisationId) => listeners.get(organisationId)?.has(row.type));
    if (listening.length === 0) continue;
    const data = (row.data ?? (await sessionData(client, row))) as EventData<EventType>;
    events.push(...listening.map((organisationId) => ({ organisationId, type: row.type, at: row.at, data })));
  }
  return { taken: rows.length, events };
}

async function hearersOfSession(client: ClientBase, sessionId: string): Promise<string[]> {
  const topic = `session:${sessionId}`;
  return (await findHearers(client, [topic])).get(topic) ?? [];
}

async function sessionData(client: ClientBase, { type, subject }: NewsRow): Promise<EventData<'session.ended'>> {
  const { rows } = await client.query<{
    title: string;
    goal: bigint | null;
    goal_currency: string | null;
    started_at: Date | null;
    ended_at: Date | null;
    shops: string[];
  }>(
    `SELECT title, goal, goal_currency, started_at, ended_at,
       ARRAY(SELECT shop_id FROM session_shops WHERE session_id = id ORDER BY shop_id) AS shops
     FROM sessions WHERE id = $1`,
    [subject],
  );
  const session = rows[0]!;
  const totals = await client.query<{ currency: string; given: bigint; orders: number; units: bigint }>(
    `SELECT currency, pledged + confirmed + paid AS given, orders, units FROM topic_totals WHERE topic = $1 ORDER BY currency`,
    [`session:${subject}`],
  );
  return {
    sessionId: subject,
    title: session.title,
    shopIds: session.shops,
    ...(session.goal !== null && { goal: toMoney(session.goal, session.goal_currency!) }),
    ...(session.started_at && { startedAt: session.started_at.toISOString() }),
    ...(type === 'session.ended' && session.ended_at && { endedAt: session.ended_at.toISOString() }),
    totals: totals.rows.map(({ currency, given, orders, units }) => ({
      currency,
      given: toAmount(given, currency),
      orders,
      units: parseInt(units.toString(), 10),
    })),
  };
}
