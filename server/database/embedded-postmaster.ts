import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './embedded-account.js';
import type { Binaries } from './embedded-binaries.js';
import { nameDataFolder, spawnOptions } from './embedded-cluster.js';
import { DatabaseStartError, explainFolderError, explainOutput } from './embedded-errors.js';
import { FAST_STOP_MS, QUIT_STOP_MS } from './embedded-processes.js';

export const HOST = '127.0.0.1';
/** Recovery after a crash replays what was written since the last checkpoint: seconds as a rule, sometimes many. */
const READY_MS = 60_000;

/** A running postmaster that is our child. `ended` settles with its exit code (null after a signal). */
export interface Postmaster {
  child: ChildProcess;
  pid: number;
  port: number;
  ended: Promise<number | null>;
}

/** Everything that belongs to one start. */
export interface Launch {
  folder: string;
  cluster: string;
  binaries: Binaries;
  account: Account | undefined;
  password: string;
  settings: Record<string, string>;
}

/** Starts postgres on a free port and waits until it lets us in. Another process may take the port meanwhile: retried. */
export async function launchPostmaster(launch: Launch): Promise<Postmaster> {
  for (let tries = 1; ; tries++) {
    const postmaster = spawnPostmaster(launch, await findFreePort());
    try {
      await waitReady(launch, postmaster);
      await checkPassword(launch, postmaster.port);
      // From here the database does not keep our process alive; 'exit' is still heard.
      postmaster.child.unref();
      return postmaster;
    } catch (error) {
      await endPostmaster(launch, postmaster);
      if (tries === 5 || !/could not bind|could not create any TCP/.test(readLog(launch))) throw error;
    }
  }
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, HOST, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/**
 * It writes to a file, not a pipe: a pipe would hold our process, and break under the database when we are killed.
 * The log is begun anew (not truncated: it may belong to another user of the same folder).
 */
function spawnPostmaster(launch: Launch, port: number): Postmaster {
  const { cluster, account, binaries } = launch;
  const logPath = join(launch.folder, 'postgres.log');
  fs.rmSync(logPath, { force: true });
  const log = fs.openSync(logPath, 'a', 0o600);
  const args = ['-D', nameDataFolder(cluster, account)];
  // No unix sockets: they need a short path that the account may write to, and TCP on the loopback is there always.
  const fixed = { listen_addresses: HOST, port: `${port}`, unix_socket_directories: '' };
  for (const [name, value] of Object.entries({ ...launch.settings, ...fixed })) args.push('-c', `${name}=${value}`);
  try {
    const child = spawn(binaries.postgres, args, { ...spawnOptions(cluster, account), stdio: ['ignore', log, log] });
    const ended = new Promise<number | null>((done, fail) => {
      child.once('exit', done);
      child.once('error', (error) => fail(explainFolderError(error, launch.folder)));
    });
    // Whoever waits hears of it; nobody waiting must not end our process.
    ended.catch(() => undefined);
    const postmaster = { child, pid: child.pid ?? 0, port, ended };
    // The last resort, after a crash or process.exit without stop(): the database does not outlive us.
    const atExit = () => askToStop(launch, postmaster);
    process.once('exit', atExit);
    child.once('exit', () => process.off('exit', atExit));
    return postmaster;
  } finally {
    fs.closeSync(log);
  }
}

/** The eighth line of postmaster.pid says 'ready' once connections are let in. */
async function waitReady(launch: Launch, { child, pid, ended }: Postmaster): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await sleep(20)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      await ended;
      throw explainOutput('Starting PostgreSQL', readLog(launch), launch.folder);
    }
    const lines = readPidFile(launch.cluster);
    if (Number.parseInt(lines[0] ?? '', 10) === pid && lines[7]?.trim() === 'ready') return;
  }
  throw explainOutput(`Starting PostgreSQL (${READY_MS / 1000} s were not enough)`, readLog(launch), launch.folder);
}

function readPidFile(cluster: string): string[] {
  try {
    return fs.readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

async function checkPassword({ folder, password }: Launch, port: number): Promise<void> {
  const client = new pg.Client({ host: HOST, port, user: 'postgres', password, database: 'postgres' });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    const reason = (error as Error).message;
    throw new DatabaseStartError(`PostgreSQL in ${folder} runs but refuses us: ${reason}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function readLog({ folder }: Launch): string {
  try {
    return fs.readFileSync(join(folder, 'postgres.log'), 'utf8');
  } catch {
    return '';
  }
}

/** Asks for a fast shutdown now, without waiting: also for the moment in which our process ends. */
function askToStop({ binaries, cluster }: Launch, { child }: Postmaster): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Windows has no signals: kill there would be the power cord.
  if (process.platform === 'win32') spawnSync(binaries.pg_ctl, ['stop', '-D', cluster, '-m', 'fast', '-W']);
  else child.kill('SIGINT');
}

/** Fast shutdown (open transactions are rolled back), after a while one without a checkpoint; returns when it is gone. */
export async function endPostmaster(launch: Launch, postmaster: Postmaster): Promise<void> {
  const { child, ended } = postmaster;
  if (child.pid === undefined) return;
  child.ref();
  askToStop(launch, postmaster);
  if (await settlesWithin(ended, FAST_STOP_MS)) return;
  child.kill('SIGQUIT');
  if (await settlesWithin(ended, QUIT_STOP_MS)) return;
  throw new DatabaseStartError(`PostgreSQL process ${child.pid} in ${launch.folder} does not stop; end it by hand.`);
}

async function settlesWithin(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(limitMs, false, { signal: timer.signal }).catch(() => false);
  const settled = await Promise.race([promise.then(() => true), late]);
  timer.abort();
  return settled;
}
