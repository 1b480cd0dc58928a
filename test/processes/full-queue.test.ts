import { expect } from 'chai';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess, type ServerProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { booksBalance, type Village } from '../support/village.js';
import { paidOrder, sell, sellPersistently, settleShop, sums, totalsOf, type Sent } from './shop-floor.js';

describe('a server whose queue is full', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let server: ServerProcess;
  let village: Village;

  afterEach(async () => {
    await cleanUpProcesses();
    await database.drop();
  });

  async function open(queue: Record<string, string>): Promise<void> {
    database = await copyDatabase();
    server = await startProcess({ env: onDatabase(database.url, queue) });
    village = await settleShop(server.url);
  }

  /** Orders in flight, each answered some day: when the batch that is held up goes on. */
  interface Crowd {
    taken: Promise<Sent>[];
    answered: Sent[];
  }

  /** Does the work while no batch can be recorded; one is being tried by then. */
  async function whileHeldUp(work: (crowd: Crowd) => Promise<void>): Promise<Crowd> {
    const crowd: Crowd = { taken: [], answered: [] };
    await database.asOwner(async (owner) => {
      await owner.query('BEGIN');
      await owner.query('LOCK TABLE gifts IN EXCLUSIVE MODE');
      send(crowd, paidOrder(village, 1));
      await until(() => database.asOwner(batchWaits), 'a batch is held up');
      await work(crowd);
      await owner.query('COMMIT');
    });
    return crowd;
  }

  function send(crowd: Crowd, order: ReturnType<typeof paidOrder>): void {
    const sent = sell(village, order);
    crowd.taken.push(sent);
    void sent.then((answer) => crowd.answered.push(answer));
  }

  async function batchWaits(client: { query(text: string): Promise<{ rowCount: number | null }> }) {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return (await client.query(waiting)).rowCount;
  }

  async function expectAllTakenCounted(crowd: Crowd, sentAgain: number): Promise<void> {
    const answers = await Promise.all(crowd.taken);
    expect(answers.filter(({ status }) => status === 200).every(({ body }) => body.outcome === 'counted')).to.equal(
      true,
    );
    const refused = answers.filter(({ status }) => status !== 200);
    for (const answer of refused) expectToComeBack(answer);
    // What was refused left nothing behind, so it counts as new when it is sent again.
    const counted = answers.length - refused.length;
    expect(sums(await totalsOf(server.url, village))).to.include({ orders: counted });
    for (let id = 10_000; id < 10_000 + sentAgain; id += 1)
      expect((await sellPersistently(village, paidOrder(village, id))).outcome).to.equal('counted');
    expect(sums(await totalsOf(server.url, village))).to.include({ orders: counted + sentAgain });
    await booksBalance(server.url);
  }

  function expectToComeBack({ status, retryAfter, body }: Sent): void {
    expect(status).to.equal(503);
    expect(retryAfter).to.match(/^[1-9]\d*$/);
    expect(body.title).to.match(/^More .* than can be (recorded|held); send it again shortly\.$/);
  }

  it('says 503 with Retry-After within 50 ms, and counts all it has taken once it can', async () => {
    await open({ KINDCAST_QUEUE_ORDERS: '20' });
    const refusedAfterMs: number[] = [];
    const crowd = await whileHeldUp(async (crowd) => {
      for (let id = 2; id <= 61; id += 1) send(crowd, paidOrder(village, id));
      // Twenty wait, and a batch or two are on their way to the database.
      await until(() => crowd.answered.length >= 20, 'there is no room for all sixty');
      for (let id = 10_000; id < 10_020; id += 1) {
        const since = performance.now();
        expectToComeBack(await sell(village, paidOrder(village, id)));
        refusedAfterMs.push(performance.now() - since);
      }
      for (const answer of crowd.answered) expectToComeBack(answer);
      expect(crowd.taken.length - crowd.answered.length, 'those taken still wait').to.be.at.least(20);
    });
    // The middle one: others on the machine may delay one or two, but not half of them.
    expect(refusedAfterMs.sort((a, b) => a - b)[10]).to.be.at.most(50);
    await expectAllTakenCounted(crowd, 20);
  });

  it('of bytes says so too, though few orders wait', async () => {
    await open({ KINDCAST_QUEUE_MB: '4' });
    const large = (id: number) => ({ ...paidOrder(village, id), note: 'x'.repeat(1_000_000) });
    const crowd = await whileHeldUp(async (crowd) => {
      for (let id = 2; id <= 10; id += 1) send(crowd, large(id));
      await until(() => crowd.answered.length >= 1, 'there is no room for all nine');
      for (const answer of crowd.answered) expectToComeBack(answer);
      // What is small still finds its place.
      send(crowd, paidOrder(village, 11));
    });
    await expectAllTakenCounted(crowd, 1);
  });
});
