import type { Latency } from '../generator/run-load.js';
import { intakeCase } from '../intake/cases.js';
import { settleHotVillage } from '../intake/hot-village.js';
import { measure, type Measured } from '../intake/measure.js';
import { firstIdOf, planOf } from '../intake/plan-of.js';
import { findTruth, type Truth } from '../intake/truth.js';
import type { BenchDatabase } from '../machine/bench-database.js';
import { endChild, forkProgram } from '../machine/child-process.js';
import { quietMachine } from '../machine/processor-time.js';
import type { BenchOptions, Tell } from '../options.js';
import { startOurs } from '../servers/start-servers.js';
import { judgeMemory } from './judge-memory.js';
import { sampleMemory, type MemorySample } from './sample-memory.js';

export interface SoakResult {
  minutes: number;
  /** Mixed deliveries a second at full load just before, and those sent in the soak. */
  capacity: number;
  sent: number;
  measured: Measured;
  /** By minute, or by a third of a soak shorter than three minutes. */
  windowSeconds: number;
  windows: { perSecond: number; latencyMs: Latency }[];
  samples: MemorySample[];
  memory: ReturnType<typeof judgeMemory>;
  truth: Truth;
}

const shareOfCapacity = 0.6;
const sampleEveryMs = 5_000;
/** A short soak still needs enough samples to judge by. */
const samplesMin = 36;

/** Mixed load at a bearable, even rate for a long time: does memory grow, do answers become slower? */
export async function runSoak(database: BenchDatabase, options: BenchOptions, tell: Tell): Promise<SoakResult> {
  const server = await startOurs(database, { on: 'soak' });
  const generator = forkProgram('test/bench/generator/main.ts');
  try {
    const village = await settleHotVillage(server.call);
    const mixed = intakeCase('ours', 'mixed', '10 KB');
    const paidAt = new Date();
    const send = (plan: object, firstId: number, whenPrepared: () => Promise<unknown>) =>
      measure(
        generator,
        { ...planOf(mixed, village, paidAt, options, firstId), port: server.port, ...plan },
        server,
        database.postmaster,
        whenPrepared,
      );
    const full = await send({}, firstIdOf(0), () => quietMachine(options));
    const sent = Math.floor(shareOfCapacity * full.rate);
    const seconds = 60 * options.minutes;
    tell(`soak: full load is ${full.rate.toFixed(0)}/s; ${options.minutes} minute(s) at ${sent}/s`);
    const windowSeconds = Math.min(60, seconds / 3);
    const steady = { perSecond: sent, seconds, windowSeconds, prepared: sent * Math.ceil(seconds + 10) };
    let memory: ReturnType<typeof sampleMemory> | undefined;
    const measured = await send(steady, firstIdOf(1), async () => {
      await quietMachine(options);
      memory = sampleMemory(server, Math.min(sampleEveryMs, (1_000 * seconds) / samplesMin));
    });
    const samples = await memory!.stop();
    const answered = (full.answered.new ?? 0) + (measured.answered.new ?? 0);
    return {
      minutes: options.minutes,
      capacity: full.rate,
      sent,
      measured,
      windowSeconds,
      windows: measured.windows.map(({ answered, latencyMs }) => ({ perSecond: answered / windowSeconds, latencyMs })),
      samples,
      memory: judgeMemory(samples),
      truth: await findTruth({ server, databaseUrl: server.databaseUrl, village, answered }),
    };
  } finally {
    await endChild(generator);
    await server.stop();
  }
}
