import { expect } from 'chai';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { Crowd } from './support/crowd.js';
import { allShow } from './support/all-show.js';
import { expectAllCountedOnce, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';
import { endWatchers, startWatchers } from './support/watchers.js';

const ours = often(10, 50);
const watching = often(200, 2_000);
/** The harder one for its successor: all are sent away in the same moment, and told why. */
const orderly = ['goes in an orderly way', 'SIGTERM'] as const;
const killed = ['is killed', 'SIGKILL'] as const;
/** Promised: so long after the server went, everyone watches again. */
const backMsMax = 30_000;
/** Those who come back at once come within five seconds; were they not spread, one second would see them all. */
const shareOfOneSecondMax = 0.6;

describe('a restart with many watchers (F14)', function () {
  this.timeout(often(90_000, 180_000));
  let database: TestDatabase;
  beforeEach(async () => {
    database = await copyDatabase();
  });
  afterEach(async () => {
    await endWatchers();
    await cleanUpProcesses();
    await database.drop();
  });

  for (const [how, signal] of often([orderly], [orderly, killed]))
    it(`that ${how}: ${watching} are back within 30 s, spread out, and show what is true (seed ${run.seed})`, async () => {
      let server = await startProcess({ env: onDatabase(database.url) });
      const village = await settleForFaults(server.url);
      const topics = [`session:${village.session.id}`];
      const watchers = startWatchers();
      await watchers.watch(server.url, topics, 'ours', ours);
      await watchers.watch(server.url, topics, 'light', watching - ours);
      const crowd = new Crowd({ village, seed: run.seed, senders: 4, where: () => server.url });
      await crowd.acknowledges(20);

      await watchers.begin();
      const wentAt = Date.now();
      await server.end(signal);
      server = await startProcess({ env: onDatabase(database.url, { PORT: new URL(server.url).port }) });
      let backAt: number[] = [];
      await crowd.until(
        async () => {
          await sleep(200);
          const report = await watchers.report();
          ({ backAt } = report);
          return report.watching === watching && backAt.length === watching;
        },
        'all are back',
        backMsMax + 10_000,
      );
      const afterMs = backAt.map((at) => at - wentAt);
      expect(Math.max(...afterMs), 'ms until the last was back').to.be.lessThan(backMsMax);
      const perSecond = new Map<number, number>();
      for (const ms of afterMs) perSecond.set(Math.floor(ms / 1_000), (perSecond.get(Math.floor(ms / 1_000)) ?? 0) + 1);
      expect(Math.max(...perSecond.values()), spread(perSecond)).to.be.lessThan(shareOfOneSecondMax * watching);
      if (run.isFull) process.stdout.write(`      back, by second after the blow: ${spread(perSecond)}\n`);

      await crowd.acknowledges(20);
      await server.whileAlive(crowd.finish());
      await allShow(watchers, server.url, village, { count: watching });
      await expectAllCountedOnce(
        { name: 'F14', what: `${watching} watchers, server ${how}`, events: 1 },
        { crowd, village, url: server.url, books: database },
      );
    });
});

const spread = (perSecond: ReadonlyMap<number, number>): string =>
  [...perSecond]
    .sort(([a], [b]) => a - b)
    .map(([second, count]) => `${second} s: ${count}`)
    .join(', ');
