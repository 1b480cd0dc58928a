import { expect } from 'chai';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import {
  cleanUpProcesses,
  onDatabase,
  startProcess,
  workersOf,
  type ServerProcess,
} from '../support/server-process.js';
import { until } from '../support/until.js';
import { booksBalance, type Village } from '../support/village.js';
import { booksOf, busyMinute, shuffled, tellAll, type News } from './same-orders.js';
import { closeWatchers, settleShop, sums, totalsOf, watch } from './shop-floor.js';

const seed = process.env.TEST_SEED ?? String(Date.now() % 1_000_000);

describe(`the same orders told to four processes at once, each in another order (seed ${seed})`, function () {
  this.timeout(120_000);
  let start: TestDatabase;
  let database: TestDatabase;
  let village: Village;
  let minute: News[];
  /** What one process makes of them, told in the order in which they happened. */
  let expected: unknown;

  before(async () => {
    start = await copyDatabase();
    const server = await startProcess({ env: onDatabase(start.url) });
    village = await settleShop(server.url);
    await server.end();
    minute = busyMinute(village, 60);

    const alone = await copyDatabase(start);
    const one = await startProcess({ env: onDatabase(alone.url) });
    const at = { ...village, url: one.url };
    for (const { topic, payload, webhookId } of minute)
      expect(await tellAll(at, [{ topic, payload, webhookId }])).to.deep.equal([]);
    expected = await booksOf(at, minute);
    await booksBalance(one.url);
    await one.end();
    await alone.drop();
  });
  beforeEach(async () => {
    database = await copyDatabase(start);
  });
  afterEach(async () => {
    closeWatchers();
    await cleanUpProcesses();
    await database.drop();
  });
  after(() => start.drop());

  const at = ({ url }: { url: string }): Village => ({ ...village, url });
  const startFour = () => Promise.all([1, 2, 3, 4].map(() => startProcess({ env: onDatabase(database.url) })));

  async function expectSameBooks(servers: readonly { url: string }[]): Promise<void> {
    for (const server of servers) {
      expect(await booksOf(at(server), minute)).to.deep.equal(expected);
      await booksBalance(server.url);
    }
  }

  it('makes the books of a single process, and watchers of each hear the final total', async () => {
    const servers = await startFour();
    const watchers = await Promise.all(servers.map(({ url }) => watch(url, `session:${village.session.id}`)));
    const refusals = await Promise.all(
      servers.map((server, index) => tellAll(at(server), shuffled(minute, `${seed}-${index}`))),
    );
    // Whatever deadlock or race there was, trying again was enough.
    expect(refusals.flat()).to.deep.equal([]);
    await expectSameBooks(servers);
    const final = await totalsOf(servers[0]!.url, village);
    await until(() => watchers.every(({ latest }) => latest!.seq === final.seq), 'all watchers know the final total');
    for (const { latest } of watchers) expect(sums(latest!)).to.deep.equal(sums(final));
  });

  it('makes the same books when one of the processes is killed in the middle', async () => {
    const servers = await startFour();
    const [mortal, ...others] = servers as [ServerProcess, ...ServerProcess[]];
    let dead = false;
    const killed = until(
      async () => (await totalsOf(others[0]!.url, village)).totals[0]!.orders >= 10,
      'ten orders are counted',
    ).then(() => {
      dead = true;
      return mortal.end('SIGKILL');
    });
    const refusals = await Promise.all(
      servers.map((server, index) =>
        tellAll(at(server), shuffled(minute, `${seed}-killed-${index}`), () => server === mortal && dead),
      ),
    );
    expect((await killed).signal).to.equal('SIGKILL');
    expect(refusals.slice(1).flat()).to.deep.equal([]);
    await expectSameBooks(others);
  });

  it('makes the same books with KINDCAST_WORKERS=4, one of them killed in the middle and replaced', async () => {
    const server = await startProcess({ env: onDatabase(database.url, { KINDCAST_WORKERS: '4' }) });
    const watcher = await watch(server.url, `session:${village.session.id}`);
    const before = workersOf(server);
    expect(before).to.have.length(4);
    const killed = until(
      async () => (await totalsOf(server.url, village)).totals[0]!.orders >= 10,
      'ten orders are counted',
    ).then(() => process.kill(before[1]!, 'SIGKILL'));
    await Promise.all([0, 1, 2, 3].map((index) => tellAll(at(server), shuffled(minute, `${seed}-workers-${index}`))));
    await killed;
    await until(() => {
      const now = workersOf(server);
      return now.length === 4 && !now.includes(before[1]!);
    }, 'the killed worker is replaced');
    await expectSameBooks([server]);
    const final = await totalsOf(server.url, village);
    await until(() => watcher.latest!.seq === final.seq, 'the watcher knows the final total');
    expect(await server.end()).to.include({ code: 0 });
  });
});
