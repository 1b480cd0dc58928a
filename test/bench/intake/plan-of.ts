import type { BenchOptions } from '../options.js';
import { webhookSecret } from '../servers/start-servers.js';
import { bodiesOf, idInBodies } from './bodies.js';
import type { IntakeCase } from './cases.js';
import type { HotVillage } from './hot-village.js';

/** Before the clock starts, so that code is compiled and pools are open. */
const warmSecondsOf = (hasty: boolean) => (hasty ? 0.2 : 2);

/** More orders than one stretch can send: ids of two stretches never meet. */
const idsPerStretch = 1_000_000;

/** Id of the first order of a stretch, counted from one. */
export const firstIdOf = (stretch: number) => idInBodies + stretch * idsPerStretch;

/** What the generator is to send for a case, but where to. */
export function planOf(
  { stream, size, preparedPerSecond }: IntakeCase,
  village: HotVillage,
  paidAt: Date,
  { seconds, connections, hasty }: Pick<BenchOptions, 'seconds' | 'connections' | 'hasty'>,
  firstId: number,
) {
  const warmSeconds = warmSecondsOf(hasty);
  return {
    stream,
    bodies: bodiesOf(size, village, paidAt),
    idInBodies,
    domain: village.domain,
    secret: webhookSecret,
    connections,
    warmSeconds,
    seconds,
    prepared: Math.ceil(preparedPerSecond * (seconds + warmSeconds + 0.5)),
    firstId,
  };
}
