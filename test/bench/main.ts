// `npm run bench`: measures intake and posting side by side on a durable PostgreSQL, and prints tables.
import { runIntake } from './intake/run-intake.js';
import { startBenchDatabase } from './machine/bench-database.js';
import { describeMachine } from './machine/describe-machine.js';
import { readOptions, usage, UsageError, type BenchOptions } from './options.js';
import { runPosting } from './posting/run-posting.js';
import { profileServers } from './profile/profile-servers.js';
import { intakeTables } from './report/intake-table.js';
import { postingTable } from './report/posting-table.js';
import { profileTables } from './report/profile-tables.js';

const tell = (line: string) => process.stderr.write(`${line}\n`);

async function bench(options: BenchOptions): Promise<boolean> {
  const machine = describeMachine();
  const database = await startBenchDatabase({ statements: options.profile });
  const { fileSystem, version, settings } = database;
  tell(`PostgreSQL ${version} on ${fileSystem} (${database.folder}), fsync ${settings.fsync}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void database.stop().finally(() => process.exit(1)));
  try {
    const profile = options.profile ? await profileServers(database, options, tell) : undefined;
    const wanted = (name: 'intake' | 'posting') => !options.profile && options.benches.includes(name);
    const intake = wanted('intake') ? await runIntake(database, options, tell) : undefined;
    const posting = wanted('posting') ? await runPosting(database, options, tell) : undefined;
    const { seconds, rounds, connections } = options;
    const conditions = { date: new Date().toISOString(), machine, postgres: { version, fileSystem, settings } };
    if (options.json) {
      const figures = { ...conditions, seconds, rounds, connections, intake, posting, profile };
      process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    } else {
      const said = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
      const parts = [
        `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Linux ${machine.kernel}, ` +
          `Node ${machine.node}, PostgreSQL ${version} on ${fileSystem} (${said.join(', ')}), commit ${machine.commit}, ` +
          `${connections} connections, ${rounds} round(s) of ${seconds} s, ${conditions.date.slice(0, 16)}Z`,
        ...(intake ? [intakeTables(intake)] : []),
        ...(posting ? [postingTable(posting)] : []),
        ...(profile ? [profileTables(profile)] : []),
      ];
      process.stdout.write(`\n${parts.join('\n\n')}\n`);
    }
    return (intake?.truth.checksOk ?? true) && (posting?.booksHold ?? true);
  } finally {
    await database.stop();
  }
}

try {
  process.exitCode = (await bench(readOptions(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  tell(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
