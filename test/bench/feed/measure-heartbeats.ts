import { sleep } from './changing/changing.js';
import type { StretchNeeds } from './measure-stretch.js';
import type { FeedServerName } from './servers/start-feed-servers.js';
import { lookAtUse } from './use.js';

/** What it costs a server to ask watchers who hear nothing whether they are still there. */
export interface Heartbeats {
  round: number;
  server: FeedServerName;
  watchers: number;
  seconds: number;
  pings: number;
  /** Processor time of the server for one ping and its answer. */
  microseconds: number;
}

/** Within so long, every watcher has been asked once: Socket.IO asks every 25 s unless told otherwise, ours oftener. */
const everyoneSeconds = 26;

/** What the server uses while nothing happens, in cores. */
export async function coresAsleep({ server, onlookers, seconds }: StretchNeeds): Promise<number> {
  const use = lookAtUse(server.pid, onlookers);
  await sleep(seconds);
  return use().cores.server;
}

/** @param asleep what the server used while nobody was there, in cores */
export async function measureHeartbeats(
  { server, ask, onlookers }: StretchNeeds,
  asleep: number,
  { hasty }: { hasty: boolean },
): Promise<Pick<Heartbeats, 'seconds' | 'pings' | 'microseconds'>> {
  const before = await ask('tell', null);
  const use = lookAtUse(server.pid, onlookers);
  await sleep(hasty ? 0.3 : everyoneSeconds);
  const { seconds, cores } = use();
  const pings = (await ask('tell', null)).pings - before.pings;
  return {
    seconds,
    pings,
    microseconds: pings === 0 ? 0 : Math.max(0, (1e6 * (cores.server - asleep) * seconds) / pings),
  };
}
