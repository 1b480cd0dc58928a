import { expect } from 'chai';
import { databaseProbe } from '../../../server/ops/database-probe.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';

describe('readiness', () => {
  let kindcast: Kindcast;
  beforeEach(async () => {
    kindcast = await startKindcast();
  });
  afterEach(() => kindcast.stop());

  const name = () => new URL(kindcast.testDatabase.url).pathname.slice(1);
  /** As an administrator does it: for all connections from now on, and the old ones are cut. */
  const letWrite = (allowed: boolean) =>
    kindcast.testDatabase.asOwner(async (owner) => {
      await owner.query('SET default_transaction_read_only = off');
      await owner.query(`ALTER DATABASE ${name()} SET default_transaction_read_only = ${allowed ? 'off' : 'on'}`);
      await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
        [name()],
      );
    });

  it('is red while the database may only be read, and green again at once', async () => {
    const ready = async () => (await fetch(`${kindcast.url}/readyz`)).status;
    expect(await ready()).to.equal(200);
    // What was seen a moment ago is believed for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await letWrite(false);
    expect(await ready()).to.equal(503);
    await letWrite(true);
    expect(await ready()).to.equal(200);
  });

  it('is asked of the database once, however many ask, and leaves no setting behind', async () => {
    const { intake: pool } = kindcast.database.pools;
    let asked = 0;
    pool.on('acquire', () => (asked += 1));
    const isReady = databaseProbe(pool);
    expect(await Promise.all(Array.from({ length: 50 }, isReady))).to.deep.equal(Array(50).fill(true));
    expect(await isReady()).to.equal(true);
    expect(asked).to.equal(1);
    const { rows } = await pool.query('SHOW work_mem');
    expect(rows[0].work_mem).to.equal('4MB');
  });

  it('is proven by room on the disk of the tables and by a commit that reached the disk', async () => {
    const { intake: pool } = kindcast.database.pools;
    const seen = async () => {
      const { rows } = await kindcast.testDatabase.asOwner(async (owner) => {
        await owner.query('SELECT pg_stat_force_next_flush()');
        return owner.query(
          `SELECT temp_bytes, pg_current_wal_flush_lsn() - '0/0' AS flushed FROM pg_stat_database
           WHERE datname = current_database()`,
        );
      });
      return { temporary: parseInt(rows[0].temp_bytes, 10), flushed: parseInt(rows[0].flushed, 10) };
    };
    await pool.query('SET synchronous_commit = on');
    const before = await seen();
    expect(await databaseProbe(pool)()).to.equal(true);
    await pool.query('SELECT pg_stat_force_next_flush()');
    const after = await seen();
    expect(after.temporary - before.temporary).to.be.at.least(2_000_000);
    expect(after.flushed).to.be.greaterThan(before.flushed);
  });
});
