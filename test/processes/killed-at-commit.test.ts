import { expect } from 'chai';
import path from 'node:path';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess, type ServerProcess } from '../support/server-process.js';
import { booksBalance, type Village } from '../support/village.js';
import { paidOrder, recordOf, sell, settleShop, sums, totalsOf, whatIsRecorded } from './shop-floor.js';

const hook = path.join(import.meta.dirname, 'hooks/die-at-commit.mjs');

describe('a server killed while it records an order (F2)', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let mortal: ServerProcess;
  let village: Village;

  afterEach(async () => {
    await cleanUpProcesses();
    await database.drop();
  });

  async function startMortal(die: string): Promise<void> {
    database = await copyDatabase();
    mortal = await startProcess({ env: onDatabase(database.url, { DIE: die }), hook });
    village = await settleShop(mortal.url);
  }

  /** Several at once, so that a whole batch is lost with the server; all they hear is that the line went dead. */
  async function sellUntilItDies(orders: ReturnType<typeof paidOrder>[]): Promise<void> {
    const answers = await Promise.allSettled(orders.map((order) => sell(village, order)));
    expect(answers.map(({ status }) => status)).to.deep.equal(orders.map(() => 'rejected'));
    expect((await mortal.ended).signal).to.equal('SIGKILL');
  }

  async function sellAgain(orders: ReturnType<typeof paidOrder>[]): Promise<string[]> {
    const server = await startProcess({ env: onDatabase(database.url) });
    const answers = await Promise.all(orders.map((order) => sell({ ...village, url: server.url }, order)));
    expect(answers.map(({ status }) => status)).to.deep.equal(orders.map(() => 200));
    expect(await whatIsRecorded(database)).to.deep.equal(recordOf(orders.length));
    expect(sums(await totalsOf(server.url, village))).to.deep.equal({
      given: `${orders.length}.00`,
      orders: orders.length,
      units: orders.length,
    });
    await booksBalance(server.url);
    return answers.map(({ body }) => body.outcome as string);
  }

  it('after the commit and before the answer: a restarted server knows the delivery and counts it no second time', async () => {
    await startMortal('after commit');
    const orders = [paidOrder(village, 1)];
    await sellUntilItDies(orders);
    expect(await whatIsRecorded(database)).to.deep.equal(recordOf(1));
    expect(await sellAgain(orders)).to.deep.equal(['duplicate']);
  });

  it('before the commit: nothing of the batch is kept, and a restarted server counts every order', async () => {
    await startMortal('before commit');
    const orders = Array.from({ length: 20 }, (_, index) => paidOrder(village, 1 + index));
    await sellUntilItDies(orders);
    expect(await whatIsRecorded(database)).to.deep.equal(recordOf(0));
    expect(await sellAgain(orders)).to.deep.equal(orders.map(() => 'counted'));
  });
});
