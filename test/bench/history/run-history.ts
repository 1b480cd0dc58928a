import type { ChildProcess } from 'node:child_process';
import { intakeCase } from '../intake/cases.js';
import { measure, type Measured } from '../intake/measure.js';
import { firstIdOf, planOf } from '../intake/plan-of.js';
import { countOrders } from '../intake/truth.js';
import { withClient, type BenchDatabase } from '../machine/bench-database.js';
import { bytesOf, type TableBytes } from '../machine/bytes-on-disk.js';
import { endChild, forkProgram } from '../machine/child-process.js';
import { quietMachine } from '../machine/processor-time.js';
import type { BenchOptions, Tell } from '../options.js';
import { startOurs, type OurServer } from '../servers/start-servers.js';
import { checkCost, type CheckCost } from './check-cost.js';
import { readTotals, type TotalsRead } from './read-totals.js';
import { recordHistory } from './record-history.js';
import { settleWideVillage, type WideVillage } from './wide-village.js';

export const houses = ['empty', 'full'] as const;
export type HouseName = (typeof houses)[number];

export interface HistoryResult {
  /** Orders recorded before anything was measured. */
  orders: number;
  /** Deliveries a second while they were recorded. */
  recordedPerSecond: number;
  bytes: TableBytes[];
  rates: Record<HouseName, Measured[]>;
  totals: Record<HouseName, TotalsRead>;
  checks: CheckCost;
  /** Orders answered 200 or recorded by the loader, and rows there. */
  counted: Record<HouseName, { expected: number; stored: number }>;
}

interface House {
  server: OurServer;
  village: WideVillage;
}

/** Beside the hot one. */
const shopsOf = ({ hasty }: BenchOptions) => (hasty ? 4 : 40);

const databaseOf = (name: HouseName) => `history_${name}`;

/**
 * Ours on a database full of orders beside ours on an empty one: how fast it takes new orders, how fast it reads totals,
 * what it costs to check the books, and how many bytes an order takes.
 */
export async function runHistory(database: BenchDatabase, options: BenchOptions, tell: Tell): Promise<HistoryResult> {
  const generator = forkProgram('test/bench/generator/main.ts');
  const running: Partial<Record<HouseName, House>> = {};
  const start = async (name: HouseName) => {
    const server = await startOurs(database, { on: databaseOf(name) });
    const village = running[name]?.village ?? (await settle(server, shopsOf(options)));
    return (running[name] = { server, village });
  };
  try {
    const empty = await start('empty');
    await (await start('full')).server.stop();
    const { databaseUrl } = running.full!.server;
    const recordedPerSecond = await recordHistory(databaseUrl, running.full!.village, options.orders, tell);
    tell(`history: ${options.orders} orders recorded at ${recordedPerSecond.toFixed(0)} deliveries/s; tidying up`);
    await tidyUp(empty.server.databaseUrl);
    await tidyUp(databaseUrl);
    const bytes = await withClient(databaseUrl, bytesOf);
    const full = await start('full');
    const { rates, answered } = await measureInTurn(generator, { empty, full }, database, options, tell);
    // Now both sessions have totals to read.
    const totals = await readTotals({ empty: sceneOf(empty), full: sceneOf(full) }, options);
    // A fresh process, so that the memory of the checks is told apart from that of the load.
    await full.server.stop();
    const again = await start('full');
    const checks = await checkCost(again.server, database.postmaster);
    tell(`history: all books checked in ${checks.seconds.toFixed(1)} s`);
    const counted = {
      empty: { expected: answered.empty, stored: await countOrders(empty.server.databaseUrl) },
      full: { expected: answered.full + options.orders, stored: await countOrders(databaseUrl) },
    };
    return { orders: options.orders, recordedPerSecond, bytes, rates, totals, checks, counted };
  } finally {
    await endChild(generator);
    await Promise.all(Object.values(running).map(({ server }) => server.stop()));
  }
}

async function settle(server: OurServer, shops: number): Promise<WideVillage> {
  try {
    return await settleWideVillage(server.call, shops);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** What autovacuum and the checkpointer would do sooner or later, done now so that it falls into no stretch. */
async function tidyUp(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  });
}

const sceneOf = ({ server, village }: House) => ({ server, sessionId: village.hot.sessionId });

async function measureInTurn(
  generator: ChildProcess,
  pair: Record<HouseName, House>,
  database: BenchDatabase,
  options: BenchOptions,
  tell: Tell,
) {
  const rates: Record<HouseName, Measured[]> = { empty: [], full: [] };
  const answered: Record<HouseName, number> = { empty: 0, full: 0 };
  const paidAt = new Date();
  let stretches = 0;
  for (let round = 1; round <= options.rounds; round += 1) {
    // Who comes second finds a warmer machine: each in turn.
    for (const name of round % 2 === 1 ? houses : [...houses].reverse()) {
      const { server, village } = pair[name];
      const firstId = firstIdOf((stretches += 1));
      const plan = planOf(intakeCase('ours', 'new', '10 KB'), village.hot, paidAt, options, firstId);
      const run = await measure(generator, { ...plan, port: server.port }, server, database.postmaster, () =>
        quietMachine(options),
      );
      rates[name].push(run);
      answered[name] += run.answered.new ?? 0;
      tell(`round ${round}: ours, new 10 KB on the ${name} database: ${run.rate.toFixed(0)}/s`);
    }
  }
  return { rates, answered };
}
