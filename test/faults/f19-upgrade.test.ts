import { expect } from 'chai';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, runToEnd, startProcess, type ServerProcess } from '../support/server-process.js';
import { Crowd } from './support/crowd.js';
import { expectAllCountedOnce, expectPromisesKept, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';

const servers = 2;
/** How often every server is replaced by a new one. */
const rounds = often(1, 10);
const endMsMax = 10_000;

describe('an upgrade under load (F19)', function () {
  this.timeout(often(60_000, 300_000));
  let database: TestDatabase;

  beforeEach(async () => {
    database = await copyDatabase();
  });
  afterEach(async () => {
    await cleanUpProcesses();
    await database.drop();
  });

  const start = () => startProcess({ env: onDatabase(database.url) });
  /** What the migrations of a newer version leave behind in the database. */
  const migrateToTheFuture = () =>
    database.asOwner((owner) =>
      owner.query(`INSERT INTO knex_migrations (name, batch, migration_time) VALUES ('901-of-the-future', 2, now())`),
    );

  it(`server by server, ${rounds * servers} times, loses no order; each old one ends well and in time (seed ${run.seed})`, async () => {
    const serving = await Promise.all(Array.from({ length: servers }, start));
    const village = await settleForFaults(serving[0]!.url);
    let turn = 0;
    // As a load balancer does it: in turn to those that serve now.
    const crowd = new Crowd({
      village,
      seed: run.seed,
      senders: 24,
      where: () => serving[(turn += 1) % serving.length]!.url,
    });
    for (let replaced = 0; replaced < rounds * servers; replaced += 1) {
      await crowd.acknowledges(50);
      serving.push(await start());
      const old = serving.shift()!;
      const { ms, ...end } = await old.end('SIGTERM');
      expect(end).to.include({ code: 0, stderr: '' });
      expect(ms).to.be.lessThan(endMsMax);
      await expectPromisesKept(database, crowd);
    }
    await crowd.acknowledges(50);
    await crowd.finish();
    await expectAllCountedOnce(
      { name: 'F19', what: 'rolling restart', events: rounds * servers },
      { crowd, village, url: serving[0]!.url, books: database },
    );
  });

  it('that migrated the database lets no old server start on it, while those that run go on', async () => {
    const running: ServerProcess = await start();
    const village = await settleForFaults(running.url);
    const crowd = new Crowd({ village, seed: run.seed, senders: 8, where: () => running.url });
    await crowd.acknowledges(20);
    await migrateToTheFuture();

    const { code, stdout, stderr } = await runToEnd({ env: onDatabase(database.url) });
    expect(stderr).to.match(/^This database was set up by a newer Kindcast [^\n]*901-of-the-future[^\n]*\.\n$/);
    expect(stdout).to.equal('');
    expect(code).to.equal(2);

    await crowd.acknowledges(20);
    await running.whileAlive(crowd.finish());
    await expectAllCountedOnce(
      { name: 'F19', what: 'newer schema refused', events: 1 },
      { crowd, village, url: running.url, books: database },
    );
  });
});
