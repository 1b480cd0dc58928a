import type { ClientBase } from 'pg';
import { toMoney } from '../ledger/money.js';
import { milestones, type EventData } from './event-types.js';
import type { Listeners, ToldEvent } from './told-event.js';

interface Reached {
  topic: string;
  title: string;
  currency: string;
  percent: EventData<'milestone.reached'>['percent'];
  goal: bigint;
  given: bigint;
  reached_at: Date;
}

/**
 * The shares of their goals that these topics have reached and that were not noted before. Noting and telling are one
 * transaction, and the database knows each only once, so nobody hears of one twice.
 */
export async function milestoneEvents(
  client: ClientBase,
  topics: readonly string[],
  listeners: Listeners,
): Promise<ToldEvent[]> {
  const { rows } = await client.query<Reached>(
    `WITH standing AS (
       SELECT t.topic, t.title, t.goal_currency AS currency, t.goal, s.pledged + s.confirmed + s.paid AS given
       FROM topics t JOIN topic_totals s ON s.topic = t.topic AND s.currency = t.goal_currency
       WHERE t.topic = ANY ($1) AND t.goal IS NOT NULL),
     reached AS (
       INSERT INTO webhook_milestones (topic, currency, percent)
       SELECT topic, currency, share.percent FROM standing CROSS JOIN unnest($2::int[]) AS share (percent)
       WHERE given::numeric * 100 >= goal::numeric * share.percent
       ORDER BY 1, 2, 3
       ON CONFLICT DO NOTHING RETURNING topic, currency, percent, reached_at)
     SELECT * FROM reached JOIN standing USING (topic, currency) ORDER BY topic, percent`,
    [topics, milestones],
  );
  if (rows.length === 0) return [];
  const hearers = await findHearers(client, [...new Set(rows.map((row) => row.topic))]);
  return rows.flatMap((row) =>
    (hearers.get(row.topic) ?? [])
      .filter((organisationId) => listeners.get(organisationId)?.has('milestone.reached'))
      .map((organisationId) => ({
        organisationId,
        type: 'milestone.reached' as const,
        at: row.reached_at,
        data: {
          topic: row.topic,
          title: row.title,
          percent: row.percent,
          goal: toMoney(row.goal, row.currency),
          given: toMoney(row.given, row.currency),
        },
      })),
  );
}

/** Who hears of each topic. */
export async function findHearers(client: ClientBase, topics: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ topic: string; organisations: string[] }>(
    `SELECT topic, array_agg(organisation_id) AS organisations FROM webhook_hearers($1) GROUP BY topic`,
    [topics],
  );
  return new Map(rows.map((row) => [row.topic, row.organisations]));
}
