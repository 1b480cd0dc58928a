import { expect } from 'chai';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { Crowd } from './support/crowd.js';
import { openLine, type Line } from './support/line.js';
import { startOwnDatabase, type OwnDatabase } from './support/own-database.js';
import { expectAllCountedOnce, expectPromisesKept, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';
import { mountSmallDisk, type SmallDisk } from './support/small-disk.js';

const times = often(1, 5);
/** A database with nothing in it takes 60 MB, its log 64 MB at most; the rest is for orders. */
const diskMb = 400;

describe('a disk that is full, under load (F16)', function () {
  this.timeout(often(60_000, 300_000));
  let disk: SmallDisk;
  let database: OwnDatabase;
  let line: Line;

  beforeEach(async function () {
    const mounted = mountSmallDisk(diskMb);
    if (typeof mounted === 'string') {
      process.stdout.write(`  F16 (disk full) is left out: ${mounted}.\n`);
      return this.skip();
    }
    disk = mounted;
    database = await startOwnDatabase({ folder: disk.folder });
    line = await openLine(database.url);
  });
  afterEach(async () => {
    await cleanUpProcesses();
    await line?.close();
    await database?.remove();
    disk?.remove();
  });

  const ways: [string, () => Promise<void>][] = [
    ['for orders', async () => undefined],
    ['for the log as well, which PostgreSQL does not survive', () => useUpLog(database)],
  ];
  for (const [what, further] of ways)
    it(`${what}, ${times} times: orders are refused, /readyz is red; with room again all are counted (seed ${run.seed})`, async () => {
      const server = await startProcess({ env: onDatabase(line.url) });
      const village = await settleForFaults(server.url);
      const crowd = new Crowd({ village, seed: run.seed, senders: 16, where: () => server.url });
      const status = async (path: string) => (await fetch(server.url + path)).status;
      const isReady = async () => (await status('/readyz')) === 200;

      for (let filled = 0; filled < times; filled += 1) {
        await crowd.acknowledges(50);
        await crowd.until(isReady, 'the server is ready');
        const refused = crowd.refused;
        disk.fill();
        await further();
        await crowd.until(() => crowd.refused > refused + 50, 'orders are refused');
        await crowd.until(async () => !(await isReady()), '/readyz is red');
        expect(await status('/healthz')).to.equal(200);

        disk.free();
        await crowd.until(async () => {
          // A log that cannot be written ends PostgreSQL; then whoever runs it starts it again.
          await database.startAgain();
          line.leadTo(database.url);
          return isReady();
        }, 'the server is ready again');
        await crowd.acknowledges(20);
        await expectPromisesKept(database, crowd);
      }
      await server.whileAlive(crowd.finish());
      await expectAllCountedOnce(
        { name: 'F16', what: `disk full ${what.split(',')[0]}`, events: times },
        { crowd, village, url: server.url, books: database },
      );
    });
});

/** Begins one file of the log after the other, until there is none left to begin. */
async function useUpLog(database: OwnDatabase): Promise<void> {
  const begin = `SELECT pg_logical_emit_message(false, 'faults', 'full'), pg_switch_wal()`;
  await until(
    () =>
      database
        .asOwner(async (owner) => {
          await owner.query(begin);
          return false;
        })
        .catch(() => true),
    'the log is full',
  );
}
