const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Pauses after each attempt that failed, as Standard Webhooks recommend; together a little more than three days. */
const pausesMs = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

/** After so many attempts a delivery is given up. */
export const attemptsMax = pausesMs.length + 1;

/**
 * How long to wait after the given number of failed attempts; undefined when that was the last one. Up to a tenth longer, so
 * that what failed together does not come again together.
 */
export function pauseAfter(attempts: number, random: () => number = Math.random): number | undefined {
  const pause = pausesMs[attempts - 1];
  return pause === undefined ? undefined : pause * (1 + 0.1 * random());
}
