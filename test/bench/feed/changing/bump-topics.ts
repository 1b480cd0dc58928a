import pg from 'pg';
import { topicsChannel } from '../../../../server/totals/topics.js';
import { paceOf } from '../spread.js';
import { sleep, type Changing } from './changing.js';

/**
 * Gives topics new states straight in the database, many in one transaction, as a batch of orders does, but without the
 * orders: 1,000 changed topics a second would cost far more to record than to tell, and hide what is measured. A state
 * keeps its sums; its number grows and its newest gifts count as new.
 */
export async function bumpTopics(databaseUrl: string, topics: readonly string[]): Promise<Changing> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { together, everyMs } = paceOf('many', topics.length);
  let over = false;
  const bumping = (async () => {
    const from = performance.now();
    for (let turn = 0; !over; turn += 1) {
      const some = Array.from({ length: together }, (_, at) => topics[(turn * together + at) % topics.length]!);
      await client.query({
        name: 'bump',
        text: `WITH bumped AS (UPDATE topics SET seq = seq + 1, changed_at = clock_timestamp(),
            recent_seqs = array_fill(seq + 1, ARRAY[cardinality(recent_seqs)]) WHERE topic = ANY ($1::text[]) RETURNING 1)
          SELECT pg_notify($2, $3) FROM (SELECT count(*) FROM bumped) AS all_of_them`,
        values: [some, topicsChannel, JSON.stringify(some)],
      });
      await sleep(Math.max(0, from + (turn + 1) * everyMs - performance.now()) / 1_000);
    }
  })();
  return {
    async stop() {
      over = true;
      await bumping;
      const { rows } = await client.query<{ topic: string; seq: number }>(
        'SELECT topic, seq::float8 AS seq FROM topics WHERE topic = ANY ($1::text[])',
        [topics],
      );
      await client.end();
      return new Map(rows.map(({ topic, seq }) => [topic, seq]));
    },
  };
}
