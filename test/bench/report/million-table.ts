import { microsecondsPerUpdate } from '../feed/measure-stretch.js';
import type { FeedResult } from '../feed/run-feed.js';
import { stretchesOf, watchersOf } from './feed-table.js';
import { fixed, median, table, whole } from './figures.js';

/** What one of each thing costs, measured. */
export interface UnitCosts {
  updateMicroseconds: number;
  updateBytes: number;
  watcherKb: number;
  readMicroseconds: number;
  readBytes: number;
}

const viewers = 1_000_000;
/** A screen that asks by HTTP asks so often: as the elements do while a session is live. */
const askEverySeconds = 10;
/** Places from which a large CDN answers; each asks us at most once a second for an address (`s-maxage=1`). */
const places = 300;

/** Of ours, with all watchers on one topic, as many as were measured. */
export function unitCosts(result: FeedResult): UnitCosts {
  const watchers = Math.max(...watchersOf(result));
  const runs = stretchesOf(result, { server: 'ours', spread: 'hot', watchers });
  const memory = result.memory.filter((each) => each.server === 'ours' && each.watchers === watchers);
  const reads = result.reads.filter(({ kind }) => kind === '200 busy');
  return {
    updateMicroseconds: median(runs.map(microsecondsPerUpdate)),
    updateBytes: median(runs.map(({ heard }) => heard.bytes / heard.updates)),
    watcherKb: median(memory.map(({ connectedKb }) => connectedKb)),
    readMicroseconds: median(reads.map(({ microseconds }) => microseconds)),
    readBytes: median(reads.map(({ bytes }) => bytes)),
  };
}

/** By multiplication alone: nobody has measured a million. */
export function millionTable(result: FeedResult): string {
  const unit = unitCosts(result);
  const rows = [
    ...[5, 1].map((perSecond) => bySocket(unit, perSecond)),
    byHttp(unit, { behindCdn: true }),
    byHttp(unit, { behindCdn: false }),
  ];
  const head = ['', 'delivered per s', 'by our servers per s', 'cores', 'memory GB', 'our Gbit/s', 'CDN’s Gbit/s'];
  return [table(head, rows), formula(unit)].join('\n\n');
}

function bySocket({ updateMicroseconds, updateBytes, watcherKb }: UnitCosts, perSecond: number): string[] {
  const updates = viewers * perSecond;
  return [
    `feed, ${perSecond === 1 ? 'told once' : `told ${perSecond} times`} a second`,
    whole(updates),
    whole(updates),
    fixed((updates * updateMicroseconds) / 1e6, 1),
    fixed((viewers * watcherKb) / 2 ** 20, 1),
    fixed(gigabits(updates * updateBytes), 2),
    '–',
  ];
}

function byHttp({ readMicroseconds, readBytes }: UnitCosts, { behindCdn }: { behindCdn: boolean }): string[] {
  const asked = viewers / askEverySeconds;
  const byUs = behindCdn ? places : asked;
  return [
    `HTTP ${behindCdn ? 'behind' : 'without'} a CDN, each asks every ${askEverySeconds} s`,
    whole(asked),
    whole(byUs),
    fixed((byUs * readMicroseconds) / 1e6, 2),
    '–',
    fixed(gigabits(byUs * readBytes), 2),
    behindCdn ? fixed(gigabits(asked * readBytes), 2) : '–',
  ];
}

const gigabits = (bytes: number) => (bytes * 8) / 1e9;

function formula({ updateMicroseconds, updateBytes, watcherKb, readMicroseconds, readBytes }: UnitCosts): string {
  return (
    `Feed: cores = viewers × updates per second × ${fixed(updateMicroseconds, 1)} µs; memory = viewers × ` +
    `${fixed(watcherKb, 1)} KB; bytes = viewers × updates per second × ${whole(updateBytes)}. HTTP: a CDN asks us at most ` +
    `once a second from each of its places (${whole(places)} here), so cores = places × ${fixed(readMicroseconds, 0)} µs, and ` +
    `sends viewers ÷ ${askEverySeconds} s × ${whole(readBytes)} bytes. By multiplication from the figures above, nothing ` +
    'added for what TCP, TLS and reserve need: plan for twice that.'
  );
}
