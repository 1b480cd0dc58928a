import { expect } from 'chai';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { Crowd } from './support/crowd.js';
import { openLine, type Line } from './support/line.js';
import { startOwnDatabase, type OwnDatabase } from './support/own-database.js';
import { expectAllCountedOnce, expectPromisesKept, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';

const restarts = often(1, 10);
/** Promised: once the database lets anybody in again, orders are counted within this time. */
const backMsMax = 10_000;

describe('a database that is restarted at once, under load (F3)', function () {
  this.timeout(often(60_000, 300_000));
  let database: OwnDatabase;
  let line: Line;

  before(async () => {
    database = await startOwnDatabase();
    line = await openLine(database.url);
  });
  after(async () => {
    await cleanUpProcesses();
    await line.close();
    await database.remove();
  });

  it(`${restarts} times: 503 meanwhile, no false 200, and the server counts again within 10 s (seed ${run.seed})`, async () => {
    const server = await startProcess({ env: onDatabase(line.url) });
    const village = await settleForFaults(server.url);
    const crowd = new Crowd({ village, seed: run.seed, senders: 16, where: () => server.url });
    const status = async (path: string) => (await fetch(server.url + path)).status;

    for (let restarted = 0; restarted < restarts; restarted += 1) {
      await crowd.acknowledges(50);
      await database.stopImmediately();
      const acknowledged = crowd.acknowledged.length;
      const refused = crowd.refused;
      await crowd.until(() => crowd.refused > refused + 20, 'senders are asked to come back');
      expect(crowd.acknowledged.length, 'nothing can be acknowledged without a database').to.be.at.most(
        acknowledged + 16, // answers that were on their way
      );
      await crowd.until(async () => (await status('/readyz')) === 503, '/readyz is red');
      expect(await status('/healthz')).to.equal(200);

      await database.startAgain();
      line.leadTo(database.url);
      const since = performance.now();
      await crowd.acknowledges(20, backMsMax);
      await crowd.until(async () => (await status('/readyz')) === 200, 'the server is ready');
      expect(performance.now() - since).to.be.lessThan(backMsMax);
      await expectPromisesKept(database, crowd);
    }
    await server.whileAlive(crowd.finish());
    await expectAllCountedOnce(
      { name: 'F3', what: 'database restarted at once', events: restarts },
      { crowd, village, url: server.url, books: database },
    );
  });
});
