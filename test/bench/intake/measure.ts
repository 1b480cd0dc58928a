import type { ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { cpus } from 'node:os';
import type { FromGenerator, LoadPlan } from '../generator/main.js';
import type { LoadResult } from '../generator/run-load.js';
import { nextMessage } from '../machine/child-process.js';
import { memoryOfTree, type ProcessMemory } from '../machine/memory-of-process.js';
import { secondsOfMachine, secondsOfTree } from '../machine/processor-time.js';
import type { BenchServer } from '../servers/start-servers.js';

/** One stretch of load on one server, with what everyone on the machine used meanwhile, in cores. */
export interface Measured extends LoadResult {
  cores: { server: number; postgres: number; generator: number; others: number; stolen: number };
  memory: ProcessMemory;
  /** CLOCK_MONOTONIC in microseconds, as in a CPU profile. */
  clockUs: { from: number; to: number };
}

/** Lets the generator prepare and send one plan. */
export async function measure(
  generator: ChildProcess,
  plan: LoadPlan,
  server: BenchServer,
  postmaster: number,
  whenPrepared: () => Promise<unknown>,
): Promise<Measured> {
  const heard = (event: FromGenerator['event']) =>
    nextMessage<FromGenerator>(generator, (message) => message.event === event || message.event === 'failed').then(
      (message) => {
        if (message.event === 'failed') throw new Error(`The generator failed: ${message.error}`);
        return message;
      },
    );
  const prepared = heard('prepared');
  generator.send({ plan });
  await prepared;
  await whenPrepared();
  const use = () => ({
    at: performance.now(),
    monotonicUs: Number(process.hrtime.bigint() / 1_000n),
    server: secondsOfTree(server.pid),
    postgres: secondsOfTree(postmaster),
    generator: secondsOfTree(generator.pid!),
    machine: secondsOfMachine(),
  });
  const starts = heard('clock-starts').then(use);
  const stops = heard('clock-stops').then(() => ({ ...use(), memory: memoryOfTree(server.pid) }));
  const done = heard('done');
  generator.send('go');
  const [from, to, last] = await Promise.all([starts, stops, done]);
  if (last.event !== 'done') throw new Error('The generator ended without a result.');
  const seconds = (to.at - from.at) / 1_000;
  const cores = (name: 'server' | 'postgres' | 'generator') => (to[name] - from[name]) / seconds;
  const known = cores('server') + cores('postgres') + cores('generator');
  const busy = (to.machine.busy - from.machine.busy) / seconds;
  return {
    ...last.result,
    cores: {
      server: cores('server'),
      postgres: cores('postgres'),
      generator: cores('generator'),
      others: Math.min(cpus().length, Math.max(0, busy - known)),
      stolen: (to.machine.stolen - from.machine.stolen) / seconds,
    },
    memory: to.memory,
    clockUs: { from: from.monotonicUs, to: to.monotonicUs },
  };
}
