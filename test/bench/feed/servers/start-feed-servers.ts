import type { ChildProcess } from 'node:child_process';
import type { BenchDatabase } from '../../machine/bench-database.js';
import { endChild, forkProgram, nextMessage } from '../../machine/child-process.js';
import { startOurs, type OurServer } from '../../servers/start-servers.js';
import { bumpTopics } from '../changing/bump-topics.js';
import type { Changing } from '../changing/changing.js';
import { sendOrders } from '../changing/send-orders.js';
import type { FeedVillage } from '../feed-village.js';
import { collectingOnSignal } from '../memory.js';
import { hotOrdersPerSecond, paceOf, type Spread } from '../spread.js';
import type { Dialect } from '../watchers/watcher.js';
import type { Telling } from './tell-when-asked.js';

export const feedServerNames = ['raw ws', 'plain Socket.IO', 'ours'] as const;
export type FeedServerName = (typeof feedServerNames)[number];

/** A server with watchers: a process of its own. */
export interface FeedServer {
  name: FeedServerName;
  pid: number;
  port: number;
  dialect: Dialect;
  /** Lets the hot topic or the many topics of the village change until stopped; orders come for so long. */
  change(village: FeedVillage, spread: Spread, seconds: number): Promise<Changing>;
  stop(): Promise<void>;
}

/** The texts of `totals` and `gifts` of a topic, as ours sent them. */
export type Messages = Record<Spread, Telling['messages']>;

export async function startPlainFeed(name: Exclude<FeedServerName, 'ours'>, messages: Messages): Promise<FeedServer> {
  const child = forkProgram(`test/bench/feed/servers/${name === 'raw ws' ? 'raw-ws' : 'plain-socket-io'}.ts`, {
    flags: ['--import', 'tsx', ...collectingOnSignal],
  });
  const { port } = await nextMessage<{ port: number }>(child, ({ port }) => port > 0);
  return {
    name,
    pid: child.pid!,
    port,
    dialect: name === 'raw ws' ? 'bare' : 'socket.io',
    async change(village, spread) {
      const topics = spread === 'hot' ? [village.hotTopic] : village.topics;
      child.send({ tell: { topics, ...paceOf(spread, topics.length), messages: messages[spread] } satisfies Telling });
      return { stop: () => stopTelling(child) };
    },
    stop: () => endChild(child),
  };
}

async function stopTelling(child: ChildProcess): Promise<Map<string, number>> {
  const stopped = nextMessage<{ told: [string, number][] }>(child, ({ told }) => Array.isArray(told));
  child.send('stop');
  return new Map((await stopped).told);
}

/** Ours, with what else is measured of it. */
export interface OurFeedServer extends FeedServer, Omit<OurServer, 'name'> {
  name: 'ours';
}

export interface OurFeedNeeds {
  database: BenchDatabase;
  generator: ChildProcess;
  /** A number no other stretch of orders has. */
  nextStretch(): number;
}

export async function startOurFeed({ database, generator, nextStretch }: OurFeedNeeds): Promise<OurFeedServer> {
  const ours = await startOurs(database, {
    on: 'feed',
    flags: collectingOnSignal,
    // As many as the limit of open files allows, also from one address: they all come from this machine.
    env: { KINDCAST_CONNECTIONS: '1000000', KINDCAST_WATCHERS_PER_ADDRESS: '1000000' },
  });
  return {
    ...ours,
    name: 'ours',
    dialect: 'socket.io',
    async change(village, spread, seconds) {
      if (spread === 'many') return bumpTopics(ours.databaseUrl, village.topics);
      const { done } = await sendOrders({
        generator,
        village,
        port: ours.port,
        perSecond: hotOrdersPerSecond,
        seconds,
        stretch: nextStretch(),
      });
      return {
        async stop() {
          await done;
          const { seq } = await ours.call<{ seq: number }>('GET', `/v1/sessions/${village.sessionId}/totals`);
          return new Map([[village.hotTopic, seq]]);
        },
      };
    },
  };
}
