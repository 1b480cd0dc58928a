import { expect } from 'chai';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess, type ServerProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { booksBalance, type Village } from '../support/village.js';
import {
  closeWatchers,
  paidOrder,
  recordOf,
  sell,
  sellPersistently,
  settleShop,
  sums,
  totalsOf,
  watch,
  whatIsRecorded,
  type Sent,
  type Watcher,
} from './shop-floor.js';

describe('a server whose database', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let server: ServerProcess;
  let village: Village;

  beforeEach(async () => {
    database = await copyDatabase();
    server = await startProcess({ env: onDatabase(database.url) });
    village = await settleShop(server.url);
  });
  afterEach(async () => {
    closeWatchers();
    await cleanUpProcesses();
    await database.drop();
  });

  const name = () => new URL(database.url).pathname.slice(1);

  /** Works from the database next door: nobody can shut the one he is in. */
  async function fromNextDoor<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
    const owner = new pg.Client({ connectionString: new URL('/postgres', database.url).href });
    await owner.connect();
    try {
      return await work(owner);
    } finally {
      await owner.end();
    }
  }
  const letConnect = (owner: pg.Client, allowed: boolean) =>
    owner.query(`ALTER DATABASE ${name()} ALLOW_CONNECTIONS ${allowed}`);
  /** Cuts the server's connections, or those of which something is true; says which. */
  async function cut(owner: pg.Client, which = 'true'): Promise<number[]> {
    const { rows } = await owner.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity, pg_terminate_backend(pid)
       WHERE datname = $1 AND application_name LIKE 'kindcast%' AND ${which}`,
      [name()],
    );
    return rows.map(({ pid }) => pid);
  }
  const expectToComeBack = ({ status, retryAfter }: Sent) => {
    expect(status).to.equal(503);
    expect(retryAfter).to.match(/^[1-9]\d*$/);
  };

  /** Sells 200 orders, each sent until it is taken; says how often senders were told to come back. */
  async function sellAll(): Promise<number> {
    const orders = Array.from({ length: 200 }, (_, index) => paidOrder(village, 1 + index));
    const sold = await Promise.all(orders.map((order) => sellPersistently(village, order)));
    const refusals = sold.flatMap((each) => each.refusals);
    refusals.forEach(expectToComeBack);
    return refusals.length;
  }

  async function expectAllCountedOnce(watcher: Watcher): Promise<void> {
    expect(await whatIsRecorded(database)).to.deep.equal(recordOf(200));
    expect(sums(await totalsOf(server.url, village))).to.deep.equal({ given: '200.00', orders: 200, units: 200 });
    // The connection that brings the news was cut as well; the watcher is told what it missed.
    await until(() => watcher.latest && sums(watcher.latest)?.orders === 200, 'the watcher knows of all orders');
    await booksBalance(server.url);
  }

  it('cuts the connection in the middle of a batch, again and again, counts every order once (F4)', async () => {
    const watcher = await watch(server.url, `session:${village.session.id}`);
    const refusals = await database.asOwner(async (owner) => {
      // Whoever records has written its orders by then and waits for us to let it write their gifts.
      await owner.query('BEGIN');
      await owner.query('LOCK TABLE gifts IN EXCLUSIVE MODE');
      const selling = server.whileAlive(sellAll());
      const cutSoFar = new Set<number>();
      await fromNextDoor((neighbour) =>
        until(async () => {
          for (const pid of await cut(neighbour, `wait_event_type = 'Lock'`)) cutSoFar.add(pid);
          return cutSoFar.size >= 5;
        }, 'five batches are cut in the middle'),
      );
      expect((await owner.query('SELECT FROM orders')).rowCount, 'orders without their gifts').to.equal(0);
      await owner.query('COMMIT');
      return selling;
    });
    expect(refusals).to.be.at.least(5);
    await expectAllCountedOnce(watcher);
  });

  it('cuts all connections at any moment counts every order once (F4)', async () => {
    const watcher = await watch(server.url, `session:${village.session.id}`);
    const selling = server.whileAlive(sellAll());
    await database.asOwner(async (owner) => {
      for (let cuts = 0; cuts < 15; cuts += 1) {
        await cut(owner);
        await sleep(Math.random() * 60);
      }
    });
    await selling;
    await expectAllCountedOnce(watcher);
  });

  it('cuts the connection that brings the news tells watchers afterwards what they missed', async () => {
    const watcher = await watch(server.url, `session:${village.session.id}`);
    const orders = await fromNextDoor(async (owner) => {
      const feed = `application_name = 'kindcast feed'`;
      // Until an order has certainly been recorded while nobody listened.
      for (let sold = 1; ; sold += 1) {
        await until(async () => (await cut(owner, feed)).length, 'the feed is cut');
        await until(async () => (await listening(owner)) === 0, 'the feed is gone');
        await sellPersistently(village, paidOrder(village, sold));
        if ((await listening(owner)) === 0) return sold;
      }
    });
    await until(() => watcher.latest && sums(watcher.latest)?.orders === orders, 'the watcher knows of all orders');

    async function listening(owner: pg.Client): Promise<number> {
      const feeds = `SELECT FROM pg_stat_activity WHERE datname = $1 AND application_name = 'kindcast feed'`;
      return (await owner.query(feeds, [name()])).rowCount!;
    }
  });

  it('is away asks senders to come back, is not ready but alive, and counts again soon after it is back', async () => {
    expect((await sell(village, paidOrder(village, 1))).body.outcome).to.equal('counted');
    const status = async (path: string) => (await fetch(server.url + path)).status;
    const second = paidOrder(village, 2);
    await fromNextDoor(async (owner) => {
      await letConnect(owner, false);
      await cut(owner);
      for (let tries = 0; tries < 3; tries += 1) expectToComeBack(await sell(village, second));
      // A shop it has not met yet it cannot even look up.
      expectToComeBack(await sell({ ...village, domain: 'unknown.myshopify.com' }, second));
      expect(await status('/readyz')).to.equal(503);
      expect(await status('/healthz')).to.equal(200);
      await letConnect(owner, true);
    });
    const since = performance.now();
    expect((await sellPersistently(village, second)).outcome).to.equal('counted');
    expect(await status('/readyz')).to.equal(200);
    expect(performance.now() - since).to.be.lessThan(10_000);
    expect(await whatIsRecorded(database)).to.deep.equal(recordOf(2));
    await booksBalance(server.url);
  });

  it('is away still ends well when told to', async () => {
    await fromNextDoor(async (owner) => {
      await letConnect(owner, false);
      await cut(owner);
      expectToComeBack(await sell(village, paidOrder(village, 1)));
      const end = await server.end('SIGTERM');
      expect(end).to.include({ code: 0, stderr: '' });
      expect(end.ms).to.be.lessThan(10_000);
      await letConnect(owner, true);
    });
  });

  it('lets it in only while it is ending still ends well', async () => {
    const watcher = await watch(server.url, `session:${village.session.id}`);
    const end = await fromNextDoor(async (owner) => {
      await owner.query('BEGIN');
      // Whoever connects from now on waits at the door.
      await owner.query('LOCK TABLE pg_authid IN ACCESS EXCLUSIVE MODE');
      await cut(owner, `application_name = 'kindcast feed'`);
      await until(async () => {
        await owner.query('SELECT pg_stat_clear_snapshot()');
        return (await owner.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)).rowCount;
      }, 'the feed is back at the door');
      const ending = server.end('SIGTERM');
      await until(() => !watcher.socket.connected, 'it is ending');
      await owner.query('COMMIT');
      return ending;
    });
    expect(end).to.include({ code: 0, stderr: '' });
    expect(end.ms).to.be.lessThan(10_000);
  });
});
