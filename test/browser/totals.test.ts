import { randomInt } from 'node:crypto';
import { expect } from 'chai';
import { seededRandom } from '../../server/demo/seeded-random.js';
import {
  cancelled,
  paid,
  refundAmount,
  refundLines,
  shopifyOrder,
  type ShopifyOrder,
} from '../../server/demo/shopify-order.js';
import { becomes, closeVisits, keepPicture, visit } from '../support/browser.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, send, setRule, settle, type Village } from '../support/village.js';
import { addressesOf, totalHeard, totalSeen, yuan } from './screens.js';
import { sell } from '../support/sell.js';

const eventsSent = 60;

describe('the total on the screens', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  beforeEach(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    await setRule(village, 101, '7.5%', { 'school-lunch': 2, well: 1 });
    await setRule(village, 102, '2.05/unit', { well: 1 });
  });
  afterEach(async () => {
    await closeVisits();
    await kindcast.stop();
  });

  const seed = process.env.KINDCAST_TEST_SEED ?? String(randomInt(1_000_000));
  it(`is the ledger's after ${eventsSent} random events (KINDCAST_TEST_SEED=${seed})`, async () => {
    const { session, overlay } = addressesOf(kindcast, village);
    const [onSession, onOverlay] = await Promise.all([visit(session, { locale: 'zh-CN' }), visit(overlay)]);
    await liveRandomly(village, seed);
    const { given, byProject, orders, units } = await ledgerOf(kindcast, village);
    expect(given > 0n).to.equal(true);

    await becomes(() => totalSeen(onOverlay.page), yuan(given, 'en'));
    await becomes(() => totalSeen(onSession.page), yuan(given, 'zh-CN'));
    expect(await totalHeard(onOverlay.page)).to.equal(yuan(given, 'en'));
    expect(await totalHeard(onSession.page)).to.equal(yuan(given, 'zh-CN'));

    const { page } = onSession;
    expect(await page.locator('.stage-amount').allTextContents()).to.deep.equal(
      [given, 0n, 0n].map((amount) => yuan(amount, 'zh-CN')),
    );
    expect(await page.locator('.counts > span').allTextContents()).to.deep.equal([
      `${orders} 笔订单`,
      `${units} 件善品`,
    ]);
    const projects = await page.locator('.project').evaluateAll((items) =>
      items.map((item) => ({
        title: item.querySelector('.project-title')?.textContent,
        amount: item.querySelector('.project-amount')?.textContent,
      })),
    );
    for (const { title, amount } of projects) expect(amount).to.equal(yuan(byProject.get(title!) ?? 0n, 'zh-CN'));
    expect(projects.map(({ title }) => title)).to.have.members([...byProject.keys()]);

    const snapshot = await kindcast.call('GET', `/v1/sessions/${village.session.id}/totals`);
    expect(snapshot.totals).to.have.length(1);
    expect(snapshot.totals[0]).to.include({ orders, units });
    expect(yuan(BigInt(snapshot.totals[0].given.replace('.', '')), 'en')).to.equal(yuan(given, 'en'));
    await booksBalance(kindcast.url);
    expect([...onSession.complaints, ...onOverlay.complaints]).to.deep.equal([]);
  });

  it('is on a page without scripts as the server wrote it', async () => {
    await sell(village);
    const { session, start } = addressesOf(kindcast, village);
    for (const address of [session, start]) {
      const { page, complaints } = await visit(address, { locale: 'zh-CN', javaScriptEnabled: false });
      expect(await totalSeen(page)).to.equal('¥7.50');
      expect(await page.locator('.counts > span').allTextContents()).to.deep.equal(['1 笔订单', '2 件善品']);
      if (address === session) {
        expect(await page.locator('.stage-amount').first().textContent()).to.equal('¥7.50');
        expect(await page.locator('.project-amount').allTextContents()).to.have.members(['¥5.00', '¥2.50']);
        expect(await page.locator('.gift').count()).to.equal(2);
        expect(await page.locator('.hero').getByText('数字截至').isVisible()).to.equal(true);
      }
      expect(complaints).to.deep.equal([]);
    }
  });

  it('falls before everyone when an order is given back, and says why', async () => {
    const { session, overlay } = addressesOf(kindcast, village);
    const [zh, en] = await Promise.all([visit(session, { locale: 'zh-CN' }), visit(overlay)]);
    await sell(village);
    const order = await sell(village);
    await becomes(() => totalSeen(zh.page), '¥15.00');
    await becomes(() => totalSeen(en.page), 'CN¥15.00');
    const later = new Date(Date.now() + 2_000);
    await send(village, 'refunds/create', refundLines(order, [{ line: 0, quantity: 1 }], later).refund);
    await becomes(() => totalSeen(zh.page), '¥11.25');
    await becomes(() => totalSeen(en.page), 'CN¥11.25');
    expect(await zh.page.locator('.drop').textContent()).to.equal('退款 −¥3.75，总额已相应减少');
    expect(await en.page.locator('.drop').textContent()).to.equal('Refund −CN¥3.75, taken off the total');
    await en.page.locator('.gift.taken').first().waitFor();
    await keepPicture(zh.page, 'session-after-refund-zh', { fullPage: true });
    await keepPicture(en.page, 'overlay-after-refund-en');

    const called = cancelled(order, new Date(Date.now() + 4_000), { refund: false });
    await send(village, 'orders/cancelled', called);
    await becomes(() => totalSeen(zh.page), '¥7.50');
    await becomes(() => zh.page.locator('.drop').textContent(), '取消订单 −¥3.75，总额已相应减少');
    await becomes(() => en.page.locator('.drop').textContent(), 'Cancelled −CN¥3.75, taken off the total');
    await becomes(() => totalSeen(en.page), 'CN¥7.50');
    expect([...zh.complaints, ...en.complaints]).to.deep.equal([]);
  });
});

