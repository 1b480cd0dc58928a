import type { ChildProcess } from 'node:child_process';
import type { BenchDatabase } from '../machine/bench-database.js';
import { endChild, forkProgram } from '../machine/child-process.js';
import { quietMachine } from '../machine/processor-time.js';
import type { BenchOptions, Tell } from '../options.js';
import { startOurs, startPlain, type BenchServer, type OurServer, type ServerName } from '../servers/start-servers.js';
import { intakeCases, isOurs, type IntakeCase } from './cases.js';
import { settleHotVillage, type HotVillage } from './hot-village.js';
import { measure, type Measured } from './measure.js';
import { between, lookInside, type Inside } from './our-inside.js';
import { firstIdOf, planOf } from './plan-of.js';
import { findTruth, type Truth } from './truth.js';

export interface IntakeRun extends Measured {
  /** Only of ours, over the whole stretch with its warm-up. */
  inside?: Inside;
}

export interface IntakeResult {
  /** Runs of each case, one a round. */
  cases: { case: IntakeCase; runs: IntakeRun[] }[];
  truth: Truth[];
}

/** A server under load, and the village whose orders it gets. */
interface Contender {
  server: BenchServer | OurServer;
  village: HotVillage;
  /** Where it keeps orders, if it does. */
  databaseUrl?: string;
  /** New orders it answered 200. */
  answered: number;
}

export async function runIntake(database: BenchDatabase, options: BenchOptions, tell: Tell): Promise<IntakeResult> {
  const chosen = intakeCases(options.workers).filter(
    ({ name }) => options.cases.length === 0 || options.cases.some((part) => name.includes(part)),
  );
  const cases = chosen.map((each) => ({ case: each, runs: [] as IntakeRun[] }));
  const contenders = new Map<ServerName, Contender>();
  const generator = forkProgram('test/bench/generator/main.ts');
  let stretches = 0;
  try {
    const hot = await enterOurs(contenders, database, 1);
    if (options.workers > 1) await enterOurs(contenders, database, options.workers);
    for (const name of ['ceiling', 'naive', 'naive, lock last'] as const)
      if (chosen.some(({ server }) => server === name)) await enterPlain(contenders, database, name, hot);
    const paidAt = new Date();
    for (let round = 1; round <= options.rounds; round += 1) {
      for (const { case: current, runs } of cases) {
        const contender = contenders.get(current.server)!;
        const plan = planOf(current, contender.village, paidAt, options, firstIdOf((stretches += 1)));
        const run = await runOnce(generator, contender, plan, database, () => quietMachine(options));
        runs.push(run);
        tell(`round ${round}: ${current.server}, ${current.name}: ${run.rate.toFixed(0)}/s`);
      }
    }
    const truth: Truth[] = [];
    for (const each of contenders.values())
      if (each.databaseUrl) truth.push(await findTruth({ ...each, databaseUrl: each.databaseUrl }));
    return { cases, truth };
  } finally {
    await endChild(generator);
    await Promise.all([...contenders.values()].map(({ server }) => server.stop()));
  }
}

async function enterOurs(
  contenders: Map<ServerName, Contender>,
  database: BenchDatabase,
  workers: number,
): Promise<HotVillage> {
  const server = await startOurs(database, { on: workers === 1 ? 'ours' : `ours_x${workers}`, workers });
  const contender = { server, databaseUrl: server.databaseUrl, answered: 0 };
  const village = await settleHotVillage(server.call).catch((error: unknown) =>
    server.stop().then(() => {
      throw error;
    }),
  );
  contenders.set(server.name, { ...contender, village });
  return village;
}

/** Plain servers get the orders of our village. */
async function enterPlain(
  contenders: Map<ServerName, Contender>,
  database: BenchDatabase,
  name: 'ceiling' | 'naive' | 'naive, lock last',
  village: HotVillage,
): Promise<void> {
  const databaseUrl = name === 'ceiling' ? undefined : await database.create(name.replace(', ', '_').replace(' ', '_'));
  const server = await startPlain(name, { sessionToken: village.sessionToken, ...(databaseUrl && { databaseUrl }) });
  contenders.set(name, { server, village, answered: 0, ...(databaseUrl && { databaseUrl }) });
}

async function runOnce(
  generator: ChildProcess,
  contender: Contender,
  plan: ReturnType<typeof planOf>,
  database: BenchDatabase,
  whenQuiet: () => Promise<void>,
): Promise<IntakeRun> {
  const { server } = contender;
  const ours = isOurs(server.name) ? (server as OurServer) : undefined;
  const before = ours && (await lookInside(ours));
  const run: IntakeRun = await measure(
    generator,
    { ...plan, port: server.port },
    server,
    database.postmaster,
    whenQuiet,
  );
  if (before) run.inside = between(before, await lookInside(ours));
  contender.answered += run.answered.new ?? 0;
  return run;
}
