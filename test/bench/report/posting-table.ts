import type { PostingResult } from '../posting/run-posting.js';
import { fixed, median, table, whole } from './figures.js';

export function postingTable(result: PostingResult): string {
  const rows = result.writers.map(({ writers, runs }) => [
    String(writers),
    whole(median(runs.map((run) => run.rate))),
    runs.map((run) => whole(run.rate)).join(' · '),
    fixed(median(runs.map((run) => run.cores)), 2),
  ]);
  return [
    '### Posting: transfers per second, batches of 500 into 10 hot accounts',
    table(['connections', 'transfers per s', 'rounds', 'cores of the writer'], rows),
    `Books afterwards: ${result.booksHold ? 'every transfer there, sums equal' : 'DO NOT HOLD'}.`,
  ].join('\n\n');
}
