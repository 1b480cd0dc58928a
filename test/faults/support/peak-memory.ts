import { readFileSync } from 'node:fs';

/** The most memory the process ever had (resident set), as Linux tells it. */
export function peakMemoryMb(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return parseInt(kilobytes!, 10) / 1_024;
}
