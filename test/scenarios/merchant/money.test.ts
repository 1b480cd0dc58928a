import { expect } from 'chai';
import fc from 'fast-check';
import {
  paid,
  refundAmount,
  refundLines,
  shopifyOrder,
  type ShopifyOrder,
} from '../../../server/demo/shopify-order.js';
import { sell } from '../../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { booksBalance, send, setRule, settle, type Village } from '../../support/village.js';

describe("a merchant's money", () => {
  let kindcast: Kindcast;
  let village: Village;
  let orderId = 7_000_000;
  before(async () => {
    kindcast = await startKindcast();
  });
  beforeEach(async () => {
    village = await settle(kindcast.url);
  });
  after(() => kindcast.stop());

  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const call = (path: string) => kindcast.call('GET', path);
  const orderOf = (lines: { productId: number; unitPrice: string; quantity: number }[]) =>
    shopifyOrder({
      id: (orderId += 1),
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: new Date(),
      taxesIncluded: true,
      financialStatus: 'paid',
      lines: lines.map((line) => ({ title: `item ${line.productId}`, ...line })),
    });
  const deliver = async (order: ShopifyOrder, topic = 'orders/paid') => {
    const { status, body } = await send(village, topic, order);
    expect(status, JSON.stringify(body)).to.equal(200);
  };
  const shown = (order: ShopifyOrder) => call(`/v1/orders/${village.shopId}/${order.id}`);

  it('tells the reason for every number of an order, in both languages', async () => {
    await setRule(village, 101, '5%', { 'school-lunch': 60, well: 40 });
    await setRule(village, 102, '2.00/unit', { well: 1 }, { cap: cny('5.00') });
    const order = orderOf([
      { productId: 101, unitPrice: '39.90', quantity: 2 },
      { productId: 102, unitPrice: '20.00', quantity: 3 },
      { productId: 103, unitPrice: '8.00', quantity: 1 },
    ]);
    await deliver(order);
    const refunded = refundLines(order, [{ line: 0, quantity: 1 }], new Date(Date.now() + 2_000)).order;
    await deliver(refunded, 'orders/updated');
    const { lines, given } = await shown(order);
    expect(given).to.deep.equal(cny('7.00'));
    expect(lines.map((line: Answer) => line.reasons.net.en)).to.deep.equal([
      'CN¥39.90 × 2 − CN¥39.90 refunded = CN¥39.90',
      'CN¥20.00 × 3 = CN¥60.00',
      'CN¥8.00 × 1 = CN¥8.00',
    ]);
    expect(lines.map((line: Answer) => line.reasons.given.en)).to.deep.equal([
      '5% of CN¥39.90 is CN¥1.995, rounded half up to CN¥2.00.',
      'CN¥2.00 for each of 3 kept is CN¥6.00. The cap of CN¥5.00 left CN¥5.00 for it.',
      'No rule held for this product when it was ordered, so it gives nothing.',
    ]);
    expect(lines[0].reasons.given['zh-CN']).to.equal('¥39.90 的 5% 是 ¥1.995，四舍五入为 ¥2.00。');
    expect(lines[0].gifts.map((gift: Answer) => [gift.title, gift.amount.amount, gift.reason.en])).to.deep.equal([
      ['school-lunch', '1.20', '60 of 100 parts of CN¥2.00.'],
      ['well', '0.80', '40 of 100 parts of CN¥2.00.'],
    ]);
    expect(lines[1].gifts[0].reason['zh-CN']).to.equal('全部。');

    const lessOfAll = refundAmount(refunded, '10.79', new Date(Date.now() + 4_000)).order;
    await deliver(lessOfAll, 'orders/updated');
    const again = await shown(order);
    expect(again.lines[0].reasons.net.en).to.equal(
      'CN¥39.90 × 2 − CN¥39.90 refunded − CN¥3.99 of a refund that names no line = CN¥35.91',
    );
    await booksBalance(kindcast.url);
  });

  it('says why an order that was cancelled gives nothing any more', async () => {
    await setRule(village, 101, '5%', { well: 1 });
    const order = orderOf([{ productId: 101, unitPrice: '39.90', quantity: 1 }]);
    await deliver(order);
    await deliver(
      { ...order, cancelled_at: order.updated_at, updated_at: new Date(Date.now() + 2_000).toISOString() },
      'orders/cancelled',
    );
    const [line] = (await shown(order)).lines;
    expect(line.reasons.given.en).to.equal('The order was cancelled, so it gives nothing.');
    expect(line.gifts[0]).to.deep.include({ state: 'reversed', amount: cny('0.00') });
    expect(line.gifts[0].reason['zh-CN']).to.equal('已撤回：订单取消了。');
  });

  it('lists orders newest first by the numbers of the store, page by page, and finds one', async () => {
    await setRule(village, 101, '10%', { well: 1 });
    for (const id of [998, 1002, 1001, 999]) {
      orderId = id - 1;
      await deliver(orderOf([{ productId: id === 999 ? 103 : 101, unitPrice: '50.00', quantity: 1 }]));
    }
    orderId = 7_100_000;
    await sell(village, { productId: 101 });
    const orders = `/v1/shops/${village.shopId}/orders`;
    const numbers = (page: Answer) => page.items.map((order: Answer) => order.storeOrderId).slice(-4);
    const all = await call(orders);
    expect(numbers(all)).to.deep.equal(['1002', '1001', '999', '998']);
    expect(all.items[0].session).to.deep.equal({ id: village.session.id, title: 'Honey, live' });
    const page = await call(`${orders}?limit=2`);
    expect(numbers(await call(`${orders}?limit=2&cursor=${page.nextCursor}`))).to.deep.equal(['1001', '999']);
    const [found] = (await call(`${orders}?search=1001`)).items;
    expect(found).to.deep.include({ given: cny('5.00'), net: cny('50.00'), standing: 'paid' });
    expect(found.gifts.map((gift: Answer) => [gift.title, gift.amount.amount])).to.deep.equal([['well', '5.00']]);
    expect(numbers(await call(`${orders}?given=yes`))).to.not.include('999');
    expect((await call(`${orders}?session=${village.session.id}`)).items).to.have.length(1);
    const connection = await call(`/v1/shops/${village.shopId}/connection`);
    expect(connection.webhookUrl).to.equal('http://kindcast.test/webhooks/shopify');
    expect(connection.lastOrder.storeOrderId).to.equal(all.items[0].storeOrderId);
  });

  it('owes what the books say, per currency and project, and a check notices when it would not', async () => {
    await setRule(village, 101, '10%', { 'school-lunch': 60, well: 40 });
    const order = orderOf([{ productId: 101, unitPrice: '50.00', quantity: 2 }]);
    await deliver(order);
    await deliver(orderOf([{ productId: 101, unitPrice: '30.00', quantity: 1 }]));
    await deliver(refundLines(order, [{ line: 0, quantity: 1 }], new Date(Date.now() + 2_000)).order, 'orders/updated');
    const { currencies } = await call(`/v1/merchants/${village.merchantId}/owed`);
    expect(currencies).to.have.length(1);
    expect(currencies[0]).to.deep.include({
      currency: 'CNY',
      given: cny('8.00'),
      pledged: cny('8.00'),
      owed: cny('8.00'),
    });
    expect(currencies[0].projects.map((project: Answer) => [project.title, project.given.amount])).to.deep.equal([
      ['school-lunch', '4.80'],
      ['well', '3.20'],
    ]);
    await booksBalance(kindcast.url);
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(`UPDATE accounts SET debits = debits + 1 WHERE kind = 'merchant-owes' AND owner = $1`, [
        village.merchantId,
      ]),
    );
    const { checks } = await kindcast.call('GET', '/v1/checks');
    const broken = checks.filter((check: Answer) => !check.ok).map((check: Answer) => check.name);
    expect(broken).to.include('merchants-owe-their-gifts');
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(`UPDATE accounts SET debits = debits - 1 WHERE kind = 'merchant-owes' AND owner = $1`, [
        village.merchantId,
      ]),
    );
  });

  it('takes deliveries signed with a new secret as soon as it is set', async () => {
    const order = orderOf([{ productId: 101, unitPrice: '1.00', quantity: 1 }]);
    await deliver(order);
    await kindcast.call('PUT', `/v1/shops/${village.shopId}/webhook-secret`, { secret: 'another' });
    expect((await send(village, 'orders/paid', order)).status).to.equal(401);
    expect((await send(village, 'orders/paid', order, { secret: 'another' })).status).to.equal(200);
    const [shop] = (await call(`/v1/shops?merchant=${village.merchantId}`)).items;
    expect(shop).to.deep.include({ id: village.shopId, hasWebhookSecret: true });
    const [entry] = (await call(`/v1/audit-trail?organisation=${village.merchantId}`)).items;
    expect(entry.after).to.deep.equal({ webhook_secret: 'another secret' });
  });

  it('a sample shows exactly what an order of the same lines then gives', async () => {
    const amount = (most: number) => fc.integer({ min: 1, max: most }).map((cents) => (cents / 100).toFixed(2));
    const shareOf = fc.oneof(
      fc.integer({ min: 1, max: 10_000 }).map((hundredths) => ({ kind: 'percent', value: `${hundredths / 100}` })),
      amount(500).map((each) => ({ kind: 'perUnit', amount: each })),
      amount(500).map((each) => ({ kind: 'perOrder', amount: each })),
    );
    const rule = fc.record({
      share: shareOf,
      weights: fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 7 })),
      cap: fc.option(amount(2_000), { nil: undefined }),
    });
    const line = fc.record({
      item: fc.integer({ min: 0, max: 3 }),
      price: amount(20_000),
      quantity: fc.integer({ min: 1, max: 9 }),
    });
    const run = async (rules: Answer[], lines: Answer[]) => {
      village = await settle(kindcast.url);
      for (const [at, { share, weights, cap }] of rules.entries())
        await kindcast.call('PUT', `/v1/shops/${village.shopId}/items/${101 + at}`, {
          share,
          projects: Object.values(village.projects).map((projectId, nth) => ({ projectId, weight: weights[nth] })),
          ...(cap && { cap: cny(cap) }),
        });
      const asked = lines.map(({ item, price, quantity }) => ({
        productId: `${101 + item}`,
        price: cny(price),
        quantity,
      }));
      const sample = await kindcast.call('POST', `/v1/shops/${village.shopId}/sample-order`, { lines: asked });
      const order = orderOf(
        lines.map(({ item, price, quantity }) => ({ productId: 101 + item, unitPrice: price, quantity })),
      );
      await deliver(paid(order, new Date()));
      const real = await shown(order);
      const tell = ({ lines: told }: Answer) =>
        told.map(({ net, gifts }: Answer) => [
          net.amount,
          ...gifts.map((gift: Answer) => `${gift.projectId} ${gift.amount.amount}`),
        ]);
      expect(tell(sample)).to.deep.equal(tell(real));
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 3 }),
        fc.array(line, { minLength: 1, maxLength: 5 }),
        run,
      ),
      { numRuns: 40, endOnFailure: true },
    );
    await booksBalance(kindcast.url);
  }).timeout(60_000);
});
