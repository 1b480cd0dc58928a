/** All watchers on one topic, or dealt out to many. */
export type Spread = 'hot' | 'many';
export const spreads: readonly Spread[] = ['hot', 'many'];

/** Ours tells a topic that changes all the time at this distance (`pauseMs` of server/totals/feed.ts), plain servers too. */
const hotEveryMs = 210;
/** With many topics, a tenth of them at a time changes together, as a batch of orders would change them. */
const manyEveryMs = 50;
const manyParts = 10;

/** Orders a second that keep the hot topic changing all the time; more would only cost more to record. */
export const hotOrdersPerSecond = 6;

/** How often which part of the topics changes. */
export function paceOf(spread: Spread, topics: number): { together: number; everyMs: number } {
  if (spread === 'hot') return { together: 1, everyMs: hotEveryMs };
  return { together: Math.ceil(topics / manyParts), everyMs: manyEveryMs };
}
