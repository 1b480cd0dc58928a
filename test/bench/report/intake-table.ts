import { baselineOf } from '../intake/cases.js';
import type { IntakeResult, IntakeRun } from '../intake/run-intake.js';
import { fixed, median, table, times, whole } from './figures.js';

export function intakeTables(result: IntakeResult): string {
  return [
    '### Intake: answered 200, per second',
    ratesTable(result),
    "Medians over the rounds, ratios to the same round's ceiling and naive. Cores: 1.00 is one core busy all the time; " +
      'others: every other program on the machine.',
    '### Inside ours',
    insideTable(result),
    '### Bytes on disk per order, indexes included',
    bytesTable(result),
    truthLine(result),
  ].join('\n\n');
}

/** Ratios of each round to the same round's baseline: noise that lasts longer than a round cancels out. */
export function ratioTo(result: IntakeResult, at: number, against: 'ceiling' | 'naive'): number {
  const { case: current, runs } = result.cases[at]!;
  const baseline = result.cases.find(({ case: each }) => each === baselineOf(current, against));
  return baseline ? median(runs.map((run, round) => run.rate / baseline.runs[round]!.rate)) : NaN;
}

function ratesTable(result: IntakeResult): string {
  const head = ['stream', 'server', 'per s', '÷ ceiling', '÷ naive', 'p50 ms', 'p99 ms', 'max ms'];
  const used = ['server', 'PostgreSQL', 'generator', 'others', 'RSS MB', 'not 200'];
  const rows = result.cases.map(({ case: { name, server }, runs }, at) => {
    const of = (figure: (run: IntakeRun) => number) => median(runs.map(figure));
    const refused = runs.reduce(
      (sum, run) => sum + Object.entries(run.statuses).reduce((n, [status, k]) => (status === '200' ? n : n + k), 0),
      0,
    );
    return [
      name,
      server,
      whole(of((run) => run.rate)),
      times(ratioTo(result, at, 'ceiling')),
      times(ratioTo(result, at, 'naive')),
      fixed(
        of((run) => run.latencyMs.p50),
        1,
      ),
      fixed(
        of((run) => run.latencyMs.p99),
        1,
      ),
      fixed(Math.max(...runs.map((run) => run.latencyMs.max)), 1),
      ...(['server', 'postgres', 'generator', 'others'] as const).map((who) =>
        fixed(
          of((run) => run.cores[who]),
          2,
        ),
      ),
      whole(of((run) => run.memory.residentMb)),
      whole(refused),
    ];
  });
  return table([...head, ...used], rows);
}

function insideTable(result: IntakeResult): string {
  const rows = result.cases.flatMap(({ case: { name }, runs }) => {
    if (!runs.every((run) => run.inside)) return [];
    const of = (figure: (inside: NonNullable<IntakeRun['inside']>) => number) =>
      median(runs.map((run) => figure(run.inside!)));
    return [
      [
        name,
        fixed(
          of((inside) => inside.batchOrders / inside.batches),
          1,
        ),
        fixed(
          of((inside) => (1_000 * inside.commitSeconds) / inside.batches),
          1,
        ),
        whole(of((inside) => inside.walBytes / inside.batchOrders)),
      ],
    ];
  });
  return table(['stream', 'deliveries per batch', 'ms per batch', 'WAL bytes per delivery'], rows);
}

function bytesTable(result: IntakeResult): string {
  const tables = ['orders', 'gifts', 'transfers', 'deliveries'];
  const rows = result.cases.flatMap(({ case: { name, server, stream }, runs }) => {
    if (server !== 'ours' || stream === 'duplicates') return [];
    const orders = runs.reduce((sum, run) => sum + run.inside!.orders, 0);
    const bytes = tables.map((each) => runs.reduce((sum, run) => sum + run.inside!.tableBytes[each]!, 0) / orders);
    return [[name, ...bytes.map(whole), whole(bytes.reduce((sum, each) => sum + each, 0)), whole(orders)]];
  });
  return table(['stream', ...tables, 'together', 'orders'], rows);
}

function truthLine({ truth: { answered, orders, checksOk, failedChecks } }: IntakeResult): string {
  const equal = orders.ours === answered.ours && orders.inSessionTotal === answered.ours;
  return [
    `New orders answered 200 by ours: ${whole(answered.ours)}; in its database: ${whole(orders.ours)}; in the session's total:`,
    `${whole(orders.inSessionTotal)} (${equal ? 'equal' : 'NOT EQUAL'}). Naive: ${whole(answered.naive)} answered,`,
    `${whole(orders.naive)} stored. \`GET /v1/checks\`: ${checksOk ? 'ok' : `FAILED ${JSON.stringify(failedChecks)}`}.`,
  ].join(' ');
}
