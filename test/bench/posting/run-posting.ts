import { addressOfUrl } from '../../../server/database/roles.js';
import { migrate } from '../../../server/database/migrate.js';
import { withClient, type BenchDatabase } from '../machine/bench-database.js';
import { forkProgram, nextMessage } from '../machine/child-process.js';
import { quietMachine } from '../machine/processor-time.js';
import type { BenchOptions } from '../options.js';

export interface PostingPlan {
  databaseUrl: string;
  /** Connections that post at the same time, all into the same accounts. */
  writers: number;
  seconds: number;
  warmSeconds: number;
  /** Transfers posted before. */
  firstKey: number;
}

export interface PostingRun {
  rate: number;
  /** Share of one core the writing process used. */
  cores: number;
  lastKey: number;
}

export interface PostingResult {
  writers: { writers: number; runs: PostingRun[] }[];
  /** Every transfer on the books and the accounts' sums equal to it. */
  booksHold: boolean;
}

export async function runPosting(
  database: BenchDatabase,
  options: BenchOptions,
  tell: (line: string) => void,
): Promise<PostingResult> {
  const databaseUrl = await database.create('posting');
  await migrate(addressOfUrl(databaseUrl));
  const results = [1, 4].map((writers) => ({ writers, runs: [] as PostingRun[] }));
  let firstKey = 0;
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const { writers, runs } of results) {
      await quietMachine(options);
      const plan: PostingPlan = { databaseUrl, writers, seconds: options.seconds, warmSeconds: 1, firstKey };
      const child = forkProgram('test/bench/posting/poster.ts', { env: { BENCH_PLAN: JSON.stringify(plan) } });
      const run = await nextMessage<PostingRun>(child, () => true);
      firstKey = run.lastKey;
      runs.push(run);
      tell(`round ${round}: posting, ${writers} writer(s): ${run.rate.toFixed(0)} transfers/s`);
    }
  }
  return { writers: results, booksHold: await booksHold(databaseUrl, firstKey) };
}

function booksHold(databaseUrl: string, posted: number): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ holds: boolean }>(
      `SELECT t.n = $1 AND t.sum = a.debits AND t.sum = a.credits AND a.n = 10 AS holds
       FROM (SELECT count(*) AS n, sum(amount) AS sum FROM transfers) t,
         (SELECT count(*) AS n, sum(debits) AS debits, sum(credits) AS credits FROM accounts) a`,
      [posted],
    );
    return rows[0]!.holds;
  });
}
