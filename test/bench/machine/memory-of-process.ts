import { readFileSync, writeFileSync } from 'node:fs';
import { treeOf } from './processor-time.js';

/** Resident memory of one process, now and at its highest. */
export interface ProcessMemory {
  residentMb: number;
  peakMb: number;
  /** Without files and shared memory, such as PostgreSQL's buffers. */
  ownMb: number;
}

const gone: ProcessMemory = { residentMb: 0, peakMb: 0, ownMb: 0 };

function memoryOf(pid: number): ProcessMemory {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    return gone; // ended since
  }
  const megabytes = (name: string) =>
    Math.round(parseInt(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? '0', 10) / 1024);
  return { residentMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM'), ownMb: megabytes('RssAnon') };
}

/** A process and all below it together; peaks of several processes need not have been at one time. */
export function memoryOfTree(pid: number): ProcessMemory {
  return treeOf(pid)
    .map(memoryOf)
    .reduce((sum, each) => ({
      residentMb: sum.residentMb + each.residentMb,
      peakMb: sum.peakMb + each.peakMb,
      ownMb: sum.ownMb + each.ownMb,
    }));
}

/** The largest own memory of any single process below this one. */
export function largestBelow(pid: number): number {
  return Math.max(
    0,
    ...treeOf(pid)
      .slice(1)
      .map((each) => memoryOf(each).ownMb),
  );
}

/** Lets the peak count from now on (Linux: proc(5), clear_refs). */
export function forgetPeak(pid: number): void {
  for (const each of treeOf(pid)) writeFileSync(`/proc/${each}/clear_refs`, '5');
}
