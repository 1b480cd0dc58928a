import { expect } from 'chai';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { Crowd } from './support/crowd.js';
import { openLine, type Line } from './support/line.js';
import { expectAllCountedOnce, expectPromisesKept, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';

const kills = often(2, 20);

/**
 * Where the line to the database tells that a batch is about to be committed, or has just been: no part of the server
 * has to know about it.
 */
const moments = {
  'before its commit reaches the database': 'server',
  'after the commit, before anybody is answered': 'database',
} as const;

describe('a server killed while a batch is committed, under load (F2)', function () {
  this.timeout(often(60_000, 300_000));
  let database: TestDatabase;
  let line: Line;

  beforeEach(async () => {
    database = await copyDatabase();
    line = await openLine(database.url);
  });
  afterEach(async () => {
    await cleanUpProcesses();
    await line.close();
    await database.drop();
  });

  for (const [when, side] of Object.entries(moments))
    it(`${when}, ${kills} times, loses no order and counts none twice (seed ${run.seed})`, async () => {
      const start = () => startProcess({ env: onDatabase(line.url) });
      let server = await start();
      const village = await settleForFaults(server.url);
      const crowd = new Crowd({ village, seed: run.seed, senders: 16, where: () => server.url });

      for (let killed = 0; killed < kills; killed += 1) {
        await crowd.acknowledges(20);
        line.listen = (chunk, from) => {
          if (from !== side || !chunk.includes('COMMIT\0')) return 'pass';
          // The line holds this moment fast until the server is gone.
          process.kill(server.pid, 'SIGKILL');
          line.listen = () => 'withhold';
          return 'withhold';
        };
        expect(await server.ended).to.include({ signal: 'SIGKILL' });
        line.listen = undefined;
        await expectPromisesKept(database, crowd);
        server = await start();
      }
      await crowd.finish();
      await expectAllCountedOnce(
        { name: 'F2', what: `killed ${when}`, events: kills },
        { crowd, village, url: server.url, books: database },
      );
    });
});
