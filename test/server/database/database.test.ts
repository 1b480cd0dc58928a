import { expect } from 'chai';
import type pg from 'pg';
import { pino } from 'pino';
import { openDatabase, openRecordingPool, type Database } from '../../../server/database/database.js';
import { warnOfWeakDurability } from '../../../server/database/durability.js';
import { addressOfUrl } from '../../../server/database/roles.js';
import { copyDatabase, type TestDatabase } from '../../support/one-database-server.js';
import { startKindcast } from '../../support/start-kindcast.js';

describe('connections to the database', function () {
  this.timeout(30_000);
  let test: TestDatabase;
  let database: Database;
  let recording: pg.Pool;

  beforeEach(async () => {
    test = await copyDatabase();
    // As an operator may write it: with options of his own, which must not cost the server its role.
    const address = addressOfUrl(`${test.url}?options=-c%20work_mem%3D8MB`).roles;
    database = openDatabase(address, () => undefined);
    recording = openRecordingPool(address, () => undefined);
  });
  afterEach(async () => {
    await Promise.all([database.close(), recording.end()]);
    await test.drop();
  });

  async function settingsOf(pool: pg.Pool, names: string[]): Promise<Record<string, string>> {
    const { rows } = await pool.query<{ name: string; setting: string }>(
      'SELECT name, current_setting(name) AS setting FROM unnest($1::text[]) AS name',
      [names],
    );
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  }

  it('work each as the role they need and have limits that fit their purpose', async () => {
    const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'role', 'work_mem'];
    for (const [name, pool] of Object.entries(database.pools))
      expect(await settingsOf(pool, limits), name).to.deep.equal({
        statement_timeout: '30s',
        lock_timeout: '5s',
        idle_in_transaction_session_timeout: '1min',
        role: `kindcast_${name}`,
        work_mem: '8MB',
      });
    expect(await settingsOf(recording, [...limits, 'enable_seqscan', 'plan_cache_mode'])).to.deep.equal({
      statement_timeout: '10s',
      lock_timeout: '4s',
      idle_in_transaction_session_timeout: '10s',
      role: 'kindcast_intake',
      work_mem: '8MB',
      enable_seqscan: 'off',
      plan_cache_mode: 'force_generic_plan',
    });
    const { rows } = await database.knex.raw(
      `SELECT current_setting('lock_timeout') AS lock, current_user AS who, current_setting('role') AS role`,
    );
    expect(rows[0]).to.deep.equal({ lock: '5s', who: 'kindcast_server', role: 'kindcast_server' });
  });

  it('for recording are free when all others are taken', async () => {
    const taken = Array.from({ length: 10 }, () => database.pools.public.query('SELECT pg_sleep(1)'));
    expect((await recording.query('SELECT 1 AS one')).rows).to.deep.equal([{ one: 1 }]);
    expect(database.pools.public.waitingCount, 'others still wait').to.be.greaterThan(0);
    await Promise.all(taken);
  });

  it('are told of in the log when what they acknowledge may be lost', async () => {
    const lines: { setting: string; msg: string }[] = [];
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
    // The databases of tests give up safety for speed, so all three are off.
    await warnOfWeakDurability(database.pools.public, log);
    expect(lines.map(({ setting }) => setting)).to.deep.equal(['fsync', 'full_page_writes', 'synchronous_commit']);
    for (const { msg } of lines) expect(msg).to.match(/^PostgreSQL runs with \w+ off: .*; see docs\/operating\.md\.$/);
  });
});

describe('a request that writes', function () {
  this.timeout(30_000);

  /** PostgreSQL calls the first so many tries of making a charity a deadlock. */
  async function stumble(test: TestDatabase, times: number): Promise<void> {
    await test.asOwner((owner) =>
      owner.query(`CREATE SEQUENCE stumbles;
        GRANT USAGE ON stumbles TO kindcast_server;
        CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF nextval('stumbles') <= ${times} THEN RAISE 'deadlock detected' USING ERRCODE = '40P01'; END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER stumble BEFORE INSERT ON organisations FOR EACH ROW EXECUTE FUNCTION stumble()`),
    );
  }
  const triesOf = (test: TestDatabase) =>
    test.asOwner(async (owner) => (await owner.query('SELECT last_value::int AS tries FROM stumbles')).rows[0].tries);

  it('is tried again after a deadlock, and is done once', async () => {
    const kindcast = await startKindcast();
    await stumble(kindcast.testDatabase, 2);
    const { id } = await kindcast.call('POST', '/v1/charities', { name: 'Rural Lunch' }, 201);
    expect(id).to.be.a('string');
    expect(await triesOf(kindcast.testDatabase)).to.equal(3);
    const { rows } = await kindcast.testDatabase.pool.query('SELECT id FROM organisations');
    expect(rows).to.deep.equal([{ id }]);
    await kindcast.stop();
  });

  it('is told to come back when that goes on and on', async () => {
    const kindcast = await startKindcast();
    await stumble(kindcast.testDatabase, 1_000);
    const problem = await kindcast.call('POST', '/v1/charities', { name: 'Rural Lunch' }, 503);
    expect(problem.title).to.match(/try again shortly/);
    expect(await triesOf(kindcast.testDatabase)).to.equal(4);
    await kindcast.stop();
  });
});
