import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { connectMany, connectBarely, hangUpAll, webhookHead, type BareConnection } from '../support/bare-connection.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess, type ServerProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { booksBalance, type Village } from '../support/village.js';
import { whileHealthIsWatched, type Health } from '../support/watch-health.js';
import { paidOrder, sell, sellPersistently, settleShop, sums, totalsOf } from './shop-floor.js';

/** Of open files, for this process and for the server each: what the crowd needs, and something beside it. */
const spareFiles = 500;

describe('a crowd at the door of a server', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let server: ServerProcess;
  let village: Village;
  let sold = 0;

  async function open(settings: Record<string, string> = {}): Promise<void> {
    database = await copyDatabase();
    server = await startProcess({ env: onDatabase(database.url, settings) });
    village = await settleShop(server.url);
    sold = 0;
  }
  afterEach(async () => {
    hangUpAll();
    await cleanUpProcesses();
    await database.drop();
  });

  /**
   * A store that goes on selling, one order after the other, until the work is done; every one must be counted.
   *
   * @param comesBack sends again what was answered 503, as stores do, for some seconds
   */
  async function whileSelling(work: () => Promise<void>, comesBack = false): Promise<Health> {
    let going = true;
    const selling = async () => {
      while (going) {
        const order = paidOrder(village, (sold += 1));
        let answer = await sell(village, order);
        for (let tries = 0; comesBack && answer.status === 503 && tries < 20; tries += 1) {
          await sleep(250);
          answer = await sell(village, order);
        }
        expect(answer, `order ${sold}`).to.deep.include({ status: 200, body: { outcome: 'counted' } });
        await sleep(50);
      }
    };
    return whileHealthIsWatched(server, async () => {
      const shop = server.whileAlive(selling());
      // Awaited below; without this a failure before that would end the tests.
      shop.catch(() => undefined);
      await Promise.race([work(), shop.then(() => undefined)]);
      going = false;
      await shop;
    });
  }

  async function expectToHaveGoneOn({ failures, polls, usualMs, worstMs, memoryMb }: Health, moreMb: number) {
    const summary = `${polls} times /healthz, usually ${usualMs.toFixed()} ms, at worst ${worstMs.toFixed()} ms, memory ${memoryMb.before} -> ${memoryMb.peak} MB, ${sold} orders`;
    expect(failures, summary).to.deep.equal([]);
    expect(usualMs, summary).to.be.at.most(100);
    expect(worstMs, summary).to.be.at.most(3_000);
    expect(memoryMb.peak - memoryMb.before, summary).to.be.at.most(moreMb);
    expect(sold, summary).to.be.at.least(5);
    expect(sums(await totalsOf(server.url, village))).to.include({ orders: sold });
    await booksBalance(server.url);
  }

  /** 10,000, or what the limit of open files leaves of it. */
  function crowdSize(): number {
    const { soft } = (process.report.getReport() as { userLimits: { open_files: { soft: number | string } } })
      .userLimits.open_files;
    if (typeof soft !== 'number' || soft >= 10_000 + spareFiles) return 10_000;
    console.log(`      only ${soft - spareFiles} connections: ulimit -n is ${soft} here`);
    return soft - spareFiles;
  }

  it('of 10,000 that begin and do not go on keeps no store out, and is sent away after ten seconds', async function () {
    await open();
    const size = crowdSize();
    const beginnings = [
      '',
      'POST /webhooks/shopify HTTP/1.1\r\nHost: kindcast.test\r\nX-Never-',
      webhookHead('Content-Length: 2000000') + '{"id":',
      webhookHead('Transfer-Encoding: chunked') + '5\r\n{"id"\r\n',
    ];
    let crowd: BareConnection[] = [];
    const health = await whileSelling(async () => {
      crowd = await connectMany(server.url, size, (at) => beginnings[at % beginnings.length]!);
      await until(
        () => crowd.every((each, at) => at % 4 > 1 || each.isClosed()),
        'those without headers are sent away',
      );
    });
    for (const each of crowd.slice(0, 100).filter((_, at) => at % 4 < 2)) {
      expect(each.heard()).to.match(/^HTTP\/1\.1 408 Request Timeout\r\n/);
      expect(each.heard()).to.include('The request took too long to arrive; send it again.');
    }
    // Node keeps some 8 KB for a connection, and twice as much once it has begun a request.
    await expectToHaveGoneOn(health, 30 + size * 0.025);
  });

  it('of more than there is room for loses those that wait, not those that work', async () => {
    await open({ KINDCAST_CONNECTIONS: '50' });
    const health = await whileSelling(async () => {
      const first = await connectMany(server.url, 20, () => '');
      for (let waves = 0; waves < 10; waves += 1) {
        await connectMany(server.url, 20, () => webhookHead('Content-Length: 1000') + '{');
        await sleep(100);
      }
      await until(() => first.every((each) => each.isClosed()), 'the longest silent are closed');
    });
    await expectToHaveGoneOn(health, 60);
  });

  it('of watchers leaves room for stores', async () => {
    await open({ KINDCAST_CONNECTIONS: '20' });
    const screens = Array.from({ length: 40 }, () =>
      io(`${server.url}/live`, { transports: ['websocket'], forceNew: true, reconnection: false }),
    );
    try {
      await Promise.all(
        screens.map(
          (screen) => new Promise<void>((told) => screen.once('connect', told).once('connect_error', () => told())),
        ),
      );
      expect(screens.filter((screen) => screen.connected)).to.have.length(18);
      await whileSelling(() => sleep(300));
      expect(sums(await totalsOf(server.url, village))).to.include({ orders: sold });
    } finally {
      for (const screen of screens) screen.close();
    }
  });

  it('of slow bodies shares one amount of memory; who dawdles makes room for who does not', async () => {
    // Eight megabytes for all bodies; these would be two hundred.
    await open({ KINDCAST_QUEUE_MB: '4' });
    let crowd: BareConnection[] = [];
    const health = await whileSelling(async () => {
      crowd = await connectMany(server.url, 100, (at) =>
        at % 2 ? webhookHead('Content-Length: 2000000') : webhookHead('Transfer-Encoding: chunked') + '1e8480\r\n',
      );
      // All but the last byte, within three seconds.
      const piece = Buffer.alloc(100_000, ' ');
      for (let pieces = 0; pieces < 19; pieces += 1) {
        for (const each of crowd) each.say(piece);
        await sleep(150);
      }
      await until(() => crowd.filter((each) => each.heard()).length >= 80, 'most of them are told to come back');
      // Before anybody has dawdled for two seconds, a store may be told to come back as well.
    }, true);
    for (const answer of crowd.map((each) => each.heard()).filter(Boolean)) {
      expect(answer).to.match(/^HTTP\/1\.1 503 Service Unavailable\r\n/);
      expect(answer).to.match(/^Retry-After: [1-9]/m);
    }
    await expectToHaveGoneOn(health, 100);
  });

  it('of those that ask and never read the answers is not answered into memory', async () => {
    await open();
    const health = await whileSelling(async () => {
      const crowd = await connectMany(server.url, 10, () => '');
      for (const each of crowd) each.stopReading();
      // Some sixty megabytes of answers for each, which no buffer of the system takes.
      const questions = 'GET /openapi.json HTTP/1.1\r\nHost: kindcast.test\r\n\r\n'.repeat(1_000);
      for (const each of crowd) each.say(questions);
      await sleep(3_000);
    });
    await expectToHaveGoneOn(health, 150);
  });

  it('that uses up its open files does not end it; they are served again once there are some', async function () {
    await open();
    const files = () => readdirSync(`/proc/${server.pid}/fd`).length;
    const limit = (openFiles: number) =>
      execFileSync('prlimit', ['--pid', String(server.pid), `--nofile=${openFiles}:`], { stdio: 'pipe' });
    const before = files();
    // Shortly above what it has open: the system now says no where our own limit does not yet.
    limit(before + 20);
    const crowd = await connectMany(server.url, 100, () => '');
    await until(() => crowd.some((each) => each.isClosed()), 'nothing more can be opened');
    await until(async () => {
      const late = await connectBarely(server.url, 'GET /healthz HTTP/1.1\r\nHost: kindcast.test\r\n\r\n');
      await Promise.race([late.closed, sleep(200)]);
      return !late.heard();
    }, 'a newcomer is not served');
    hangUpAll();
    await until(async () => (await fetch(`${server.url}/healthz`)).status === 200, 'it serves again');
    // Under the lowered limit the recorder did not reach its database although files were free; why is not known.
    limit(before + spareFiles);
    await sellPersistently(village, paidOrder(village, (sold += 1)));
    await whileSelling(() => sleep(500));
    expect(sums(await totalsOf(server.url, village))).to.include({ orders: sold });
  });
});