/** Orders of one or two lines are placed, paid, given back in part and called off, several at a time. */
async function liveRandomly(village: Village, seed: string): Promise<void> {
  const random = seededRandom(seed);
  const orders: ShopifyOrder[] = [];
  let id = 500_000;
  let clock = Date.now();
  const now = () => new Date((clock += 1_000));
  const lastOf = (order: ShopifyOrder) => orders.findIndex((known) => known.id === order.id);
  const fresh = () =>
    shopifyOrder({
      id: (id += 1),
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: now(),
      noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
      taxesIncluded: true,
      lines: Array.from({ length: random.between(1, 2) }, () => ({
        productId: random.between(101, 103),
        title: random.pick(['Honey', 'Tea 春茶', 'Rice']),
        unitPrice: `${random.between(1, 200)}.${random.between(10, 99)}`,
        quantity: random.between(1, 4),
      })),
    });
  const events: { order: number; topic: string; payload: unknown }[] = [];
  while (events.length < eventsSent) {
    const known = orders.filter((order) => order.financial_status !== 'pending' && order.cancelled_at === null);
    if (known.length === 0 || random.chance(0.55)) {
      const order = random.chance(0.85) ? paid(fresh(), now()) : fresh();
      orders.push(order);
      const topic = order.financial_status === 'paid' ? 'orders/paid' : 'orders/create';
      events.push({ order: order.id, topic, payload: order });
      continue;
    }
    const before = random.pick(known);
    const at = now();
    const line = before.line_items.findIndex(({ current_quantity: kept }) => kept > 0);
    if (random.chance(0.3) || line < 0) {
      const after = cancelled(before, at, { refund: false });
      orders[lastOf(before)] = after;
      events.push({ order: before.id, topic: 'orders/cancelled', payload: after });
    } else {
      const { order, refund } = random.chance(0.7)
        ? refundLines(before, [{ line, quantity: 1 }], at)
        : refundAmount(before, '0.37', at);
      orders[lastOf(before)] = order;
      events.push({ order: before.id, topic: 'refunds/create', payload: refund });
    }
  }
  // What happens to one order arrives in turn, orders arrive side by side.
  const threads = [0, 1, 2].map((thread) => events.filter(({ order }) => order % 3 === thread));
  await Promise.all(
    threads.map(async (thread) => {
      for (const { topic, payload } of thread) {
        const { status, body } = await send(village, topic, payload);
        expect(status, JSON.stringify(body)).to.equal(200);
      }
    }),
  );
}

/** What the books say, straight from the transfers and gifts: every order of the test belongs to the one session. */
async function ledgerOf(kindcast: Kindcast, village: Village) {
  const { pool } = kindcast.testDatabase;
  const { rows } = await pool.query<{ owner: string; given: string }>(
    `SELECT a.owner, sum(CASE WHEN t.credit_account = a.id THEN t.amount ELSE -t.amount END)::text AS given
     FROM accounts a JOIN transfers t ON a.id IN (t.credit_account, t.debit_account)
     WHERE a.kind = 'project-pending' GROUP BY a.owner`,
  );
  const titles = new Map(Object.entries(village.projects).map(([title, id]) => [id, title]));
  const byProject = new Map(rows.map(({ owner, given }) => [titles.get(owner)!, BigInt(given)]));
  const {
    rows: [counts],
  } = await pool.query<Answer>(
    `SELECT count(DISTINCT order_id)::int AS orders, sum(units)::int AS units FROM
       (SELECT order_id, line_id, max(units) AS units FROM gifts WHERE pledged > 0 GROUP BY order_id, line_id) lines`,
  );
  const given = [...byProject.values()].reduce((sum, amount) => sum + amount, 0n);
  return { given, byProject, orders: counts.orders as number, units: counts.units as number };
}
