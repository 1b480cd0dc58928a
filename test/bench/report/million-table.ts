import type { FeedResult } from '../feed/run-feed.js';
import { costsOf, heartbeatOf, memoryOf, stretchesOf, watchersOf } from './feed-figures.js';
import { fixed, median, table, whole } from './figures.js';

/** What one of each thing costs, measured. */
export interface UnitCosts {
  updateMicroseconds: number;
  updateBytes: number;
  watcherKb: number;
  heartbeatMicroseconds: number;
  /** How often each watcher is asked whether it is still there. */
  heartbeatsPerSecond: number;
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
  const hot = { server: 'ours', spread: 'hot', watchers } as const;
  const beats = result.heartbeats.filter(({ server }) => server === 'ours');
  const reads = result.reads.filter(({ kind }) => kind === '200 busy');
  return {
    updateMicroseconds: median(costsOf(result, hot)),
    updateBytes: median(stretchesOf(result, hot).map(({ heard }) => heard.bytes / heard.updates)),
    watcherKb: memoryOf(result, { server: 'ours', watchers }),
    heartbeatMicroseconds: heartbeatOf(result, 'ours'),
    heartbeatsPerSecond: median(beats.map(({ pings, seconds }) => pings / seconds / watchers)),
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
  const head = ['', 'delivered per s', 'by our servers per s', 'cores', 'memory GB', 'our Gbit/s', 'Gbit/s of the CDN'];
  return [table(head, rows), formula(unit)].join('\n\n');
}

function bySocket(unit: UnitCosts, perSecond: number): string[] {
  const updates = viewers * perSecond;
  const beats = viewers * unit.heartbeatsPerSecond;
  const microseconds = updates * unit.updateMicroseconds + beats * unit.heartbeatMicroseconds;
  return [
    `feed, ${perSecond === 1 ? 'told once' : `told ${perSecond} times`} a second`,
    whole(updates),
    whole(updates),
    fixed(microseconds / 1e6, 1),
    fixed((viewers * unit.watcherKb) / 2 ** 20, 1),
    fixed(gigabits(updates * unit.updateBytes), 2),
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

function formula(unit: UnitCosts): string {
  return (
    `Feed: cores = viewers × (updates per second × ${fixed(unit.updateMicroseconds, 1)} µs + heartbeats per second ` +
    `${fixed(unit.heartbeatsPerSecond, 3)} × ${fixed(unit.heartbeatMicroseconds, 1)} µs); memory = viewers × ` +
    `${fixed(unit.watcherKb, 1)} KB; bytes = viewers × updates per second × ${whole(unit.updateBytes)}. HTTP: a CDN asks us ` +
    `at most once a second from each of its places (${whole(places)} here), so cores = places × ` +
    `${fixed(unit.readMicroseconds, 0)} µs, and sends viewers ÷ ${askEverySeconds} s × ${whole(unit.readBytes)} bytes. By ` +
    'multiplication from the figures above; nothing is added for TCP, TLS and reserve: plan for twice that.'
  );
}
