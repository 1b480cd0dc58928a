import type { Ask } from './ask.js';
import { sleep } from './changing/changing.js';
import type { FeedVillage } from './feed-village.js';
import type { FeedServer, FeedServerName } from './servers/start-feed-servers.js';
import { settle } from './settle.js';
import type { Spread } from './spread.js';
import { lookAtUse, type Cores, type Onlookers } from './use.js';
import type { CrowdQuestions } from './watchers/main.js';
import type { Heard } from './watchers/watcher.js';

/** One stretch of changes on one server, and what telling them to its watchers cost. */
export interface Stretch {
  round: number;
  server: FeedServerName;
  watchers: number;
  spread: Spread;
  seconds: number;
  /** What all watchers heard in these seconds. */
  heard: Pick<Heard, 'updates' | 'frames' | 'bytes' | 'pings'>;
  cores: Cores;
  /** What the server used, in cores, for the same changes while nobody watched; 0 for servers that only tell. */
  unwatched: number;
  wrong: number;
}

/**
 * Processor time of the server for one update delivered to one watcher, in µs: what it used only because they watched, and
 * only for telling them.
 *
 * @param heartbeat what one ping and its answer cost this server, in µs
 */
export function microsecondsPerUpdate({ cores, unwatched, seconds, heard }: Stretch, heartbeat: number): number {
  return (1e6 * (cores.server - unwatched) * seconds - heard.pings * heartbeat) / heard.updates;
}

export interface StretchNeeds {
  server: FeedServer;
  village: FeedVillage;
  ask: Ask<CrowdQuestions>;
  onlookers: Onlookers;
  warmSeconds: number;
  seconds: number;
}

/** What the changes alone cost a server that nobody watches, in cores. */
export async function measureUnwatched(
  { server, village, onlookers, warmSeconds, seconds }: StretchNeeds,
  spread: Spread,
): Promise<number> {
  const changing = await server.change(village, spread, warmSeconds + seconds);
  await sleep(warmSeconds);
  const use = lookAtUse(server.pid, onlookers);
  await sleep(seconds);
  const { cores } = use();
  await changing.stop();
  return cores.server;
}

/** The crowd must be watching the topics already. */
export async function measureStretch(
  needs: StretchNeeds,
  spread: Spread,
  read?: (topic: string) => Promise<{ seq: number }>,
): Promise<Omit<Stretch, 'round' | 'watchers' | 'unwatched'>> {
  const { server, village, ask, onlookers, warmSeconds, seconds } = needs;
  const changing = await server.change(village, spread, warmSeconds + seconds);
  await sleep(warmSeconds);
  const before = await ask('tell', null);
  const use = lookAtUse(server.pid, onlookers);
  await sleep(seconds);
  const used = use();
  const after = await ask('tell', null);
  const topics = spread === 'hot' ? [village.hotTopic] : village.topics;
  const { wrong } = await settle({ ask, topics, ends: await changing.stop(), ...(read && { read }) });
  const since = (name: 'updates' | 'frames' | 'bytes' | 'pings') => after[name] - before[name];
  return {
    server: server.name,
    spread,
    ...used,
    heard: { updates: since('updates'), frames: since('frames'), bytes: since('bytes'), pings: since('pings') },
    wrong,
  };
}
