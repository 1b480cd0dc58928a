import { readFileSync } from 'node:fs';
import { sleep } from './changing/changing.js';

/** Flags for node: collects its garbage when it gets SIGUSR2, so that what remains is what is needed. */
export const collectingOnSignal = [
  '--expose-gc',
  '--import',
  `data:text/javascript,${encodeURIComponent('process.on("SIGUSR2", () => { gc(); gc(); })')}`,
];

/** Resident memory in KB after a collection of garbage, of a process started with {@link collectingOnSignal}. */
export async function residentKbWithoutGarbage(pid: number, { hasty }: { hasty: boolean }): Promise<number> {
  // V8 gives free pages back some moments after a collection.
  for (let turn = 0; turn < 2; turn += 1) {
    process.kill(pid, 'SIGUSR2');
    await sleep(hasty ? 0.1 : 0.7);
  }
  return parseInt(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))![1]!, 10);
}
