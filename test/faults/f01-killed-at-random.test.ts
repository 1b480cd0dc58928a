import { expect } from 'chai';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../server/demo/seeded-random.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess, type ServerProcess } from '../support/server-process.js';
import { Crowd } from './support/crowd.js';
import { expectAllCountedOnce, expectPromisesKept, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';

const kills = often(8, 200);
/** Servers on one database, each killed on its own: so some die alone, some beside others, some just started. */
const servers = 2;
/** From the moment it listens to the blow. */
const livesMsMax = 600;

describe('servers killed at random moments under load (F1)', function () {
  this.timeout(often(120_000, 900_000));
  let database: TestDatabase;

  before(async () => {
    database = await copyDatabase();
  });
  after(async () => {
    await cleanUpProcesses();
    await database.drop();
  });

  it(`${kills} times, lose no order and count none twice (seed ${run.seed})`, async () => {
    const start = () => startProcess({ env: onDatabase(database.url) });
    const started = await Promise.all(Array.from({ length: servers }, start));
    const village = await settleForFaults(started[0]!.url);
    const dead = new Set<ServerProcess>();
    let turn = 0;
    const crowd = new Crowd({
      village,
      seed: run.seed,
      senders: 24,
      // As behind a load balancer that has noticed; what was under way when the blow fell is lost all the same.
      where: () => {
        const standing = started.filter((server) => !dead.has(server));
        const choice = standing.length > 0 ? standing : started;
        return choice[(turn += 1) % choice.length]!.url;
      },
    });
    await crowd.acknowledges(20);

    let killed = 0;
    let struckAtWork = 0;
    const strike = async (server: ServerProcess, lane: number) => {
      const random = seededRandom(`${run.seed}/kill ${(killed += 1)}`);
      await sleep(random.between(0, livesMsMax));
      const brokenOff = crowd.brokenOff;
      expect(await server.end('SIGKILL')).to.include({ signal: 'SIGKILL' });
      dead.add(server);
      await expectPromisesKept(database, crowd);
      if (crowd.brokenOff > brokenOff) struckAtWork += 1;
      started[lane] = await start();
    };
    await Promise.all(
      started.map(async (_, lane) => {
        while (killed < kills) await strike(started[lane]!, lane);
      }),
    );
    await crowd.acknowledges(20);
    await crowd.finish();
    expect(struckAtWork, 'blows that hit a server at work').to.be.greaterThan(kills / 4);
    await expectAllCountedOnce(
      { name: 'F1', what: 'kill -9 at random', events: killed },
      { crowd, village, url: started[0]!.url, books: database },
    );
  });
});
