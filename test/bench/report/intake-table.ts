import { isBaselineOf, isOurs } from '../intake/cases.js';
import type { IntakeResult, IntakeRun } from '../intake/run-intake.js';
import { isTrue, type Truth } from '../intake/truth.js';
import type { PlainName } from '../servers/start-servers.js';
import { fixed, median, table, times, whole } from './figures.js';
import { generatorLine } from './generator-line.js';

export function intakeTables(result: IntakeResult): string {
  return [
    '### Intake: answered 200, per second',
    ratesTable(result),
    "Medians over the rounds, ratios to the same round's ceiling and naive. Cores: 1.00 is one core busy all the time; " +
      'others: every other program on the machine.',
    generatorLine(result.cases.flatMap(({ runs }) => runs)),
    '### Inside ours',
    insideTable(result),
    '### Bytes on disk per order, indexes included',
    bytesTable(result),
    ...result.truth.map(truthLine),
  ].join('\n\n');
}

/** Ratios of each round to the same round's baseline: noise that lasts longer than a round cancels out. */
export function ratioTo(result: IntakeResult, at: number, against: PlainName): number {
  const { case: current, runs } = result.cases[at]!;
  const baseline = result.cases.find(({ case: each }) => isBaselineOf(each, current, against));
  return baseline ? median(runs.map((run, round) => run.rate / baseline.runs[round]!.rate)) : NaN;
}

function ratesTable(result: IntakeResult): string {
  const head = ['stream', 'server', 'per s', '÷ ceiling', '÷ naive', '÷ lock last', 'p50 ms', 'p99 ms', 'max ms'];
  const used = ['server', 'PostgreSQL', 'generator', 'others', 'RSS MB', 'not 200'];
  const rows = result.cases.map(({ case: { name, server }, runs }, at) => {
    const of = (digits: number, figure: (run: IntakeRun) => number) => fixed(median(runs.map(figure)), digits);
    return [
      name,
      server,
      whole(median(runs.map((run) => run.rate))),
      ...(['ceiling', 'naive', 'naive, lock last'] as const).map((against) => times(ratioTo(result, at, against))),
      of(1, (run) => run.latencyMs.p50),
      of(1, (run) => run.latencyMs.p99),
      fixed(Math.max(...runs.map((run) => run.latencyMs.max)), 1),
      ...(['server', 'postgres', 'generator', 'others'] as const).map((who) => of(2, (run) => run.cores[who])),
      of(0, (run) => run.memory.residentMb),
      whole(runs.reduce((sum, run) => sum + refusedIn(run), 0)),
    ];
  });
  return table([...head, ...used], rows);
}

/** Answers other than 200. */
export const refusedIn = ({ statuses }: Pick<IntakeRun, 'statuses'>) =>
  Object.entries(statuses).reduce((sum, [status, n]) => (status === '200' ? sum : sum + n), 0);

function insideTable(result: IntakeResult): string {
  const rows = result.cases.flatMap(({ case: { name, server }, runs }) => {
    if (server !== 'ours') return [];
    const of = (digits: number, figure: (inside: NonNullable<IntakeRun['inside']>) => number) =>
      fixed(median(runs.map((run) => figure(run.inside!))), digits);
    return [
      [
        name,
        of(1, (inside) => inside.batchOrders / inside.batches),
        of(1, (inside) => (1_000 * inside.commitSeconds) / inside.batches),
        whole(median(runs.map(({ inside }) => inside!.walBytes / inside!.batchOrders))),
      ],
    ];
  });
  return table(['stream', 'deliveries per batch', 'ms per batch', 'WAL bytes per delivery'], rows);
}

/** Tables that grow by less than this per order are left out. */
const bytesMin = 1;

function bytesTable(result: IntakeResult): string {
  const cases = result.cases.filter(({ case: { server, stream } }) => isOurs(server) && stream !== 'duplicates');
  const grown = cases.map(({ case: { name, server }, runs }) => {
    const orders = runs.reduce((sum, run) => sum + run.inside!.orders, 0);
    const bytes = (each: string) => runs.reduce((sum, run) => sum + (run.inside!.tableBytes[each] ?? 0), 0) / orders;
    return { name: server === 'ours' ? name : `${name}, ${server}`, orders, bytes };
  });
  const all = [...new Set(cases.flatMap(({ runs }) => runs.flatMap((run) => Object.keys(run.inside!.tableBytes))))];
  const tables = all.filter((each) => grown.some(({ bytes }) => Math.abs(bytes(each)) >= bytesMin));
  const rows = grown.map(({ name, orders, bytes }) => [
    name,
    ...tables.map((each) => whole(bytes(each))),
    whole(all.reduce((sum, each) => sum + bytes(each), 0)),
    whole(orders),
  ]);
  return table(['stream', ...tables, 'together', 'orders'], rows);
}

function truthLine(truth: Truth): string {
  const { server, answered, orders, ours } = truth;
  const said = ours
    ? `; in the session's total: ${whole(ours.inSessionTotal)}. \`GET /v1/checks\`: ` +
      (ours.checksOk ? 'ok' : `FAILED ${JSON.stringify(ours.failedChecks)}`)
    : '';
  return (
    `New orders answered 200 by ${server}: ${whole(answered)}; in its database: ${whole(orders)}${said}. ` +
    (isTrue(truth) ? 'All there.' : 'THIS DOES NOT FIT.')
  );
}
