import { readdirSync } from 'node:fs';
import path from 'node:path';
import { idInBodies } from '../intake/bodies.js';
import { intakeCases, isBaselineOf, type IntakeCase } from '../intake/cases.js';
import { settleHotVillage, type HotVillage } from '../intake/hot-village.js';
import { measure, type Measured } from '../intake/measure.js';
import { between, lookInside, type Inside } from '../intake/our-inside.js';
import { planOf } from '../intake/plan-of.js';
import type { BenchDatabase } from '../machine/bench-database.js';
import { endChild, forkProgram } from '../machine/child-process.js';
import { quietMachine } from '../machine/processor-time.js';
import { UsageError, type BenchOptions, type Tell } from '../options.js';
import { startOurs, startPlain, type BenchServer } from '../servers/start-servers.js';
import { readProfile } from './read-profile.js';
import { forgetStatements, readStatements, type DatabaseSide } from './statements.js';
import { byBelonging, byInclusive, bySelf, type Share } from './where-time-goes.js';

export interface ServerProfile {
  name: string;
  measured: Measured;
  belongings: Share[];
  self: Share[];
  inclusive: Share[];
}

export interface ProfileResult {
  ours: ServerProfile;
  /** What of it every Express server would pay. */
  ceiling: ServerProfile;
  inside: Inside;
  database: DatabaseSide;
}

/**
 * Ours and the ceiling, one after the other, under one stream (`--cases` chooses it; 10 KB of new orders by default)
 * while V8 takes samples.
 */
export async function profileServers(
  database: BenchDatabase,
  options: BenchOptions,
  tell: Tell,
): Promise<ProfileResult> {
  const stretch = intakeCases().find(
    ({ server, name }) => server === 'ours' && name.includes(options.cases[0] ?? 'new 10 KB'),
  );
  if (!stretch) throw new UsageError(`Ours has no case named ${options.cases[0]}.`);
  const folder = (name: string) => path.join(database.folder, 'profiles', name);
  const ours = await startOurs(database, { profileFolder: folder('ours') });
  let village: HotVillage;
  let profiled: { ours: ServerProfile; inside: Inside; side: DatabaseSide };
  try {
    village = await settleHotVillage(ours.call);
    const before = await lookInside(ours);
    await forgetStatements(database.adminUrl);
    const measured = await load(ours, stretch, village, database, options);
    const side = await readStatements(database.adminUrl);
    const inside = between(before, await lookInside(ours));
    await ours.stop();
    profiled = { ours: profileOf(`ours, ${stretch.name}`, measured, folder('ours')), inside, side };
  } finally {
    await ours.stop();
  }
  tell(`ours under the profiler, ${stretch.name}: ${profiled.ours.measured.rate.toFixed(0)}/s`);
  const plain = await startPlain('ceiling', { profileFolder: folder('ceiling') });
  const baseline = intakeCases().find((each) => isBaselineOf(each, stretch, 'ceiling')) ?? stretch;
  const measured = await load(plain, baseline, village, database, options).finally(() => plain.stop());
  const ceiling = profileOf(`ceiling, ${baseline.name}`, measured, folder('ceiling'));
  tell(`ceiling under the profiler: ${measured.rate.toFixed(0)}/s`);
  return { ours: profiled.ours, ceiling, inside: profiled.inside, database: profiled.side };
}

async function load(
  server: BenchServer,
  stretch: IntakeCase,
  village: HotVillage,
  database: BenchDatabase,
  options: BenchOptions,
): Promise<Measured> {
  const generator = forkProgram('test/bench/generator/main.ts');
  const plan = { ...planOf(stretch, village, new Date(), options, idInBodies), port: server.port };
  return measure(generator, plan, server, database.postmaster, () => quietMachine(options)).finally(() =>
    endChild(generator),
  );
}

function profileOf(name: string, measured: Measured, folder: string): ServerProfile {
  const file = readdirSync(folder).find((each) => each.endsWith('.cpuprofile'));
  if (!file) throw new Error('node wrote no CPU profile.');
  const times = readProfile(path.join(folder, file), measured.clockUs);
  return {
    name,
    measured,
    belongings: byBelonging(times),
    self: bySelf(times).slice(0, 40),
    inclusive: byInclusive(times).slice(0, 40),
  };
}
