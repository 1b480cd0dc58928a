import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { paidOrder } from '../support/paid-order.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { givenByProject, send, setRule, settle, type Village } from '../support/village.js';

describe('webhooks from a store are believed only when signed (S1, S3)', () => {
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
  });
  after(() => kindcast.stop());
  beforeEach(async () => {
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
  });

  const order = () => paidOrder(village);
  const given = async () => (await givenByProject(village))['school-lunch'];
  const rows = async (table: string) =>
    (await kindcast.testDatabase.pool.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count as number;
  const body = () => Buffer.from(JSON.stringify(order()));

  it('refuses a missing, short, wrong or repeated signature, for every topic, and keeps nothing', async () => {
    const before = [await rows('orders'), await rows('dead_letters')];
    const good = body();
    const right = createHmac('sha256', village.secret).update(good).digest('base64');
    for (const topic of ['orders/paid', 'refunds/create', 'customers/redact', 'nonsense'])
      for (const signature of [
        undefined,
        '',
        right.slice(0, -4),
        `${right}, ${right}`,
        right.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
      ]) {
        const answer = await send(village, topic, good, { headers: { 'x-shopify-hmac-sha256': signature } });
        expect(answer.status, `${topic} ${signature}`).to.equal(401);
        expect(answer.body.type).to.equal('urn:kindcast:problem:unauthorized');
      }
    expect([await rows('orders'), await rows('dead_letters')]).to.deep.equal(before);
  });

  it('refuses one flipped byte and the same JSON written another way', async () => {
    const good = body();
    const right = createHmac('sha256', village.secret).update(good).digest('base64');
    const flipped = Buffer.from(good);
    flipped[flipped.length >> 1]! ^= 1;
    for (const other of [flipped, Buffer.from(JSON.stringify(JSON.parse(good.toString()), null, 1))])
      expect(
        (await send(village, 'orders/paid', other, { headers: { 'x-shopify-hmac-sha256': right } })).status,
      ).to.equal(401);
    expect(await given()).to.equal('0.00');
  });

  it("refuses another shop's body under this shop's name", async () => {
    const other = await settle(kindcast.url);
    expect((await send(other, 'orders/paid', order(), { domain: village.domain })).status).to.equal(401);
  });

  it('takes the app secret, current or previous, for a shop without a secret of its own', async () => {
    const shop = await kindcast.call('POST', '/v1/shops', {
      merchantId: village.merchantId,
      platform: 'shopify',
      domain: `app-${village.domain}`,
      currency: 'CNY',
    });
    for (const [secret, status] of [
      ['app-secret', 200],
      ['previous-app-secret', 200],
      ['another', 401],
    ] as const)
      expect((await send(village, 'orders/paid', order(), { domain: shop.domain, secret })).status).to.equal(status);
  });

  it('answers 404 for a shop that is not connected, when the app really signed it', async () => {
    const nobody = { domain: 'nobody.myshopify.com' };
    expect((await send(village, 'orders/paid', order(), { ...nobody, secret: 'app-secret' })).status).to.equal(404);
    expect((await send(village, 'orders/paid', order(), nobody)).status).to.equal(401);
  });
});
