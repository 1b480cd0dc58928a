import { bigints, ints, texts } from '../database/binary-array.js';
import type { Statement } from '../database/send-together.js';
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

/** Rows of totals that are known to be there, by their keys. None is ever deleted. */
export type TotalsRows = Set<string>;

/** How a batch's changes get into the totals. */
export interface AddingToTotals {
  statements: Statement[];
  topics: readonly Topic[];
  /** The rows that are there then besides those known; may be remembered once the transaction has committed. */
  opened: TotalsRows;
}

/**
 * The statements that add a batch's changes to every topic's totals and announce the topics on commit, to be run in this
 * order within one transaction. Topics are locked in sorted order and written once each, however many orders touch them.
 *
 * @param known rows found or made by transactions that have committed
 */
export function addingToTotals(changes: readonly TopicChange[], known: TotalsRows): AddingToTotals {
  const opened: TotalsRows = new Set();
  if (changes.length === 0) return { statements: [], topics: [], opened };
  const topics = [...new Set(changes.map((change) => change.topic))].sort();
  const parts = changes.flatMap((change) =>
    [...change.byProject].map(([projectId, given]) => ({ change, projectId, given })),
  );
  const statements: Statement[] = [
    {
      name: 'lock-topics',
      text: 'SELECT FROM topics WHERE topic = ANY ($1::text[]) ORDER BY topic FOR NO KEY UPDATE',
      values: [texts(topics)],
    },
    {
      name: 'move-topics',
      // A statement of its own after the lock: it sees what the batch before has committed.
      text: `UPDATE topics t SET seq = t.seq + 1, changed_at = clock_timestamp(),
          recent_gifts = (n.gifts::json[] || t.recent_gifts)[1:${recentGiftsKept}],
          recent_seqs = (array_fill(t.seq + 1, ARRAY[n.count]) || t.recent_seqs)[1:${recentGiftsKept}]
        FROM unnest($1::text[], $2::text[], $3::int[]) AS n (topic, gifts, count) WHERE t.topic = n.topic`,
      values: [texts(topics), ...newestGifts(topics, changes)],
    },
    ...addingTo(totalsTable, changes, known, opened),
    ...addingTo(projectsTable, parts, known, opened),
    ...notifications(topics).map((payload) => ({
      name: 'tell-topics',
      text: 'SELECT pg_notify($1, $2)',
      values: [topicsChannel, payload],
    })),
  ];
  return { statements, topics, opened };
}

interface ProjectPart {
  change: TopicChange;
  projectId: string;
  given: bigint;
}

const totalsTable: TotalsTable<TopicChange> = {
  name: 'topic-totals',
  keyOf: (change) => `${change.topic} ${change.currency}`,
  open: `INSERT INTO topic_totals (topic, currency, pledged, orders, units)
    SELECT topic, currency, 0, 0, 0 FROM unnest($1::text[], $2::text[]) AS c (topic, currency) ON CONFLICT DO NOTHING`,
  namesOf: (list) => [texts(list.map((change) => change.topic)), texts(list.map((change) => change.currency))],
  add: `UPDATE topic_totals t
    SET pledged = t.pledged + c.pledged, orders = t.orders + c.orders, units = t.units + c.units
    FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::bigint[]) AS c (topic, currency, pledged, orders, units)
    WHERE t.topic = c.topic AND t.currency = c.currency`,
  sumsOf: (list) => [
    bigints(list.map((change) => change.pledged)),
    ints(list.map((change) => change.orders)),
    bigints(list.map((change) => BigInt(change.units))),
  ],
};

const projectsTable: TotalsTable<ProjectPart> = {
  name: 'topic-projects',
  keyOf: ({ change, projectId }) => `${change.topic} ${change.currency} ${projectId}`,
  open: `INSERT INTO topic_projects (topic, currency, project_id, given)
    SELECT topic, currency, project_id, 0 FROM unnest($1::text[], $2::text[], $3::text[]) AS c (topic, currency, project_id)
    ON CONFLICT DO NOTHING`,
  namesOf: (list) => [
    texts(list.map(({ change }) => change.topic)),
    texts(list.map(({ change }) => change.currency)),
    texts(list.map(({ projectId }) => projectId)),
  ],
  add: `UPDATE topic_projects t SET given = t.given + c.given
    FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS c (topic, currency, project_id, given)
    WHERE t.topic = c.topic AND t.currency = c.currency AND t.project_id = c.project_id`,
  sumsOf: (list) => [bigints(list.map(({ given }) => given))],
};

/** The topic's lock keeps anyone else from opening the same rows meanwhile. */
function addingTo<T>(
  { name, keyOf, ...table }: TotalsTable<T>,
  rows: readonly T[],
  known: TotalsRows,
  opened: TotalsRows,
): Statement[] {
  if (rows.length === 0) return [];
  const missing = rows.filter((row) => !known.has(keyOf(row)));
  for (const row of missing) opened.add(keyOf(row));
  const add = { name: `add-${name}`, text: table.add, values: [...table.namesOf(rows), ...table.sumsOf(rows)] };
  if (missing.length === 0) return [add];
  return [{ name: `open-${name}`, text: table.open, values: table.namesOf(missing) }, add];
}

interface TotalsTable<T> {
  name: string;
  keyOf(row: T): string;
  /** Makes rows of nothing for these names, where there are none. */
  open: string;
  namesOf(rows: readonly T[]): Buffer[];
  /** Adds these sums to the rows of these names. */
  add: string;
  sumsOf(rows: readonly T[]): Buffer[];
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
