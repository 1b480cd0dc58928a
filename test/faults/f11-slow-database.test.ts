import { expect } from 'chai';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSettings } from '../../server/config.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { send } from '../support/village.js';
import { Crowd } from './support/crowd.js';
import { openLine, type Line } from './support/line.js';
import { peakMemoryMb } from './support/peak-memory.js';
import { expectAllCountedOnce, expectPromisesKept, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';

const { queue: usual } = readSettings({});

/** Every single answer of the database comes so much later; a batch waits for several. */
const lateMs = often(300, 2_000);
const slowForMs = often(2_000, 60_000);
const noteBytes = 500_000;
/** More bodies at once than may wait: the queue is full by bytes long before it is by orders. */
const senders = Math.ceil((usual.waitingBytes * 1.2) / noteBytes);
/** What waits, what is received or sent just then, and the server itself; without bounds it would only grow. */
const memoryMbMax = 600;
/** Generous, because the crowd shares the machine; /healthz needs no database. */
const healthMsMax = 1_000;

describe('a database that answers late, under load (F11)', function () {
  this.timeout(often(90_000, 300_000));
  let database: TestDatabase;
  let line: Line;

  before(async () => {
    database = await copyDatabase();
    line = await openLine(database.url);
  });
  after(async () => {
    await cleanUpProcesses();
    await line.close();
    await database.drop();
  });

  it(`by ${lateMs / 1_000} s each time: queue and memory stay bounded, the server stays alive, and recovers (seed ${run.seed})`, async () => {
    const server = await startProcess({ env: onDatabase(line.url) });
    const village = await settleForFaults(server.url);
    // Nothing to record, but the server knows the shop from now on: the fault shall meet it at work, not at the door.
    await send(village, 'products/update', {});

    line.delayMs = lateMs;
    const crowd = new Crowd({ village, seed: run.seed, senders, noteBytes, patient: true, where: () => server.url });
    await crowd.until(() => crowd.refused > 0, 'a sender is told to come back, because too much waits');
    let slowestHealthMs = 0;
    let deepest = 0;
    for (const end = performance.now() + slowForMs; performance.now() < end; await sleep(100)) {
      const since = performance.now();
      expect((await fetch(`${server.url}/healthz`)).status).to.equal(200);
      slowestHealthMs = Math.max(slowestHealthMs, performance.now() - since);
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      deepest = Math.max(deepest, parseInt(/^kindcast_queue_orders (\d+)$/m.exec(metrics)![1]!, 10));
    }
    expect(deepest * noteBytes, 'bytes that wait').to.be.within(1, usual.waitingBytes);
    expect(slowestHealthMs).to.be.lessThan(healthMsMax);
    expect(peakMemoryMb(server.pid)).to.be.lessThan(memoryMbMax);
    await expectPromisesKept(database, crowd);

    line.delayMs = 0;
    await crowd.acknowledges(100);
    await crowd.until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 'the server is ready');
    await server.whileAlive(crowd.finish());
    expect(peakMemoryMb(server.pid)).to.be.lessThan(memoryMbMax);
    await expectAllCountedOnce(
      { name: 'F11', what: `database ${lateMs / 1_000} s late`, events: 1 },
      { crowd, village, url: server.url, books: database },
    );
  });
});
