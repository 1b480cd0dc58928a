import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** How a server process fared while something was done to it. */
export interface Health {
  polls: number;
  /** What went wrong with `/healthz`, if anything did. */
  failures: string[];
  /** Time within which half of the answers of `/healthz` came: on a busy machine others delay many, but not all. */
  usualMs: number;
  worstMs: number;
  /** The most memory (resident set) the process ever held, and what it held before. */
  memoryMb: { before: number; peak: number };
}

/** Does the work while another thread asks `/healthz` throughout. */
export async function whileHealthIsWatched(
  server: { url: string; pid: number },
  work: () => Promise<void>,
): Promise<Health> {
  const before = memoryMb(server.pid, 'VmRSS');
  const poller = new Worker(new URL('health-poller.mjs', import.meta.url), { workerData: { url: server.url } });
  const reported = once(poller, 'message');
  try {
    await work();
  } finally {
    poller.postMessage('stop');
  }
  const [{ timesMs, failures }] = (await reported) as [{ timesMs: number[]; failures: string[] }];
  await poller.terminate();
  const sorted = timesMs.toSorted((a, b) => a - b);
  return {
    polls: sorted.length,
    failures,
    usualMs: sorted[sorted.length >> 1]!,
    worstMs: sorted.at(-1)!,
    memoryMb: { before, peak: memoryMb(server.pid, 'VmHWM') },
  };
}

/** One figure of Linux about the memory of a process, in MB. */
export function memoryMb(pid: number, figure: 'VmRSS' | 'VmHWM'): number {
  const found = new RegExp(`^${figure}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(parseInt(found![1]!, 10) / 1024);
}
