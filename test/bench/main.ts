// `npm run bench`: measures side by side on a durable PostgreSQL of its own, and prints tables.
import { writeFileSync } from 'node:fs';
import { feedIsTrue, runFeed } from './feed/run-feed.js';
import { runHistory } from './history/run-history.js';
import { runIntake } from './intake/run-intake.js';
import { isTrue } from './intake/truth.js';
import { startBenchDatabase, type BenchDatabase } from './machine/bench-database.js';
import { endChildren } from './machine/child-process.js';
import { describeMachine } from './machine/describe-machine.js';
import { readOptions, usage, UsageError, type BenchName, type BenchOptions } from './options.js';
import { runPosting } from './posting/run-posting.js';
import { profileServers } from './profile/profile-servers.js';
import type { Results } from './report/aims-table.js';
import { report, type Conditions } from './report/report.js';
import { runSoak } from './soak/run-soak.js';

const tell = (line: string) => process.stderr.write(`${line}\n`);

async function bench(options: BenchOptions): Promise<boolean> {
  const machine = describeMachine();
  const database = await startBenchDatabase({ statements: options.profile });
  const { fileSystem, version, settings } = database;
  tell(`PostgreSQL ${version} on ${fileSystem} (${database.folder}), fsync ${settings.fsync}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void endAll(database).finally(() => process.exit(1)));
  try {
    const { seconds, rounds, connections } = options;
    const date = new Date().toISOString();
    const conditions: Conditions = {
      date,
      machine,
      postgres: { version, fileSystem, settings },
      seconds,
      rounds,
      connections,
    };
    const profile = options.profile ? await profileServers(database, options, tell) : undefined;
    const results = options.profile ? {} : await runBenches(database, options);
    const figures = JSON.stringify({ ...conditions, ...results, profile }, null, 2);
    if (options.save) writeFileSync(options.save, `${figures}\n`);
    process.stdout.write(options.json ? `${figures}\n` : `\n${report(conditions, results, profile)}\n`);
    return holds(results);
  } finally {
    await database.stop();
  }
}

async function endAll(database: BenchDatabase): Promise<void> {
  await endChildren();
  await database.stop();
}

async function runBenches(database: BenchDatabase, options: BenchOptions): Promise<Results> {
  const wanted = (name: BenchName) => options.benches.includes(name);
  return {
    intake: wanted('intake') ? await runIntake(database, options, tell) : undefined,
    posting: wanted('posting') ? await runPosting(database, options, tell) : undefined,
    history: wanted('history') ? await runHistory(database, options, tell) : undefined,
    feed: wanted('feed') ? await runFeed(database, options, tell) : undefined,
    soak: wanted('soak') ? await runSoak(database, options, tell) : undefined,
  };
}

/** A fast server that loses an order has failed; one that is slower than the aim has not. */
function holds({ intake, posting, history, feed, soak }: Results): boolean {
  return (
    (intake?.truth.every(isTrue) ?? true) &&
    (posting?.booksHold ?? true) &&
    (history?.checks.ok ?? true) &&
    Object.values(history?.counted ?? {}).every(({ expected, stored }) => expected === stored) &&
    (feed ? feedIsTrue(feed) : true) &&
    (soak ? isTrue(soak.truth) : true)
  );
}

try {
  process.exitCode = (await bench(readOptions(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  tell(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
