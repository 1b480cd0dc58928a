import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';

/** The conditions a figure was measured under. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  kernel: string;
  node: string;
  commit: string;
}

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    kernel: readFileSync('/proc/sys/kernel/osrelease', 'utf8').trim(),
    node: process.version,
    commit: commit(),
  };
}

function commit(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    const changed = git('status', '--porcelain', '--', 'server', 'plugin', 'migrations') === '' ? '' : ' with changes';
    return git('rev-parse', '--short', 'HEAD') + changed;
  } catch {
    return process.env.BENCH_COMMIT ?? 'unknown';
  }
}

/** The kind of file system a folder lies on, such as "ext4 on /dev/vda". */
export function fileSystemOf(folder: string): { kind: string; inMemory: boolean } {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, at]) => path.resolve(folder) === at || path.resolve(folder).startsWith(at === '/' ? '/' : `${at}/`))
    .sort(([, a], [, b]) => b!.length - a!.length);
  const [device = 'unknown', , kind = 'unknown'] = mounts[0] ?? [];
  return { kind: `${kind} on ${device}`, inMemory: kind === 'tmpfs' || kind === 'ramfs' };
}
