import { cpus } from 'node:os';
import { secondsOfMachine, secondsOfTree } from '../machine/processor-time.js';

/** Who else is looked at beside the server; each by its process and all below it. */
export interface Onlookers {
  postgres: number;
  watchers: number;
  generator: number;
}

/** Processor time over wall time: 1.00 is one core busy all the time. */
export type Cores = Record<keyof Onlookers | 'server' | 'others' | 'stolen', number>;

/** Begins to look; the function gives what each has used since. */
export function lookAtUse(server: number, onlookers: Onlookers): () => { seconds: number; cores: Cores } {
  const now = () => ({
    at: performance.now(),
    server: secondsOfTree(server),
    postgres: secondsOfTree(onlookers.postgres),
    watchers: secondsOfTree(onlookers.watchers),
    generator: secondsOfTree(onlookers.generator),
    machine: secondsOfMachine(),
  });
  const from = now();
  return () => {
    const to = now();
    const seconds = (to.at - from.at) / 1_000;
    const of = (name: 'server' | keyof Onlookers) => (to[name] - from[name]) / seconds;
    const known = of('server') + of('postgres') + of('watchers') + of('generator');
    const busy = (to.machine.busy - from.machine.busy) / seconds;
    return {
      seconds,
      cores: {
        server: of('server'),
        postgres: of('postgres'),
        watchers: of('watchers'),
        generator: of('generator'),
        others: Math.min(cpus().length, Math.max(0, busy - known)),
        stolen: (to.machine.stolen - from.machine.stolen) / seconds,
      },
    };
  };
}
