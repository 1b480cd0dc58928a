import type { BenchDatabase } from '../machine/bench-database.js';
import { endChild, forkProgram } from '../machine/child-process.js';
import { UsageError, type BenchOptions, type Tell } from '../options.js';
import { askOf } from './ask.js';
import { settleFeedVillage } from './feed-village.js';
import type { ReadsRun } from './http/measure-reads.js';
import type { Heartbeats } from './measure-heartbeats.js';
import type { LagRun } from './measure-lag.js';
import type { Stretch } from './measure-stretch.js';
import { rehearse } from './rehearse.js';
import { feedServerNames, startOurFeed, type FeedServerName } from './servers/start-feed-servers.js';
import { visitServer, type Visit } from './visit-server.js';
import type { CrowdQuestions } from './watchers/main.js';

/** Resident memory of the server for one watcher, in KB: connected and watching; and after it has been told for a while. */
export interface MemoryRun {
  round: number;
  server: FeedServerName;
  watchers: number;
  connectedKb: number;
  toldKb: number;
}

export interface FeedResult {
  /** Topics of the spread `many`. */
  topics: number;
  stretches: Stretch[];
  memory: MemoryRun[];
  heartbeats: Heartbeats[];
  lags: LagRun[];
  reads: ReadsRun[];
}

/** What watchers hear in the end is what was counted, on every server. */
export const feedIsTrue = ({ stretches, lags }: FeedResult) =>
  [...stretches, ...lags].every(({ wrong }) => wrong === 0);

/**
 * What it costs to tell watchers, on three servers in turn; every one is started anew for each number of watchers of
 * each round, so that its memory is its own.
 */
export async function runFeed(database: BenchDatabase, options: BenchOptions, tell: Tell): Promise<FeedResult> {
  mustHaveRoomFor(Math.max(...options.watchers));
  const generator = forkProgram('test/bench/generator/main.ts');
  const crowd = forkProgram('test/bench/feed/watchers/main.ts');
  let stretch = 0;
  const needs = { database, generator, nextStretch: () => (stretch += 1) };
  const result: FeedResult = { topics: options.topics, stretches: [], memory: [], heartbeats: [], lags: [], reads: [] };
  try {
    const ask = askOf<CrowdQuestions>(crowd);
    const { village, messages } = await prepare();
    const onlookers = { postgres: database.postmaster, watchers: crowd.pid!, generator: generator.pid! };
    const visit: Visit = { needs, village, messages, ask, onlookers, options, result, tell };
    for (let round = 1; round <= options.rounds; round += 1)
      for (const watchers of options.watchers)
        for (const name of feedServerNames) await visitServer(visit, { round, watchers, name });
    return result;

    async function prepare() {
      const server = await startOurFeed(needs);
      try {
        const village = await settleFeedVillage(server, options.topics);
        return { village, messages: await rehearse(server, village, ask) };
      } finally {
        await server.stop();
      }
    }
  } finally {
    await Promise.all([generator, crowd].map(endChild));
  }
}

/** A process needs a file for each watcher, and some for itself. */
const filesBeside = 300;

function mustHaveRoomFor(watchers: number): void {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft: number | string } } };
  const limit = userLimits?.open_files?.soft;
  if (typeof limit === 'number' && limit < watchers / ourShare + filesBeside)
    throw new UsageError(
      `--watchers ${watchers} needs more open files than this shell allows (ulimit -n is ${limit}); raise it or take fewer.`,
    );
}

/** Of its connections, ours lets so many watch. */
const ourShare = 0.9;
