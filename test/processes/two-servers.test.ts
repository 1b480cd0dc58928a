import { expect } from 'chai';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess, type ServerProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { booksBalance, type Village } from '../support/village.js';
import {
  closeWatchers,
  paidOrder,
  recordOf,
  sell,
  settleShop,
  sums,
  totalsOf,
  watch,
  whatIsRecorded,
  type Watcher,
} from './shop-floor.js';

describe('two server processes on one database', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let servers: [ServerProcess, ServerProcess];
  let village: Village;

  beforeEach(async () => {
    database = await copyDatabase();
    const start = () => startProcess({ env: onDatabase(database.url) });
    servers = await Promise.all([start(), start()]);
    village = await settleShop(servers[0].url);
  });
  afterEach(async () => {
    closeWatchers();
    await cleanUpProcesses();
    await database.drop();
  });

  const at = (server: ServerProcess): Village => ({ ...village, url: server.url });
  const watchEverywhere = () =>
    Promise.all(servers.map((server) => watch(server.url, `session:${village.session.id}`)));
  const bothHear = (watchers: Watcher[], orders: number) =>
    until(
      () => watchers.every(({ latest }) => (latest && sums(latest)?.orders) === orders),
      `both watchers have heard of ${orders} orders`,
    );

  it('tell watchers of both about an order sent to either, with the same seq and totals', async () => {
    const watchers = await watchEverywhere();
    for (const [orders, server] of [servers[0], servers[1], servers[0]].entries()) {
      const sent = await sell(at(server), paidOrder(village, 1_000 + orders));
      expect(sent.body).to.deep.equal({ outcome: 'counted' });
      await bothHear(watchers, orders + 1);
      expect(watchers[0]!.latest).to.deep.equal(watchers[1]!.latest);
      expect(sums(watchers[0]!.latest!)).to.deep.equal({
        given: `${orders + 1}.00`,
        orders: orders + 1,
        units: orders + 1,
      });
    }
    // Heard, not asked for: every one of them came as a message.
    for (const { heard } of watchers) expect(heard.map((each) => sums(each)?.orders)).to.deep.equal([1, 2, 3]);
  });

  it('count the same 200 orders, all sent to both at once, once', async () => {
    const watchers = await watchEverywhere();
    const orders = Array.from({ length: 200 }, (_, index) => paidOrder(village, 2_000 + index));
    const answers = await Promise.all(orders.flatMap((order) => servers.map((server) => sell(at(server), order))));
    expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 200));
    expect(answers.filter(({ body }) => body.outcome === 'counted')).to.have.length(200);
    expect(answers.filter(({ body }) => body.outcome === 'duplicate')).to.have.length(200);
    await bothHear(watchers, 200);
    for (const { latest, heard } of watchers) {
      expect(sums(latest!)).to.deep.equal({ given: '200.00', orders: 200, units: 200 });
      const seqs = heard.map(({ seq }) => seq);
      expect(seqs).to.deep.equal([...new Set(seqs)].sort((a, b) => a - b));
    }
    expect(watchers[0]!.latest).to.deep.equal(watchers[1]!.latest);
    expect(await whatIsRecorded(database)).to.deep.equal(recordOf(200));
    for (const { url } of servers) await booksBalance(url);
  });

  it('bring a watcher over a restart of its server, with what was given meanwhile', async () => {
    const watcher = await watch(servers[0].url, `session:${village.session.id}`);
    await sell(at(servers[0]), paidOrder(village, 3_000));
    await bothHear([watcher], 1);

    expect(await servers[0].end('SIGTERM')).to.include({ code: 0 });
    await until(() => !watcher.socket.connected, 'the watcher has noticed');
    expect(watcher.closingReason).to.be.a('string');
    expect((await sell(at(servers[1]), paidOrder(village, 3_001))).body.outcome).to.equal('counted');

    servers[0] = await startProcess({ env: onDatabase(database.url, { PORT: new URL(servers[0].url).port }) });
    await bothHear([watcher], 2);
    expect(watcher.reconnects).to.equal(1);
    await sell(at(servers[1]), paidOrder(village, 3_002));
    await bothHear([watcher], 3);
    expect(watcher.latest).to.deep.equal(await totalsOf(servers[1].url, village));
    await booksBalance(servers[0].url);
  });
});
