import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Linux counts processor time in ticks of 10 ms (getconf CLK_TCK). */
const ticksPerSecond = 100;

/** Processor seconds so far of a process and all its descendants, those that ended and were waited for included. */
export function secondsOfTree(pid: number): number {
  const { byId, childrenOf } = readProcesses();
  const sum = (id: number): number =>
    (byId.get(id) ?? 0) + (childrenOf.get(id) ?? []).reduce((seconds, child) => seconds + sum(child), 0);
  return sum(pid);
}

/** A process and all its living descendants. */
export function treeOf(pid: number): number[] {
  const { childrenOf } = readProcesses();
  const below = (id: number): number[] => [id, ...(childrenOf.get(id) ?? []).flatMap(below)];
  return below(pid);
}

function readProcesses() {
  const byId = new Map<number, number>();
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    let stat: string;
    try {
      stat = readFileSync(`/proc/${name}/stat`, 'latin1');
    } catch {
      continue; // ended since
    }
    // The second field is the program's name in brackets, which may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const id = parseInt(name, 10);
    const parent = parseInt(fields[1]!, 10);
    // utime, stime, and both of children that ended: fields 14 to 17 of proc(5).
    const ticks = fields.slice(11, 15).reduce((total, field) => total + parseInt(field, 10), 0);
    byId.set(id, ticks / ticksPerSecond);
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), id]);
  }
  return { byId, childrenOf };
}

/** Processor seconds so far of the whole machine, all cores together. `stolen` went to other virtual machines. */
export function secondsOfMachine(): { busy: number; stolen: number } {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, stolen = 0] = readFileSync('/proc/stat', 'latin1')
    .split('\n')[0]!
    .trim()
    .split(/\s+/)
    .slice(1)
    .map((field) => parseInt(field, 10) / ticksPerSecond);
  return { busy: user + nice + system + irq + softirq, stolen };
}

/** Waits until other programs leave most of the machine free; gives up after a while and measures all the same. */
export async function quietMachine({ hasty }: { hasty: boolean }): Promise<void> {
  const secondsMax = hasty ? 0 : 20;
  for (let waited = 0; waited < secondsMax; waited += 0.5) {
    const before = secondsOfMachine();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const after = secondsOfMachine();
    if (after.busy + after.stolen - before.busy - before.stolen < 0.1 * 0.5 * cpus().length) return;
  }
}
