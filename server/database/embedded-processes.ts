import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseFolderError } from './embedded-errors.js';

/** Fast shutdown normally takes well under a second; after this it is asked to stop without a checkpoint. */
export const FAST_STOP_MS = 8_000;
export const QUIT_STOP_MS = 20_000;

/** Whether a process with this id exists; one of another user (EPERM) does. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already: what every caller wants.
  }
}

export async function waitUntil(done: () => boolean, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; !done(); await sleep(25)) if (Date.now() > end) return false;
  return true;
}

/**
 * When a process started, as a text to compare: a process id alone may have been given to another process since.
 * Answers '' where the system does not tell (Windows), or the process is gone; so is one that has ended and waits for a
 * parent that does not ask (state Z), as under the first process of many a container.
 */
export function readStartTime(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // Field 22; counted from behind the name in brackets, which may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '');
    }
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8', env: { LC_ALL: 'C' } }).trim();
  } catch {
    return '';
  }
}

/** Where process ids have their meaning: this boot of this machine, and the container we are in. */
export function readProcessSpace(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/**
 * The PostgreSQL processes that work in this data folder. They are told by their working directory, compared by inode,
 * since every one of them has it there and no path needs to be readable for that. The ids in postmaster.pid alone will
 * not do: in a new container the same id is as a rule another process.
 */
function findPostgres(cluster: string): number[] {
  const goal = statSync(cluster, { throwIfNoEntry: false });
  if (!goal || process.platform === 'win32') return [];
  if (process.platform !== 'linux') return findByCommandLine(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const at = statSync(`/proc/${name}/cwd`);
        if (at.dev !== goal.dev || at.ino !== goal.ino) return false;
        return /^(postgres|initdb)$/.test(readFileSync(`/proc/${name}/comm`, 'utf8').trim());
      } catch {
        return false; // Gone meanwhile, or of another user: then not started by us.
      }
    })
    .map((name) => Number.parseInt(name, 10));
}

function findByCommandLine(cluster: string): number[] {
  const table = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' });
  return table
    .split('\n')
    .filter((line) => line.includes(`-D ${cluster} `) && /\/(postgres|initdb) /.test(line))
    .map((line) => Number.parseInt(line, 10));
}

/** The first line of postmaster.pid; undefined without the file. */
export function readPostmasterPid(cluster: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Stops a PostgreSQL that outlived its owner (kill -9 leaves it running). It is stopped rather than taken over: then the
 * one that runs is always our own child, with our settings, and its end is noticed.
 */
export async function stopOrphans(cluster: string, log: (line: string) => void): Promise<void> {
  const found = findPostgres(cluster);
  if (found.length === 0) return;
  log(`Stopping PostgreSQL (process ${found.join(', ')}) left over from a run that was killed`);
  const postmaster = found.find((pid) => pid === readPostmasterPid(cluster));
  if (postmaster !== undefined) {
    sendSignal(postmaster, 'SIGINT');
    if (await waitUntil(() => findPostgres(cluster).length === 0, FAST_STOP_MS)) return;
  }
  // No postmaster to do it in order: each is told to leave at once, which the write-ahead log allows for.
  for (const pid of findPostgres(cluster)) sendSignal(pid, 'SIGQUIT');
  if (await waitUntil(() => findPostgres(cluster).length === 0, QUIT_STOP_MS)) return;
  throw new DatabaseFolderError(
    `The database in ${cluster} is still in use by PostgreSQL process ${findPostgres(cluster).join(', ')}, which does not stop; end it and start again.`,
  );
}
