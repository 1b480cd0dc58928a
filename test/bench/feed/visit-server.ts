import { quietMachine } from '../machine/processor-time.js';
import type { BenchOptions, Tell } from '../options.js';
import type { Ask } from './ask.js';
import { sleep } from './changing/changing.js';
import type { FeedVillage } from './feed-village.js';
import { measureReads, readKinds } from './http/measure-reads.js';
import { coresAsleep, measureHeartbeats } from './measure-heartbeats.js';
import { measureLag } from './measure-lag.js';
import { measureStretch, measureUnwatched, type StretchNeeds } from './measure-stretch.js';
import { residentKbWithoutGarbage } from './memory.js';
import type { FeedResult } from './run-feed.js';
import {
  startOurFeed,
  startPlainFeed,
  type FeedServer,
  type FeedServerName,
  type Messages,
  type OurFeedNeeds,
  type OurFeedServer,
} from './servers/start-feed-servers.js';
import { spreads, type Spread } from './spread.js';
import type { Onlookers } from './use.js';
import type { CrowdQuestions } from './watchers/main.js';

/** What all visits share; each adds to the result. */
export interface Visit {
  needs: OurFeedNeeds;
  village: FeedVillage;
  messages: Messages;
  ask: Ask<CrowdQuestions>;
  onlookers: Onlookers;
  options: BenchOptions;
  result: FeedResult;
  tell: Tell;
}

interface Which {
  round: number;
  watchers: number;
  name: FeedServerName;
}

/** So few make the code warm before memory is looked at for the first time. */
const warmingWatchers = 50;

/** Everything that is measured of one server with one number of watchers. */
export async function visitServer(visit: Visit, which: Which): Promise<void> {
  const { village, messages, ask, options } = visit;
  const ours = which.name === 'ours' ? await startOurFeed(visit.needs) : undefined;
  const server = ours ?? (await startPlainFeed(which.name as 'raw ws', messages));
  const warmSeconds = options.hasty ? 0.3 : 2;
  const stretch: StretchNeeds = {
    server,
    village,
    ask,
    onlookers: visit.onlookers,
    warmSeconds,
    seconds: options.seconds,
  };
  // What is only taken off, or read over HTTP, needs no long look in a smoke test.
  const aside = { ...stretch, seconds: options.hasty ? 0.3 : options.seconds };
  const beats = server.dialect === 'socket.io' && which.watchers === Math.max(...options.watchers);
  try {
    await makeWarm(visit, server, warmSeconds);
    await quietMachine(options);
    const asleep = beats ? await coresAsleep(aside) : 0;
    const unwatched = { hot: 0, many: 0 };
    if (ours) for (const spread of spreads) unwatched[spread] = await measureUnwatched(aside, spread);
    await tellCrowd(visit, which, stretch, unwatched, ours && ((topic) => readTotals(ours, topic)));
    if (beats) {
      const measured = await measureHeartbeats(stretch, asleep, options);
      visit.result.heartbeats.push({ round: which.round, watchers: which.watchers, server: which.name, ...measured });
    }
    if (!ours || which.watchers !== options.watchers[0]) return;
    await lag(visit, which, ours);
    await ask('leave', null);
    const needs = { ...aside, server: ours, unwatched: unwatched.hot };
    for (const kind of readKinds) visit.result.reads.push({ round: which.round, ...(await measureReads(needs, kind)) });
  } finally {
    await ask('leave', null);
    await server.stop();
  }
}

async function makeWarm({ ask, village, options }: Visit, server: FeedServer, seconds: number): Promise<void> {
  const { port, dialect } = server;
  const watchers = Math.min(warmingWatchers, ...options.watchers);
  await ask('come', { watchers, port, dialect, topic: village.hotTopic });
  await ask('watch-too', { topics: village.topics });
  for (const spread of spreads) {
    const changing = await server.change(village, spread, seconds);
    await sleep(seconds);
    await changing.stop();
  }
  await ask('leave', null);
  await sleep(0.3);
}

/** All watchers on the hot topic, then dealt out to the many; memory before, with them, and after telling them. */
async function tellCrowd(
  { ask, village, options, result, tell }: Visit,
  { round, watchers, name }: Which,
  stretch: StretchNeeds,
  unwatched: Record<Spread, number>,
  read: Parameters<typeof measureStretch>[2],
): Promise<void> {
  const { pid, port, dialect } = stretch.server;
  const measured = async (spread: Spread) => {
    const run = await measureStretch(stretch, spread, read);
    result.stretches.push({ round, watchers, unwatched: unwatched[spread], ...run });
    const { heard, cores, wrong } = result.stretches.at(-1)!;
    const cost = `${((1e6 * cores.server * run.seconds) / heard.updates).toFixed(1)} µs`;
    tell(
      `round ${round}: ${name}, ${watchers} watchers, ${spread}: ${(heard.updates / run.seconds).toFixed(0)} updates/s, ` +
        `${cost} of the server for each${wrong ? `, ${wrong} WRONG` : ''}`,
    );
  };
  const before = await residentKbWithoutGarbage(pid, options);
  await ask('come', { watchers, port, dialect, topic: village.hotTopic });
  const connected = await residentKbWithoutGarbage(pid, options);
  await measured('hot');
  const told = await residentKbWithoutGarbage(pid, options);
  await ask('watch-too', { topics: village.topics });
  await measured('many');
  const each = (kb: number) => (kb - before) / watchers;
  result.memory.push({ round, server: name, watchers, connectedKb: each(connected), toldKb: each(told) });
}

/** The crowd goes back to the hot topic and hears of 200 orders a second. */
async function lag(visit: Visit, { round, watchers }: Which, server: OurFeedServer): Promise<void> {
  const { ask, village, needs, onlookers, options, result, tell } = visit;
  await ask('watch-too', { topics: [village.hotTopic] });
  const run = await measureLag({
    ask,
    generator: needs.generator,
    village,
    port: server.port,
    server: server.pid,
    onlookers,
    topic: village.hotTopic,
    seconds: options.seconds,
    stretch: needs.nextStretch(),
    read: (topic) => readTotals(server, topic),
  });
  result.lags.push({ round, watchers, ...run });
  tell(`round ${round}: ${run.perSecond} orders/s, ${watchers} watchers: p99 ${run.lagMs.p99.toFixed(0)} ms`);
}

const readTotals = (server: OurFeedServer, topic: string) =>
  server.call<{ seq: number; totals: { orders: number }[] }>(
    'GET',
    `/v1/sessions/${topic.slice('session:'.length)}/totals`,
  );
