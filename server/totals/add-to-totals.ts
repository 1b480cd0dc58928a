import type { ClientBase } from 'pg';
import { topicsChannel, type Topic } from './topics.js';

/** One change of a gift as screens show it: never anything about the buyer. */
export interface RecentGift {
  at: string;
  item: string;
  projectId: string;
  /** Decimal string, what changed, always above zero; `change` tells the direction. */
  amount: { amount: string; currency: string };
  change: 'pledged' | 'reversed';
  reason?: string;
}

/** What one batch changes in one currency of one topic; minor units and counts may be negative. */
export interface TopicChange {
  topic: Topic;
  currency: string;
  pledged: bigint;
  orders: number;
  units: number;
  byProject: Map<string, bigint>;
  gifts: RecentGift[];
}

/** As many as a message of the feed carries, and a screen needs after a reload. */
export const recentGiftsKept = 20;

/** PostgreSQL takes notifications of less than 8,000 bytes. */
const notificationBytesMax = 7_000;

/** One of {@link TopicChange.gifts} as it is kept with its topic: with the sequence number it came with. */
export type NumberedGift = RecentGift & { seq: number };

/**
 * Adds a batch's changes to every topic's totals within the caller's transaction and announces the topics on commit.
 * Topics are locked in sorted order and written once each, however many orders touch them.
 */
export async function addToTotals(client: ClientBase, changes: readonly TopicChange[]): Promise<void> {
  if (changes.length === 0) return;
  const topics = [...new Set(changes.map((change) => change.topic))].sort();
  await nextStates(client, topics, changes);
  await addOrInsert(client, {
    update: `UPDATE topic_totals t
      SET pledged = t.pledged + c.pledged, orders = t.orders + c.orders, units = t.units + c.units
      FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::bigint[]) AS c (topic, currency, pledged, orders, units)
      WHERE t.topic = c.topic AND t.currency = c.currency RETURNING t.topic || ' ' || t.currency AS key`,
    insert: `INSERT INTO topic_totals (topic, currency, pledged, orders, units)
      SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::bigint[])`,
    rows: changes.map((change) => ({
      key: `${change.topic} ${change.currency}`,
      values: [change.topic, change.currency, change.pledged.toString(), change.orders, change.units],
    })),
  });
  await addOrInsert(client, {
    update: `UPDATE topic_projects t SET given = t.given + c.given
      FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS c (topic, project_id, currency, given)
      WHERE t.topic = c.topic AND t.project_id = c.project_id AND t.currency = c.currency
      RETURNING t.topic || ' ' || t.project_id || ' ' || t.currency AS key`,
    insert: `INSERT INTO topic_projects (topic, project_id, currency, given)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])`,
    rows: changes.flatMap((change) =>
      [...change.byProject].map(([projectId, given]) => ({
        key: `${change.topic} ${projectId} ${change.currency}`,
        values: [change.topic, projectId, change.currency, given.toString()],
      })),
    ),
  });
  for (const payload of notifications(topics)) await client.query('SELECT pg_notify($1, $2)', [topicsChannel, payload]);
}

/** Locks the topics, counts their sequence up and puts the newest gifts in front. */
async function nextStates(client: ClientBase, topics: Topic[], changes: readonly TopicChange[]): Promise<void> {
  const locked = await client.query<{ topic: Topic; seq: number; recent: NumberedGift[] }>(
    'SELECT topic, seq::float8 AS seq, recent FROM topics WHERE topic = ANY ($1::text[]) ORDER BY topic FOR NO KEY UPDATE',
    [topics],
  );
  const recent = locked.rows.map((row) => {
    const newest = changes
      .filter((change) => change.topic === row.topic)
      .flatMap((change) => change.gifts)
      .slice(-recentGiftsKept)
      .reverse()
      .map((gift) => ({ ...gift, seq: row.seq + 1 }));
    return JSON.stringify([...newest, ...row.recent].slice(0, recentGiftsKept));
  });
  await client.query(
    `UPDATE topics t SET seq = t.seq + 1, changed_at = clock_timestamp(), recent = n.recent::jsonb
     FROM unnest($1::text[], $2::text[]) AS n (topic, recent) WHERE t.topic = n.topic`,
    [locked.rows.map((row) => row.topic), recent],
  );
}

/** Adds to the rows there are and inserts the others; the topic's lock keeps anyone else from inserting them meanwhile. */
async function addOrInsert(
  client: ClientBase,
  { update, insert, rows }: { update: string; insert: string; rows: { key: string; values: unknown[] }[] },
): Promise<void> {
  if (rows.length === 0) return;
  const columnsOf = (list: typeof rows) => list[0]!.values.map((_, column) => list.map((row) => row.values[column]));
  const updated = await client.query<{ key: string }>(update, columnsOf(rows));
  if (updated.rows.length === rows.length) return;
  const there = new Set(updated.rows.map((row) => row.key));
  await client.query(insert, columnsOf(rows.filter((row) => !there.has(row.key))));
}

function notifications(topics: readonly Topic[]): string[] {
  const payloads: string[] = [];
  let some: Topic[] = [];
  for (const topic of topics) {
    if (Buffer.byteLength(JSON.stringify([...some, topic])) > notificationBytesMax) {
      payloads.push(JSON.stringify(some));
      some = [];
    }
    some.push(topic);
  }
  return [...payloads, JSON.stringify(some)];
}
