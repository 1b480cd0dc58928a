import { expect } from 'chai';
import path from 'node:path';
import { shopifyOrder } from '../../server/demo/shopify-order.js';
import { closeWatchers, paidOrder, sell, settleShop, sums, watch } from '../processes/shop-floor.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, startProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { booksBalance, givenByProject, send, setRule, settle } from '../support/village.js';
import { Crowd } from './support/crowd.js';
import { expectAllCountedOnce, settleForFaults } from './support/recount.js';
import { often, run } from './support/run.js';

const hook = path.join(import.meta.dirname, 'hooks/shift-clock.mjs');
const hourMs = 3_600_000;
const orders = often(200, 2_000);

describe('clocks that are an hour off (F10)', function () {
  this.timeout(often(60_000, 120_000));
  let database: TestDatabase;

  beforeEach(async () => {
    database = await copyDatabase();
    // Sessions of the database think in a zone with daylight saving, too.
    await database.asOwner((owner) =>
      owner.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET timezone = 'America/New_York'`),
    );
  });
  afterEach(async () => {
    closeWatchers();
    await cleanUpProcesses();
    await database.drop();
  });

  const start = (TZ: string, shiftMs: number, jumpMs = 0) =>
    startProcess({
      env: onDatabase(database.url, { TZ, CLOCK_SHIFT_MS: `${shiftMs}`, CLOCK_JUMP_MS: `${jumpMs}` }),
      hook,
    });

  it(`change no sum: one server is ahead, one behind, and shops are either (seed ${run.seed})`, async () => {
    const servers = await Promise.all([start('America/New_York', hourMs), start('Europe/London', -hourMs)]);
    const village = await settleForFaults(servers[0].url);
    let turn = 0;
    const crowd = new Crowd({
      village,
      seed: run.seed,
      senders: 16,
      unsteadyClock: true,
      where: () => servers[(turn += 1) % 2]!.url,
    });
    await crowd.acknowledges(orders, 90_000);
    await crowd.finish();
    await expectAllCountedOnce(
      { name: 'F10', what: 'clocks an hour off', events: 2 },
      { crowd, village, url: servers[1].url, books: database },
    );
  });

  for (const jumpMs of [-hourMs, hourMs])
    it(`and jump ${jumpMs < 0 ? 'back' : 'ahead'} while the server runs keep no watcher waiting`, async () => {
      const server = await start('America/New_York', 0, jumpMs);
      const village = await settleShop(server.url);
      const watcher = await watch(server.url, `session:${village.session.id}`);
      const hears = (orders: number) =>
        until(() => watcher.latest && sums(watcher.latest)?.orders === orders, `${orders} orders are heard of`, 5_000);
      await sell(village, paidOrder(village, 1));
      await hears(1);
      process.kill(server.pid, 'SIGUSR2');
      for (const id of [2, 3]) {
        await sell(village, paidOrder(village, id));
        await hears(id);
      }
      await booksBalance(server.url);
    });

  it('say nothing about which news is newer or which rule holds, in the hour that daylight saving has twice', async () => {
    const server = await start('America/New_York', 0);
    const village = await settle(server.url);
    // Ends at the second 01:00 of that night, an hour after the first.
    await setRule(village, 101, '10%', { well: 1 }, { from: '2026-10-01T00:00:00Z', until: '2026-11-01T06:00:00Z' });
    const order = (id: number, processed_at: string) => ({
      ...shopifyOrder({
        id,
        shopDomain: village.domain,
        currency: 'CNY',
        processedAt: processed_at,
        financialStatus: 'paid',
        lines: [{ productId: 101, title: 'Honey', unitPrice: '10.00', quantity: 1 }],
      }),
      processed_at,
      updated_at: processed_at,
    });
    const tell = async (payload: object, webhookId: string) =>
      expect((await send(village, 'orders/updated', payload, { webhookId })).status).to.equal(200);
    const given = async () => (await givenByProject(village)).well;

    const first = order(1, '2026-11-01T01:30:00-04:00');
    await tell(first, 'paid');
    expect(await given(), '01:30 of summer time lies before the end').to.equal('1.00');
    await tell(order(2, '2026-11-01T01:00:00-05:00'), 'late');
    expect(await given(), '01:00 of winter time is the end').to.equal('1.00');

    await tell({ ...first, cancelled_at: '2026-11-01T01:10:00-05:00', updated_at: '2026-11-01T01:10:00-05:00' }, 'off');
    expect(await given(), '01:10 of winter time is later than 01:30 of summer time').to.equal('0.00');
    await tell({ ...first, updated_at: '2026-11-01T01:50:00-04:00' }, 'stale');
    expect(await given(), '01:50 of summer time is earlier').to.equal('0.00');
    await booksBalance(server.url);
  });
});
