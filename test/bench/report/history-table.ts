import { houses, type HistoryResult } from '../history/run-history.js';
import { fixed, median, table, times, whole } from './figures.js';
import { generatorLine } from './generator-line.js';
import { refusedIn } from './intake-table.js';

export function historyTables(result: HistoryResult): string {
  const { orders, recordedPerSecond, rates } = result;
  return [
    `### History: ours on ${whole(orders)} orders beside ours on an empty database`,
    `Recorded by the code that records webhooks, in batches of 512, at ${whole(recordedPerSecond)} deliveries/s; then ` +
      'both databases got VACUUM (ANALYZE) and CHECKPOINT.',
    ratesTable(result),
    `Full ÷ empty, median of each round's own ratio: ${times(fullToEmpty(result))}.`,
    generatorLine(houses.flatMap((name) => rates[name])),
    '### History: reading the hot session’s totals',
    totalsTable(result),
    '### History: checking all books',
    checksLine(result),
    '### History: bytes on disk per order',
    bytesTable(result),
    ...houses.map((name) => {
      const { expected, stored } = result.counted[name];
      const fits = expected === stored ? 'All there.' : 'THIS DOES NOT FIT.';
      return `Orders counted on the ${name} database: ${whole(expected)}; stored: ${whole(stored)}. ${fits}`;
    }),
  ].join('\n\n');
}

export const fullToEmpty = ({ rates }: HistoryResult) =>
  median(rates.full.map((run, round) => run.rate / rates.empty[round]!.rate));

function ratesTable({ rates }: HistoryResult): string {
  const rows = houses.map((name) => {
    const runs = rates[name];
    const of = (digits: number, figure: (run: (typeof runs)[number]) => number) =>
      fixed(median(runs.map(figure)), digits);
    return [
      name,
      whole(median(runs.map((run) => run.rate))),
      runs.map((run) => whole(run.rate)).join(' · '),
      of(1, (run) => run.latencyMs.p50),
      of(1, (run) => run.latencyMs.p99),
      of(2, (run) => run.cores.server),
      of(2, (run) => run.cores.postgres),
      whole(runs.reduce((sum, run) => sum + refusedIn(run), 0)),
    ];
  });
  const head = ['new 10 KB on', 'per s', 'rounds', 'p50 ms', 'p99 ms', 'server', 'PostgreSQL', 'not 200'];
  return table(head, rows);
}

function totalsTable({ totals }: HistoryResult): string {
  const rows = houses.map((name) => {
    const { http, sql, pages } = totals[name];
    return [name, fixed(http.median, 2), fixed(http.p99, 2), fixed(sql.median, 2), fixed(sql.p99, 2), fixed(pages, 1)];
  });
  return table(['database', 'GET median ms', 'GET p99 ms', 'SQL median ms', 'SQL p99 ms', 'pages looked at'], rows);
}

function checksLine({ checks }: HistoryResult): string {
  const { seconds, ok, failed, serverMb, backendMb, healthMs } = checks;
  return (
    `\`GET /v1/checks\` took ${fixed(seconds, 1)} s: ${ok ? 'ok' : `FAILED ${JSON.stringify(failed)}`}. The server's ` +
    `memory went from ${whole(serverMb.idle)} to at most ${whole(serverMb.peak)} MB ` +
    `(${whole(serverMb.peak - serverMb.idle)} more); the largest process of PostgreSQL had ${whole(backendMb)} MB of its ` +
    `own. Meanwhile \`/healthz\` took ${fixed(healthMs.median, 1)} ms (median), ${fixed(healthMs.max, 1)} ms at most.`
  );
}

/** Tables and indexes smaller than this per order are left out. */
const bytesMin = 1;

function bytesTable({ bytes, orders }: HistoryResult): string {
  const perOrder = (size: number) => whole(size / orders);
  const rows = bytes
    .filter(({ together }) => together / orders >= bytesMin)
    .flatMap(({ name, rows, indexes, together }) => [
      [name, perOrder(together)],
      ['– rows', perOrder(rows)],
      ...indexes.map((index) => [`– ${index.name}`, perOrder(index.bytes)]),
    ]);
  const all = bytes.reduce((sum, { together }) => sum + together, 0);
  return table(['', 'bytes per order'], [...rows, ['together', perOrder(all)]]);
}
