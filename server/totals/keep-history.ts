import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../jobs/job.js';

/** How often the totals that changed are noted down; a chart's finest step. */
const sampleEveryMs = 20_000;

/**
 * Notes down the totals of every session and project that changed since they were noted last. One statement, so each
 * sample is the whole truth of one `seq`, with the time at which it became true. What changed lately is found by
 * `changed_at`; a change that was committed so late that the minute of grace misses it comes with the topic's next one.
 */
export const keepHistory: Job = {
  name: 'keep history',
  everyMs: sampleEveryMs,
  async run({ client }) {
    const { rows } = await client.query<{ since: string }>(
      `SELECT (coalesce(greatest(${[0, 1, 2].map(newestOf).join(', ')}), '-infinity') - interval '1 minute')::text AS since`,
    );
    await client.query(
      // The time is a value of its own, and what is known is looked up row by row: so nothing is read but what changed.
      `INSERT INTO topic_history (topic, seq, at, currencies, given, orders)
      SELECT t.topic, t.seq, t.changed_at,
        coalesce(array_agg(s.currency ORDER BY s.currency) FILTER (WHERE s.currency IS NOT NULL), '{}'),
        coalesce(array_agg(s.pledged + s.confirmed + s.paid ORDER BY s.currency) FILTER (WHERE s.currency IS NOT NULL), '{}'),
        coalesce(array_agg(s.orders ORDER BY s.currency) FILTER (WHERE s.currency IS NOT NULL), '{}')
      FROM topics t LEFT JOIN topic_totals s ON s.topic = t.topic
      WHERE t.changed_at > $1::timestamptz AND t.seq > 0 AND (t.topic LIKE 'session:%' OR t.topic LIKE 'project:%')
        AND (SELECT h.seq FROM topic_history h WHERE h.topic = t.topic AND h.seq = t.seq) IS NULL
      GROUP BY t.topic
      ON CONFLICT DO NOTHING`,
      [rows[0]!.since],
    );
  },
};

const newestOf = (grain: number) => `(SELECT max(at) FROM topic_history WHERE grain = ${grain})`;

/** What is kept of samples from a certain age on: the last of every step. */
interface Thinning {
  grain: number;
  whose: string;
  olderThan: string;
  step: string;
}

const thinnings: readonly Thinning[] = [
  { grain: 1, whose: 'true', olderThan: '2 days', step: '5 minutes' },
  // A session has its day and is then changed by a few refunds; a project may raise money for years.
  { grain: 2, whose: `topic LIKE 'project:%'`, olderThan: '60 days', step: '1 day' },
];

/** Topics thinned by one statement. */
const topicsPerBatch = 100;
/** What the database gets to itself between two batches. */
const pauseMs = 100;

/** Thins what is old, so that the history of a topic stays small however long it lives. */
export const thinHistory: Job = {
  name: 'thin history',
  everyMs: 3_600_000,
  async run({ client, over }) {
    for (const thinning of thinnings)
      for (;;) {
        const { rows } = await client.query<{ topics: number }>(thin(thinning));
        if (rows[0]!.topics < topicsPerBatch) break;
        await sleep(pauseMs, undefined, { signal: over });
      }
  },
};

/** Steps are counted from a fixed moment and only whole ones are thinned, so that every run cuts at the same places. */
function thin({ grain, whose, olderThan, step }: Thinning): string {
  const stepOf = (time: string) => `date_bin('${step}', ${time}, timestamptz '2000-01-01 00:00:00Z')`;
  const old = `grain = ${grain - 1} AND ${whose} AND at < ${stepOf(`now() - interval '${olderThan}'`)}`;
  return `
    WITH due AS (SELECT DISTINCT topic FROM topic_history WHERE ${old} LIMIT ${topicsPerBatch}),
    old AS (
      SELECT topic, seq, row_number() OVER (PARTITION BY topic, ${stepOf('at')} ORDER BY seq DESC) AS place
      FROM topic_history WHERE topic IN (SELECT topic FROM due) AND ${old}),
    gone AS (
      DELETE FROM topic_history h USING old WHERE h.topic = old.topic AND h.seq = old.seq AND old.place > 1),
    kept AS (
      UPDATE topic_history h SET grain = ${grain} FROM old WHERE h.topic = old.topic AND h.seq = old.seq AND old.place = 1)
    SELECT count(*)::int AS topics FROM due`;
}
