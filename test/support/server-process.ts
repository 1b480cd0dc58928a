import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { operatorKey } from './start-kindcast.js';
import { until } from './until.js';

/** The built server and demo as processes of their own, as an operator runs them. */

const root = path.resolve(import.meta.dirname, '../..');
const programs = {
  server: 'dist/server/main.js',
  demo: 'dist/server/demo/main.js',
  'rotate-key': 'dist/server/rotate-key.js',
};

export type Program = keyof typeof programs;

export interface ProcessOptions {
  program?: Program;
  env: Record<string, string>;
  /** A module loaded before the program. */
  hook?: string;
}

export interface ProcessEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface ServerProcess {
  url: string;
  pid: number;
  /** Settles when the process has ended, however it did. */
  ended: Promise<ProcessEnd>;
  /** All that was written to stdout so far. */
  stdout(): string;
  /** The work's result, or at once an error with what the process wrote if it ends before the work does. */
  whileAlive<T>(work: Promise<T>): Promise<T>;
  /** Sends the signal and waits for the end; `ms` says how long that took. */
  end(signal?: NodeJS.Signals): Promise<ProcessEnd & { ms: number }>;
}

interface Child {
  process: ChildProcess;
  ended: Promise<ProcessEnd>;
  stdout(): string;
}

const children = new Set<Child>();
const folders = new Set<string>();
/** Starts the program on a free port (unless PORT is given) and returns once it listens. */
export async function startProcess(options: ProcessOptions): Promise<ServerProcess> {
  const child = spawnProgram(options);
  const listening = /(?:listens on|start page\s+\S+)\s+(http:\/\/\S+?)\/?\s/;
  const url = await Promise.race([
    child.ended.then(({ code, signal, stdout, stderr }) => {
      throw new Error(`The process ended before it listened (${code ?? signal}): ${stdout}${stderr}`);
    }),
    until(() => listening.exec(child.stdout())?.[1], 'the process listens'),
  ]);
  return {
    url,
    pid: child.process.pid!,
    ended: child.ended,
    stdout: child.stdout,
    whileAlive: (work) =>
      Promise.race([
        work,
        child.ended.then(({ code, signal, stdout, stderr }) => {
          throw new Error(`The process has ended (${code ?? signal}): ${stdout}${stderr}`);
        }),
      ]),
    async end(signal = 'SIGTERM') {
      const since = performance.now();
      child.process.kill(signal);
      return { ...(await child.ended), ms: performance.now() - since };
    },
  };
}

/** Runs the program until it ends by itself. */
export function runToEnd(options: ProcessOptions): Promise<ProcessEnd> {
  return spawnProgram(options).ended;
}

/** Settings with which the server works on this database: all processes share keys, so that one knows what another sealed. */
export function onDatabase(url: string, more: Record<string, string> = {}): Record<string, string> {
  return { DATABASE_URL: url, KINDCAST_SECRET_KEY: 'test-secret-key', KINDCAST_OPERATOR_KEY: operatorKey, ...more };
}

/** A temporary folder, removed by {@link cleanUpProcesses}. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kindcast-process-'));
  folders.add(folder);
  return folder;
}

/** Ids of the processes that work below the folder or name it: what an orderly end must not leave behind. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .filter((name) => {
      try {
        const cwd = readlinkSync(`/proc/${name}/cwd`);
        return cwd.startsWith(folder) || readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false; // Gone meanwhile.
      }
    })
    .map((name) => parseInt(name, 10));
}

/** Ids of the workers of a server with `KINDCAST_WORKERS`: its children that run the same program. */
export function workersOf(server: Pick<ServerProcess, 'pid'>): number[] {
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').match(/\d+/g) ?? [];
  return children
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(programs.server))
    .map((pid) => parseInt(pid, 10));
}

/** Ends whatever tests have started and not ended, databases included. Belongs into `after` of every file. */
export async function cleanUpProcesses(): Promise<void> {
  for (const child of children) child.process.kill('SIGKILL');
  await Promise.all([...children].map((child) => child.ended));
  for (const folder of folders) {
    await until(() => {
      const left = processesIn(folder);
      for (const pid of left) killQuietly(pid);
      return left.length === 0;
    }, `nothing runs in ${folder}`);
    rmSync(folder, { recursive: true, force: true });
  }
  folders.clear();
}

function spawnProgram({ program = 'server', env, hook }: ProcessOptions): Child {
  // Nothing of our environment: a DATABASE_URL or PORT of whoever runs the tests must not reach the server.
  const { PATH, HOME, TMPDIR } = process.env;
  const own = Object.entries({ PATH, HOME, TMPDIR }).filter((entry): entry is [string, string] => !!entry[1]);
  const spawned = spawn(process.execPath, [...(hook ? ['--import', hook] : []), path.join(root, programs[program])], {
    cwd: root,
    env: {
      ...Object.fromEntries(own),
      PORT: '0',
      LOG_LEVEL: 'fatal',
      ...env,
      KINDCAST_DATA: env.KINDCAST_DATA ?? temporaryFolder(),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  spawned.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  spawned.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<ProcessEnd>((resolve) => {
    spawned.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const child = { process: spawned, ended, stdout: () => stdout };
  children.add(child);
  void ended.then(() => children.delete(child));
  return child;
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

// The last resort, when the tests themselves are broken off.
process.on('exit', () => {
  for (const { process: child } of children) child.kill('SIGKILL');
});
