import { expect } from 'chai';
import { seededRandom } from '../../server/demo/seeded-random.js';
import { openLeakyLine, type LeakyLine } from '../support/leaky-line.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { Crowd } from './support/crowd.js';
import { allShow } from './support/all-show.js';
import { expectAllCountedOnce, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';
import { endWatchers, startWatchers } from './support/watchers.js';

const watching = often(20, 100);
const orders = often(300, 3_000);
const patienceMs = 180_000;

describe('messages that are lost on their way to the screens (F15)', function () {
  this.timeout(often(90_000, 180_000));
  let database: TestDatabase;
  let line: LeakyLine | undefined;
  before(async () => {
    database = await copyDatabase();
  });
  after(async () => {
    await endWatchers();
    await cleanUpProcesses();
    await line?.close();
    await database.drop();
  });

  it(`one in ten, the last one surely: ${watching} screens end with the exact total and the newest gifts (seed ${run.seed})`, async () => {
    const server = await startProcess({ env: onDatabase(database.url) });
    const village = await settleForFaults(server.url);
    line = await openLeakyLine(server.url);
    const chance = seededRandom(`${run.seed}/line`);
    line.loses = () => chance.chance(0.1);
    const watchers = startWatchers();
    await watchers.watch(line.url, [`session:${village.session.id}`], 'ours', watching);

    const crowd = new Crowd({ village, seed: run.seed, senders: 8, where: () => server.url });
    await crowd.acknowledges(orders, patienceMs);
    // A fast server is through with them before it has told much.
    await crowd.until(() => line!.lost > watching, 'enough messages are lost');
    // From here to the end nothing arrives but what is said of a quiet topic.
    line.loses = (event) => !event.startsWith('["still"') || chance.chance(0.1);
    await crowd.acknowledges(20);
    await server.whileAlive(crowd.finish());
    expect(line.lost, 'messages lost').to.be.greaterThan(watching);

    await allShow(watchers, server.url, village, { count: watching, gifts: true });
    await until(async () => (await watchers.report()).watching === watching, 'all say that they are live');
    await expectAllCountedOnce(
      { name: 'F15', what: `${watching} screens, one message in ten lost`, events: line.lost },
      { crowd, village, url: server.url, books: database },
    );
  });
});
