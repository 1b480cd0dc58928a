import { endChild, forkProgram } from '../machine/child-process.js';
import { withClient, type BenchDatabase } from '../machine/bench-database.js';
import { quietMachine } from '../machine/processor-time.js';
import type { BenchOptions } from '../options.js';
import { startOurs, startPlain, webhookSecret, type BenchServer, type OurServer } from '../servers/start-servers.js';
import { bodiesOf, idInBodies } from './bodies.js';
import { intakeCases, type IntakeCase } from './cases.js';
import { settleHotVillage, type HotVillage } from './hot-village.js';
import { measure, type Measured } from './measure.js';
import { between, lookInside, type Inside } from './our-inside.js';

export interface IntakeRun extends Measured {
  /** Only of ours, over the whole stretch with its warm-up. */
  inside?: Inside;
}

export interface IntakeResult {
  /** Runs of each case, one a round. */
  cases: { case: IntakeCase; runs: IntakeRun[] }[];
  truth: Truth;
}

/** What the books say after everything, held against what was answered. */
export interface Truth {
  answered: { naive: number; ours: number };
  orders: { naive: number; ours: number; inSessionTotal: number };
  checksOk: boolean;
  failedChecks: unknown[];
}

const warmSeconds = 2;
/** Every stretch has its own range of order ids. */
const idsPerStretch = 1_000_000;

export type Tell = (line: string) => void;

export interface IntakeScene {
  servers: BenchServer[];
  ours: OurServer;
  village: HotVillage;
}

export async function runIntake(database: BenchDatabase, options: BenchOptions, tell: Tell): Promise<IntakeResult> {
  const ours = await startOurs(database);
  const village = await settleHotVillage(ours.call);
  const naiveUrl = await database.create('naive');
  const servers = [await startPlain('ceiling'), await startPlain('naive', naiveUrl), ours];
  const generator = forkProgram('test/bench/generator/main.ts');
  const chosen = intakeCases.filter(
    ({ name }) => options.cases.length === 0 || options.cases.some((part) => name.includes(part)),
  );
  const cases = chosen.map((each) => ({ case: each, runs: [] as IntakeRun[] }));
  const paidAt = new Date();
  const answered = { ceiling: 0, naive: 0, ours: 0 };
  let stretches = 0;
  try {
    for (let round = 1; round <= options.rounds; round += 1) {
      for (const { case: current, runs } of cases) {
        const server = servers.find(({ name }) => name === current.server)!;
        const plan = {
          ...planOf(current, village, paidAt, options),
          port: server.port,
          firstId: idInBodies + (stretches += 1) * idsPerStretch,
        };
        const before = await (server === ours ? lookInside(ours) : undefined);
        const run: IntakeRun = await measure(generator, plan, server, database.postmaster, () => quietMachine());
        if (before) run.inside = between(before, await lookInside(ours));
        answered[current.server] += run.answered.new ?? 0;
        runs.push(run);
        tell(`round ${round}: ${current.server}, ${current.name}: ${run.rate.toFixed(0)}/s`);
      }
    }
    return { cases, truth: await findTruth({ servers, ours, village }, answered, naiveUrl) };
  } finally {
    await endChild(generator);
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** What the generator is to send for a case. */
export function planOf(
  { stream, size, preparedPerSecond }: IntakeCase,
  village: HotVillage,
  paidAt: Date,
  { seconds, connections }: Pick<BenchOptions, 'seconds' | 'connections'>,
) {
  return {
    stream,
    bodies: bodiesOf(size, village, paidAt),
    idInBodies,
    domain: village.domain,
    secret: webhookSecret,
    connections,
    warmSeconds,
    seconds,
    prepared: preparedPerSecond * (seconds + warmSeconds + 1),
  };
}

async function findTruth(
  { ours, village }: IntakeScene,
  answered: { naive: number; ours: number },
  naiveUrl: string,
): Promise<Truth> {
  const countOrders = (url: string) =>
    withClient(
      url,
      async (client) => (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM orders')).rows[0]!.n,
    );
  const { ok, checks } = await ours.call<{ ok: boolean; checks: { ok: boolean }[] }>('GET', '/v1/checks');
  const { totals } = await ours.call<{ totals: { orders: number }[] }>(
    'GET',
    `/v1/sessions/${village.sessionId}/totals`,
  );
  return {
    answered: { naive: answered.naive, ours: answered.ours },
    orders: {
      naive: await countOrders(naiveUrl),
      ours: await countOrders(ours.databaseUrl),
      inSessionTotal: totals[0]?.orders ?? 0,
    },
    checksOk: ok,
    failedChecks: checks.filter((check) => !check.ok),
  };
}
