import { expect } from 'chai';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../server/demo/seeded-random.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { callApi } from '../support/start-kindcast.js';
import { Crowd } from './support/crowd.js';
import { expectAllCountedOnce, expectPromisesKept, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';

const cuts = often(10, 150);
/** At most one order among so many is poisonous. */
const among = 500;

describe('backends terminated in the middle of batches (F4)', function () {
  this.timeout(often(60_000, 300_000));
  let database: TestDatabase;

  beforeEach(async () => {
    database = await copyDatabase();
  });
  afterEach(async () => {
    await cleanUpProcesses();
    await database.drop();
  });

  it(`${cuts} of them, and one poisonous order among ${among}: only that one is kept for a person (seed ${run.seed})`, async () => {
    const server = await startProcess({ env: onDatabase(database.url) });
    const village = await settleForFaults(server.url);
    const random = seededRandom(`${run.seed}/F4`);
    const poisonous = random.between(1, among);
    await database.asOwner((owner) =>
      owner.query(`
        CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.store_order_id = '${poisonous}' THEN RAISE EXCEPTION 'this order is poisonous'; END IF; RETURN NEW;
        END $$;
        CREATE TRIGGER poison BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION poison()`),
    );
    const crowd = new Crowd({ village, seed: run.seed, senders: 64, where: () => server.url });

    let cut = 0;
    await database.asOwner(async (owner) => {
      while (cut < cuts) {
        // Whoever is in the middle of a transaction; between two of them there is nobody.
        const terminated = await terminate(owner, random.pick(['idle in transaction', 'active']));
        cut += terminated;
        if (terminated > 0) await sleep(random.between(0, 100));
      }
    });
    await expectPromisesKept(database, crowd);
    await crowd.until(() => crowd.acknowledged.length >= among, `${among} orders are acknowledged`);
    await server.whileAlive(crowd.finish());

    expect(crowd.buried.map(({ id }) => id)).to.deep.equal([poisonous]);
    const { items } = await callApi(server.url, 'GET', '/v1/dead-letters');
    const letters = items.filter((letter: { reason: string }) => letter.reason.includes('this order is poisonous'));
    expect(letters, 'dead letters of that order, and of nothing else').to.have.length(items.length);
    await database.asOwner((owner) => owner.query('DROP FUNCTION poison() CASCADE'));
    // Oldest first, as they came.
    for (const { id } of letters.reverse()) {
      const { outcome } = await callApi(server.url, 'POST', `/v1/dead-letters/${id}/replay`);
      expect(outcome).to.be.oneOf(['counted', 'duplicate']);
    }
    await expectAllCountedOnce(
      { name: 'F4', what: 'backends terminated, one poisonous order', events: cuts },
      { crowd, village, url: server.url, books: database },
    );
  });
});

/** Cuts one connection of the server that is in this state; says how many it found. */
async function terminate(owner: pg.Client, state: string): Promise<number> {
  const { rowCount } = await owner.query(
    `SELECT pg_terminate_backend(pid) FROM (
       SELECT pid FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'kindcast recording' AND state = $1 LIMIT 1) AS victim`,
    [state],
  );
  return rowCount!;
}
