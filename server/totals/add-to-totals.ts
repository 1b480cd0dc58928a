import type { ClientBase } from 'pg';
import { bigints, ints, texts } from '../database/binary-array.js';
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
  /** The newest of the batch, oldest first. */
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
  const parts = changes.flatMap((change) =>
    [...change.byProject].map(([projectId, given]) => ({ change, projectId, given })),
  );
  await Promise.all([
    client.query({
      name: 'lock-topics',
      text: 'SELECT FROM topics WHERE topic = ANY ($1::text[]) ORDER BY topic FOR NO KEY UPDATE',
      values: [texts(topics)],
    }),
    client.query({
      name: 'move-topics',
      // A statement of its own after the lock: it sees what the batch before has committed.
      text: `UPDATE topics t SET seq = t.seq + 1, changed_at = clock_timestamp(),
          recent_gifts = (n.gifts::json[] || t.recent_gifts)[1:${recentGiftsKept}],
          recent_seqs = (array_fill(t.seq + 1, ARRAY[n.count]) || t.recent_seqs)[1:${recentGiftsKept}]
        FROM unnest($1::text[], $2::text[], $3::int[]) AS n (topic, gifts, count) WHERE t.topic = n.topic`,
      values: [texts(topics), ...newestGifts(topics, changes)],
    }),
    addOrInsert(client, changes, {
      name: 'topic-totals',
      update: `UPDATE topic_totals t
        SET pledged = t.pledged + c.pledged, orders = t.orders + c.orders, units = t.units + c.units
        FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::bigint[]) AS c (topic, currency, pledged, orders, units)
        WHERE t.topic = c.topic AND t.currency = c.currency RETURNING t.topic || ' ' || t.currency AS key`,
      insert: `INSERT INTO topic_totals (topic, currency, pledged, orders, units)
        SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::bigint[])`,
      keyOf: (change) => `${change.topic} ${change.currency}`,
      columnsOf: (list) => [
        texts(list.map((change) => change.topic)),
        texts(list.map((change) => change.currency)),
        bigints(list.map((change) => change.pledged)),
        ints(list.map((change) => change.orders)),
        bigints(list.map((change) => BigInt(change.units))),
      ],
    }),
    addOrInsert(client, parts, {
      name: 'topic-projects',
      update: `UPDATE topic_projects t SET given = t.given + c.given
        FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS c (topic, project_id, currency, given)
        WHERE t.topic = c.topic AND t.project_id = c.project_id AND t.currency = c.currency
        RETURNING t.topic || ' ' || t.project_id || ' ' || t.currency AS key`,
      insert: `INSERT INTO topic_projects (topic, project_id, currency, given)
        SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])`,
      keyOf: ({ change, projectId }) => `${change.topic} ${projectId} ${change.currency}`,
      columnsOf: (list) => [
        texts(list.map(({ change }) => change.topic)),
        texts(list.map(({ projectId }) => projectId)),
        texts(list.map(({ change }) => change.currency)),
        bigints(list.map(({ given }) => given)),
      ],
    }),
    ...notifications(topics).map((payload) =>
      client.query({ name: 'tell-topics', text: 'SELECT pg_notify($1, $2)', values: [topicsChannel, payload] }),
    ),
  ]);
}

/** For each topic its newest gifts as a literal of `json[]`, and how many: JSON in JSON quotes is a valid element. */
function newestGifts(topics: readonly Topic[], changes: readonly TopicChange[]): Buffer[] {
  const newest = topics.map((topic) =>
    changes
      .filter((change) => change.topic === topic)
      .flatMap((change) => change.gifts)
      .slice(-recentGiftsKept)
      .reverse(),
  );
  const literal = (gifts: RecentGift[]) => `{${gifts.map((gift) => JSON.stringify(JSON.stringify(gift))).join(',')}}`;
  return [texts(newest.map(literal)), ints(newest.map((gifts) => gifts.length))];
}

interface Additions<T> {
  name: string;
  /** Answers the keys of the rows that were there. */
  update: string;
  insert: string;
  keyOf(row: T): string;
  columnsOf(rows: readonly T[]): Buffer[];
}

/** Adds to the rows there are and inserts the others; the topic's lock keeps anyone else from inserting them meanwhile. */
async function addOrInsert<T>(client: ClientBase, rows: readonly T[], additions: Additions<T>): Promise<void> {
  if (rows.length === 0) return;
  const { name, update, insert, keyOf, columnsOf } = additions;
  const updated = await client.query<{ key: string }>({ name: `add-${name}`, text: update, values: columnsOf(rows) });
  if (updated.rows.length === rows.length) return;
  const there = new Set(updated.rows.map((row) => row.key));
  const missing = rows.filter((row) => !there.has(keyOf(row)));
  await client.query({ name: `new-${name}`, text: insert, values: columnsOf(missing) });
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
