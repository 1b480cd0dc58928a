import { endChild, forkProgram } from '../../machine/child-process.js';
import { askOf } from '../ask.js';
import { sleep, type Changing } from '../changing/changing.js';
import type { FeedVillage } from '../feed-village.js';
import type { OurFeedServer } from '../servers/start-feed-servers.js';
import { lookAtUse, type Cores, type Onlookers } from '../use.js';
import type { ReaderQuestions } from './reader.js';

/** `200 busy`: while the topic changes as often as the feed tells it. */
export const readKinds = ['200', '304', '200 busy'] as const;
export type ReadKind = (typeof readKinds)[number];

/** `GET …/totals` of the hot session as fast as the server answers it. */
export interface ReadsRun {
  round: number;
  kind: ReadKind;
  perSecond: number;
  /** Of a whole answer, head included. */
  bytes: number;
  /** Processor time of the server for one answer. */
  microseconds: number;
  cores: Cores;
}

const connections = 32;

export interface ReadsNeeds {
  server: OurFeedServer;
  village: FeedVillage;
  onlookers: Onlookers;
  warmSeconds: number;
  seconds: number;
  /** Cores the changes of `200 busy` cost alone. */
  unwatched: number;
}

export async function measureReads(needs: ReadsNeeds, kind: ReadKind): Promise<Omit<ReadsRun, 'round'>> {
  const { server, village, onlookers, warmSeconds, seconds, unwatched } = needs;
  const path = `/v1/sessions/${village.sessionId}/totals`;
  const etag = kind === '304' ? (await fetch(`${server.url}${path}`)).headers.get('etag')! : undefined;
  const changing: Changing | undefined =
    kind === '200 busy' ? await server.change(village, 'hot', warmSeconds + seconds) : undefined;
  const child = forkProgram('test/bench/feed/http/reader.ts');
  try {
    const ask = askOf<ReaderQuestions>(child);
    await ask('read', { port: server.port, path, connections, etag });
    await sleep(warmSeconds);
    const before = await ask('tell', null);
    const use = lookAtUse(server.pid, onlookers);
    await sleep(seconds);
    const used = use();
    const after = await ask('tell', null);
    await ask('stop', null);
    const wanted = kind.slice(0, 3);
    const others = Object.keys(after.statuses).filter((status) => status !== wanted);
    if (others.length > 0) throw new Error(`GET ${path} answered ${others.join(', ')} where ${wanted} was expected.`);
    const answers = after.answers - before.answers;
    return {
      kind,
      perSecond: answers / used.seconds,
      bytes: (after.bytes - before.bytes) / answers,
      microseconds: (1e6 * (used.cores.server - (changing ? unwatched : 0)) * used.seconds) / answers,
      cores: used.cores,
    };
  } finally {
    await endChild(child);
    await changing?.stop();
  }
}
