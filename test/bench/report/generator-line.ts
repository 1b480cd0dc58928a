import type { Measured } from '../intake/measure.js';
import { fixed, whole } from './figures.js';

/** Above this share of a core, the generator may be what limits. */
const coreShareMax = 0.5;

/** Whether the generator could have sent more than it did; what is said holds for all the runs. */
export function generatorLine(runs: readonly Pick<Measured, 'cores' | 'loopLateMs' | 'signedLate'>[]): string {
  const cores = Math.max(...runs.map((run) => run.cores.generator));
  const late = Math.max(...runs.map((run) => run.loopLateMs.p99));
  const signedLate = runs.reduce((sum, run) => sum + run.signedLate, 0);
  return (
    `The generator used at most ${fixed(cores, 2)} of a core` +
    (cores < coreShareMax ? `, so it did not saturate first` : `: IT MAY BE WHAT LIMITS`) +
    `; its event loop was at most ${fixed(late, 1)} ms late (p99 of the worst run); ` +
    (signedLate === 0
      ? 'no delivery was signed late.'
      : `${whole(signedLate)} DELIVERIES WERE SIGNED WHILE THE CLOCK RAN.`)
  );
}
