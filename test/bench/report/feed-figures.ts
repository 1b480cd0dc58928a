import { microsecondsPerUpdate } from '../feed/measure-stretch.js';
import type { FeedResult } from '../feed/run-feed.js';
import type { FeedServerName } from '../feed/servers/start-feed-servers.js';
import type { Spread } from '../feed/spread.js';
import { median } from './figures.js';

/** One line of the table of costs. */
export interface FeedCase {
  server: FeedServerName;
  spread: Spread;
  watchers: number;
}

export const stretchesOf = ({ stretches }: FeedResult, { server, spread, watchers }: FeedCase) =>
  stretches.filter((each) => each.server === server && each.spread === spread && each.watchers === watchers);

/** Numbers of watchers, as they were measured. */
export const watchersOf = ({ stretches }: FeedResult) => [...new Set(stretches.map(({ watchers }) => watchers))];

/** What one ping and its answer cost a server, in µs; nothing for a server without. */
export function heartbeatOf({ heartbeats }: FeedResult, server: FeedServerName): number {
  const measured = heartbeats.filter((each) => each.server === server).map(({ microseconds }) => microseconds);
  return measured.length === 0 ? 0 : median(measured);
}

/** Resident KB of the server per watcher, the higher of connected and after being told. */
export const memoryOf = ({ memory }: FeedResult, { server, watchers }: Omit<FeedCase, 'spread'>) =>
  median(
    memory
      .filter((each) => each.server === server && each.watchers === watchers)
      .map(({ connectedKb, toldKb }) => Math.max(connectedKb, toldKb)),
  );

/** Processor time for one delivered update, in µs, of each round. */
export function costsOf(result: FeedResult, given: FeedCase): number[] {
  const heartbeat = heartbeatOf(result, given.server);
  return stretchesOf(result, given).map((run) => microsecondsPerUpdate(run, heartbeat));
}

/** Of each round its own ratio, and of these the median. */
export function costRatio(result: FeedResult, given: FeedCase, against: FeedServerName): number {
  const others = costsOf(result, { ...given, server: against });
  return median(costsOf(result, given).map((cost, round) => cost / others[round]!));
}

/**
 * What a change of one of many topics costs however many hear it, and what each who hears it costs, in µs: from two
 * numbers of watchers, for an update's cost is the one divided by the watchers of a topic, and the other.
 */
export function costOfTelling(result: FeedResult, server: FeedServerName): { once: number; each: number } | undefined {
  const [few, many] = [Math.min(...watchersOf(result)), Math.max(...watchersOf(result))];
  if (few === many) return undefined;
  const cost = (watchers: number) => median(costsOf(result, { server, spread: 'many', watchers }));
  const once = (cost(few) - cost(many)) / (result.topics / few - result.topics / many);
  return { once, each: cost(many) - (once * result.topics) / many };
}
