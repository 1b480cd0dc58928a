import { expect } from 'chai';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { allShow } from './support/all-show.js';
import { Crowd } from './support/crowd.js';
import { peakMemoryMb } from './support/peak-memory.js';
import { expectAllCountedOnce, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';
import { endWatchers, startWatchers, type Report } from './support/watchers.js';

const good = often(30, 200);
/** Neither read nor answer. The heartbeat ends them in 35 s. */
const deaf = often(60, 480);
/**
 * Do not read, but say that they are there. The system takes some megabytes for each before the server sees anything of it
 * (`net.ipv4.tcp_wmem`), so it takes a while until more waits than is bearable: only in the full run.
 */
const sly = often(5, 20);
const orders = often(150, 1_000);
const patienceMs = 180_000;
/** What was late before may be late again; a test machine hiccups. */
const laterMsMax = 250;
const memoryMbMax = 600;

describe('watchers that stop reading (F13)', function () {
  this.timeout(often(90_000, 400_000));
  let database: TestDatabase;
  before(async () => {
    database = await copyDatabase();
  });
  after(async () => {
    await endWatchers();
    await cleanUpProcesses();
    await database.drop();
  });

  it(`${deaf + sly} of them: ${good} others hear everything, in order and no later, and memory stays bounded (seed ${run.seed})`, async () => {
    const server = await startProcess({ env: onDatabase(database.url) });
    const village = await settleForFaults(server.url);
    const topics = [
      `session:${village.session.id}`,
      `shop:${village.shopId}`,
      ...Object.values(village.projects).map((id) => `project:${id}`),
    ];
    const [readers, others] = [startWatchers(), startWatchers()];
    await readers.watch(server.url, topics.slice(0, 1), 'light', good);
    const crowd = new Crowd({ village, seed: run.seed, senders: 8, where: () => server.url });
    const measure = async () => {
      await readers.begin();
      // So many orders, and on a fast machine for so long.
      await Promise.all([crowd.acknowledges(orders, patienceMs), sleep(3_000)]);
      const heard = await crowd.until(
        async () => {
          const report = await readers.report();
          return shortestOf(report) > 5 ? report : undefined;
        },
        'every reader has heard enough states to judge by',
        30_000,
      );
      expectAllHeard(heard);
      return median(heard.lateMs);
    };

    await crowd.acknowledges(20);
    const before = await measure();
    await others.watch(server.url, topics.slice(0, 1), 'deaf', deaf);
    await others.watch(server.url, topics, 'sly', sly);
    const during = await measure();
    expect(during, `ms late in the middle, before: ${before}`).to.be.lessThan(3 * before + laterMsMax);

    if (run.isFull) {
      const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
      await crowd.until(
        async () =>
          new RegExp(`^kindcast_feed_evicted_total\\{reason="does-not-read"\\} ${sly}$`, 'm').test(await metrics()),
        'the sly are hung up on',
        300_000,
      );
      await crowd.until(
        async () => new RegExp(`^kindcast_feed_watchers ${good}$`, 'm').test(await metrics()),
        'all are gone',
      );
      process.stdout.write(`      median ${before} ms late before, ${during} ms with ${deaf + sly} that do not read\n`);
    }
    await server.whileAlive(crowd.finish());
    expect(peakMemoryMb(server.pid)).to.be.lessThan(memoryMbMax);
    await allShow(readers, server.url, village, { count: good });
    await expectAllCountedOnce(
      { name: 'F13', what: `${deaf + sly} watchers that do not read`, events: deaf + sly },
      { crowd, village, url: server.url, books: database },
    );
  });
});

const listsOf = (heard: Report['heard']) => Object.keys(heard).map((json) => JSON.parse(json) as number[]);

const shortestOf = ({ heard }: Report) => Math.min(...listsOf(heard).map((seqs) => seqs.length));

/** All heard of the same states, in order. The end is left open: the last one may still be on its way to some. */
function expectAllHeard({ heard, disordered }: Report): void {
  expect(disordered, 'who heard something out of order').to.equal(0);
  const lists = listsOf(heard);
  // `begin` and the end may fall between two watchers, so one list may start or end one state later than another.
  const common = Math.max(...lists.map(([first]) => first!));
  const last = Math.min(...lists.map((seqs) => seqs.at(-1)!));
  const middles = new Set(lists.map((seqs) => seqs.filter((seq) => seq >= common && seq <= last).join()));
  expect([...middles]).to.have.length(1);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
