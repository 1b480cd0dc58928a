import { expect } from 'chai';
import { connect } from 'node:net';
import { once } from 'node:events';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import {
  cleanUpProcesses,
  onDatabase,
  processesIn,
  startProcess,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.js';
import { until } from '../support/until.js';
import { callApi, operatorKey } from '../support/start-kindcast.js';
import { booksBalance, type Village } from '../support/village.js';
import { closeWatchers, paidOrder, recordOf, sell, settleShop, totalsOf, watch, whatIsRecorded } from './shop-floor.js';

const endMsMax = 10_000;

describe('a server with a database of its own, when told to end', function () {
  this.timeout(60_000);
  let data: string;
  let village: Village | undefined;
  let sold = 0;
  const acknowledged: number[] = [];

  before(() => {
    data = temporaryFolder();
  });
  after(cleanUpProcesses);

  const start = () => startProcess({ env: { KINDCAST_DATA: data, KINDCAST_OPERATOR_KEY: operatorKey } });

  /** Twenty senders that go on until the server is gone, each noting which orders it was promised. */
  async function sellUntilItEnds(server: ServerProcess): Promise<void> {
    const at = { ...village!, url: server.url };
    const sender = async () => {
      for (;;) {
        const order = paidOrder(at, (sold += 1));
        const sent = await sell(at, order).catch(() => undefined);
        if (sent?.status === 200) acknowledged.push(order.id);
        else if (sent?.status !== 503) return;
      }
    };
    await Promise.all(Array.from({ length: 20 }, sender));
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    it(`by ${signal} amid orders, ends with 0 in time and leaves no process; what it acknowledged is there`, async () => {
      let server = await start();
      village ??= await settleShop(server.url);
      const selling = sellUntilItEnds(server);
      const before = acknowledged.length;
      await until(() => acknowledged.length >= before + 100, '100 orders are acknowledged');
      expect(processesIn(data), 'postgres runs').to.not.be.empty;
      const { ms, ...end } = await server.end(signal);
      await selling;
      expect(end).to.include({ code: 0, stderr: '' });
      expect(ms).to.be.lessThan(endMsMax);
      expect(processesIn(data)).to.deep.equal([]);

      server = await start();
      const { totals } = await totalsOf(server.url, village);
      expect(totals[0]!.orders).to.be.at.least(acknowledged.length);
      for (let at = 0; at < acknowledged.length; at += 50)
        await Promise.all(
          acknowledged
            .slice(at, at + 50)
            .map((id) => callApi(server.url, 'GET', `/v1/orders/${village!.shopId}/${id}`, undefined, 200)),
        );
      await booksBalance(server.url);
      await server.end('SIGTERM');
    });

  it('by the end of its database, says so in one line, fails with 1 and leaves no process', async () => {
    const server = await start();
    for (const pid of processesIn(data)) process.kill(pid, 'SIGKILL');
    const { code, stderr } = await server.ended;
    expect(stderr).to.match(/^The embedded database has ended[^\n]*\n$/);
    expect(code).to.equal(1);
    expect(processesIn(data)).to.deep.equal([]);
  });
});

describe('a server on DATABASE_URL, when told to end', function () {
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

  it('answers the orders it has taken, and only once they are on disk', async () => {
    // The batch cannot go on before we let it; the signal comes while some orders are being recorded and others wait.
    const sellSome = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => sell(village, paidOrder(village, from + index)));
    const [answers, end] = await database.asOwner(async (owner) => {
      await owner.query('BEGIN');
      await owner.query('LOCK TABLE gifts IN EXCLUSIVE MODE');
      const taken = sellSome(0, 1);
      await until(() => database.asOwner(batchWaits), 'a batch is being recorded');
      taken.push(...sellSome(1, 20));
      let answered = 0;
      for (const answer of taken) void answer.then(() => (answered += 1));
      await until(async () => /^kindcast_deliveries_received_total 20$/m.test(await metrics()), 'all have arrived');
      const ending = server.end('SIGTERM');
      await until(async () => (await fetch(`${server.url}/readyz`)).status === 503, 'it is stopping');
      expect((await sell(village, paidOrder(village, 100))).status, 'takes no more').to.equal(503);
      expect(await whatIsRecorded(database)).to.deep.equal(recordOf(0));
      expect(answered).to.equal(0);
      await owner.query('COMMIT');
      return [await Promise.all(taken), await ending] as const;
    });
    expect(answers.map(({ body }) => body.outcome)).to.deep.equal(answers.map(() => 'counted'));
    expect(end).to.include({ code: 0, stderr: '' });
    expect(end.ms).to.be.lessThan(endMsMax);
    expect(await whatIsRecorded(database)).to.deep.equal(recordOf(20));

    async function metrics() {
      return (await fetch(`${server.url}/metrics`)).text();
    }
    async function batchWaits(client: { query(text: string): Promise<{ rowCount: number | null }> }) {
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return (await client.query(waiting)).rowCount;
    }
  });

  it('waits neither for watchers nor for a sender who never finishes his request', async () => {
    const watcher = await watch(server.url, `session:${village.session.id}`);
    const { hostname, port } = new URL(server.url);
    const slow = connect(parseInt(port, 10), hostname);
    slow.on('error', () => undefined);
    await once(slow, 'connect');
    slow.write('POST /webhooks/shopify HTTP/1.1\r\nHost: kindcast\r\nContent-Length: 1000\r\n\r\nthe first few bytes');
    const end = await server.end('SIGTERM');
    slow.destroy();
    expect(end).to.include({ code: 0, stderr: '' });
    expect(end.ms).to.be.lessThan(endMsMax);
    await until(() => !watcher.socket.connected && watcher.closingReason, 'the watcher was told why');
  });
});
