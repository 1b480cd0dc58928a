import { expect } from 'chai';
import { setTimeout as sleep } from 'node:timers/promises';
import { orderLife } from '../../../server/demo/order-life.js';
import { startScriptedShop } from '../../../server/demo/scripted-shop.js';
import { seededRandom } from '../../../server/demo/seeded-random.js';
import { signShopify } from '../../../server/demo/deliver-webhook.js';
import { listening } from './listening.js';

const scene = {
  shopId: 'shop1',
  shopDomain: 'yunling-cooperative.myshopify.com',
  webhookSecret: 'secret',
  session: { id: 's1', token: 'token-1', overlayUrl: 'http://localhost/overlay/k' },
};

function openShop(url: string) {
  let number = 1000;
  return startScriptedShop({ url, scene, seed: 'test', takeOrderNumber: () => ++number, speed: 20 });
}

describe('the scripted shop', () => {
  it('sends signed news of orders in all their lives, some of it twice', async () => {
    const topics = new Map<string, number>();
    const ids = new Map<string, number>();
    const server = await listening((request, body, response) => {
      expect(request.headers['x-shopify-hmac-sha256']).to.equal(signShopify(body, 'secret'));
      const [topic, id] = [String(request.headers['x-shopify-topic']), String(request.headers['x-shopify-webhook-id'])];
      topics.set(topic, (topics.get(topic) ?? 0) + 1);
      ids.set(id, (ids.get(id) ?? 0) + 1);
      response.end();
    });
    const shop = openShop(server.url);
    await sleep(3_000);
    await shop.stop();
    server.close();
    expect([...topics.keys()]).to.include.members([
      'orders/create',
      'orders/paid',
      'orders/updated',
      'orders/edited',
      'orders/cancelled',
      'refunds/create',
    ]);
    // A minute of the demo's time at about two a second, and one or two rushes of thirty.
    expect(shop.counts.orders).to.be.within(40, 260);
    expect(shop.counts.duplicates).to.be.above(5);
    expect([...ids.values()].some((times) => times === 2)).to.equal(true);
    expect(shop.counts).to.include({ refused: 0, retries: 0 });
  }).timeout(10_000);

  it('tries again what a busy server turned away, and ends at once when told', async () => {
    let calls = 0;
    const turnedAway = new Set<string>();
    const accepted = new Set<string>();
    const server = await listening((request, _body, response) => {
      const id = String(request.headers['x-shopify-webhook-id']);
      if (++calls <= 10) {
        turnedAway.add(id);
        response.writeHead(503, { 'retry-after': '1' });
      } else accepted.add(id);
      response.end();
    });
    const shop = openShop(server.url);
    await sleep(1_500);
    const before = Date.now();
    await shop.stop();
    expect(Date.now() - before).to.be.below(300);
    // A request that was on its way when the shop stopped may still arrive.
    await sleep(100);
    const callsAtStop = calls;
    await sleep(300);
    server.close();
    expect(calls).to.equal(callsAtStop);
    expect(shop.counts.retries).to.equal(10);
    expect([...turnedAway].filter((id) => !accepted.has(id))).to.deep.equal([]);
  }).timeout(10_000);

  it('sells the same again for the same seed', () => {
    const life = (seed: string) =>
      orderLife(7_000_001_001, scene, new Date('2026-11-20T10:00:00Z'), seededRandom(seed));
    expect(life('a')).to.deep.equal(life('a'));
    expect(life('a')).to.not.deep.equal(life('b'));
  });

  it('lets the store change an order in a later second each time', () => {
    for (let seed = 0; seed < 200; seed++) {
      const events = orderLife(7_000_001_001, scene, new Date('2026-11-20T10:00:00Z'), seededRandom(`${seed}`));
      const states = events.flatMap(({ payload }) => (payload as { updated_at?: string }).updated_at ?? []);
      expect(new Set(states).size).to.equal(states.length);
    }
  });
});
