import { expect } from 'chai';
import pg from 'pg';
import { againWhenInTheWay } from '../../../server/database/again.js';
import { troubleOf } from '../../../server/database/database-errors.js';
import { copyDatabase, type TestDatabase } from '../../support/one-database-server.js';
import { until } from '../../support/until.js';

describe('what an error of the database means', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  let one: pg.Client;
  let other: pg.Client;

  beforeEach(async () => {
    database = await copyDatabase();
    [one, other] = [await connect(), await connect()];
    await one.query(`CREATE TABLE jars (id int PRIMARY KEY, honey int CHECK (honey >= 0));
                     INSERT INTO jars VALUES (1, 10), (2, 10)`);
  });
  afterEach(async () => {
    await Promise.all([one.end(), other.end()].map((ending) => ending.catch(() => undefined)));
    await database.drop();
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(database.address.owner);
    // A connection that the database cuts says so as an event as well.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
  const backend = (client: pg.Client) => (client as unknown as { processID: number }).processID;
  const take = (client: pg.Client, id: number) => client.query('UPDATE jars SET honey = honey - 1 WHERE id = $1', [id]);
  const failing = async (work: Promise<unknown>): Promise<{ code?: string }> =>
    work.then(
      () => expect.fail('it did not fail'),
      (error: { code?: string }) => error,
    );
  /** What happens, the code PostgreSQL has for it, and what it means. */
  const cases: [string, string, ReturnType<typeof troubleOf>, () => Promise<unknown>][] = [
    [
      'a lock was not to be had in time',
      '55P03',
      'try-again',
      async () => {
        await one.query('BEGIN');
        await take(one, 1);
        await other.query(`SET lock_timeout = 50`);
        await take(other, 1);
      },
    ],
    [
      'somebody else changed what we had read',
      '40001',
      'try-again',
      async () => {
        await one.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT * FROM jars');
        await take(other, 1);
        await take(one, 1);
      },
    ],
    [
      'a statement took too long',
      '57014',
      'away',
      async () => {
        await one.query('SET statement_timeout = 50');
        await one.query('SELECT pg_sleep(5)');
      },
    ],
    [
      'we slept in the middle of a transaction',
      '25P03',
      'try-again',
      async () => {
        const cut = new Promise((_, reject) => one.once('error', reject));
        await one.query('SET idle_in_transaction_session_timeout = 50; BEGIN');
        await cut;
      },
    ],
    [
      'an operator ended our connection',
      '57P01',
      'away',
      async () => {
        const cut = failing(one.query('SELECT pg_sleep(5)'));
        await other.query('SELECT pg_terminate_backend($1)', [backend(one)]);
        throw await cut;
      },
    ],
    [
      'a migration beside us changed what a prepared statement returns',
      '0A000',
      'away',
      async () => {
        const all = { name: 'all-jars', text: 'SELECT * FROM jars' };
        await one.query(all);
        await other.query('ALTER TABLE jars ADD COLUMN tea int');
        await one.query(all);
      },
    ],
    [
      'the table is not there yet, or no more',
      '42P01',
      'away',
      async () => {
        await one.query('SELECT * FROM barrels');
      },
    ],
    [
      'there is such a row already',
      '23505',
      'raced',
      async () => {
        await one.query('INSERT INTO jars VALUES (1, 1)');
      },
    ],
    [
      'the row may not be so',
      '23514',
      'refused',
      async () => {
        await one.query('INSERT INTO jars VALUES (3, -1)');
      },
    ],
    [
      'the text cannot be stored',
      '22021',
      'refused',
      async () => {
        await one.query('SELECT $1::text', ['\u0000']);
      },
    ],
  ];
  for (const [what, code, means, happen] of cases)
    it(`${what}: ${code}, ${means}`, async () => {
      const error = await failing(happen());
      expect(error.code).to.equal(code);
      expect(troubleOf(error)).to.equal(means);
    });

  it('lets both of two transactions through that stood in each other’s way', async () => {
    const takeBoth = (client: pg.Client, first: number, second: number, meet: () => Promise<unknown>) => {
      let tries = 0;
      return againWhenInTheWay(async () => {
        tries += 1;
        await client.query('BEGIN');
        try {
          await take(client, first);
          if (tries === 1) await meet();
          await take(client, second);
          await client.query('COMMIT');
        } catch (error) {
          await client.query('ROLLBACK');
          throw error;
        }
        return tries;
      });
    };
    let arrived = 0;
    const meet = async () => {
      arrived += 1;
      await until(() => arrived === 2, 'both have their first jar');
    };
    const tries = await Promise.all([takeBoth(one, 1, 2, meet), takeBoth(other, 2, 1, meet)]);
    expect(tries.sort()).to.deep.equal([1, 2]);
    const { rows } = await one.query<{ honey: number }>('SELECT honey FROM jars');
    expect(rows).to.deep.equal([{ honey: 8 }, { honey: 8 }]);
  });

  it('gives up after a few tries, and at once when trying again cannot help', async () => {
    await one.query('BEGIN');
    await take(one, 1);
    await other.query('SET lock_timeout = 20');
    let tries = 0;
    const stubborn = failing(
      againWhenInTheWay(() => {
        tries += 1;
        return take(other, 1);
      }),
    );
    expect((await stubborn).code).to.equal('55P03');
    expect(tries).to.equal(4);
    tries = 0;
    await failing(
      againWhenInTheWay(() => {
        tries += 1;
        return other.query('INSERT INTO jars VALUES (3, -1)');
      }),
    );
    expect(tries).to.equal(1);
  });
});
