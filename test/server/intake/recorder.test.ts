import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { GroupCommit, NotNow } from '../../../server/intake/group-commit.js';
import type { VerifiedDelivery } from '../../../server/intake/read-delivery.js';
import { startRecorder, type Recorder } from '../../../server/intake/recorder.js';
import { shopifyOrder } from '../../../server/demo/shopify-order.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { setRule, settle, type Village } from '../../support/village.js';

const entry = new URL('../../support/recorder-thread.mjs', import.meta.url);

describe('the recorder', () => {
  let kindcast: Kindcast;
  let village: Village;
  let recorder: Recorder;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 1 }, { from: '2026-01-01T00:00:00Z' });
  });
  after(() => kindcast.stop());
  beforeEach(() => {
    recorder = startRecorder(kindcast.database.address, {}, entry);
  });
  afterEach(() => recorder.stop());

  const recordWith = (by: Recorder, deliveries: VerifiedDelivery[]) =>
    by.record(deliveries.map((each) => by.read(each)));
  const delivery = (body: unknown) => ({
    platform: 'shopify',
    shop: { id: village.shopId, merchantId: village.merchantId, currency: 'CNY' },
    topic: 'orders/paid',
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  const order = (id: number, at = '2026-11-01T00:00:00Z') =>
    shopifyOrder({
      id,
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: at,
      financialStatus: 'paid',
      lines: [{ productId: 101, title: '蜂蜜', unitPrice: '10.00', quantity: 1 }],
    });

  it('says of each body what became of it, in their order, and why it could not be read', async () => {
    const outcomes = await recordWith(recorder, [
      delivery(order(1)),
      delivery('not JSON'),
      delivery(order(1)),
      { ...delivery('{}'), topic: 'products/update' },
      delivery({ ...order(2), currency: 'USD' }),
      delivery(order(3)),
    ]);
    expect(outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : outcome.unreadable))).to.deep.equal([
      'counted',
      'body is not JSON.',
      'duplicate',
      'nothing-to-give',
      'currency is USD, but this shop is connected with CNY.',
      'counted',
    ]);
  });

  it('keeps an order worth more than all money from spoiling the others of its batch', async () => {
    const rich = order(30);
    const [line] = rich.line_items;
    const price = { amount: '999999999999.99', currency_code: 'CNY' };
    Object.assign(line!, { quantity: 1_000_000, current_quantity: 1_000_000, price: price.amount });
    line!.price_set = { shop_money: price, presentment_money: price };
    const [good, bad] = await recordWith(recorder, [delivery(order(31)), delivery(rich)]);
    expect(good).to.equal('counted');
    expect(bad)
      .to.have.property('unreadable')
      .that.matches(/line_items/);
    expect((await kindcast.call('GET', `/v1/orders/${village.shopId}/31`)).lines[0].gifts).to.have.length(1);
  });

  it('reads JSON nested 100,000 deep as something it cannot read, and goes on', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const [outcome, next] = await recordWith(recorder, [delivery(deep), delivery(order(4))]);
    expect(outcome).to.have.property('unreadable');
    expect(next).to.equal('counted');
  });

  it('counts an order by a rule that was made a moment ago, though it remembers the rules before', async () => {
    expect(await recordWith(recorder, [delivery(order(10))])).to.deep.equal(['counted']);
    await setRule(village, 101, '50%', { 'school-lunch': 1 }, { from: '2026-10-01T00:00:00Z' });
    expect(await recordWith(recorder, [delivery(order(11))])).to.deep.equal(['counted']);
    const given = async (id: number) =>
      (await kindcast.call('GET', `/v1/orders/${village.shopId}/${id}`)).lines[0].gifts[0].amount.amount;
    expect([await given(10), await given(11)]).to.deep.equal(['1.00', '5.00']);
  });

  it('that dies with a batch asks senders to come back, and takes it when it is there again', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kindcast-recorder-'));
    process.env.DIED_ONCE = path.join(folder, 'died');
    const mortal = new URL('../../support/recorder-that-dies-once.mjs', import.meta.url);
    const other = startRecorder(kindcast.database.address, {}, mortal);
    const record = () => recordWith(other, [delivery(order(20))]).catch((error: unknown) => error);
    expect(await record()).to.be.instanceOf(NotNow);
    expect(await record(), 'before it is started again').to.be.instanceOf(NotNow);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await record()).to.deep.equal(['counted']);
    await other.stop();
    delete process.env.DIED_ONCE;
    rmSync(folder, { recursive: true });
  });
});

describe('group commit with two lanes', () => {
  it('sets a second batch out only when as many wait as the first has', async () => {
    const batches: { items: string[]; done: () => void }[] = [];
    const queue = new GroupCommit<string>({
      record: (batch) =>
        new Promise((resolve) => {
          batches.push({ items: [...batch], done: () => resolve(batch.map(() => 'counted' as const)) });
        }),
      keepDeadLetter: async () => undefined,
      sizeOf: () => 1,
      limits: { batch: 10, batchBytes: 100, lanes: 2, waiting: 100, waitingBytes: 100 },
    });
    const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
    const answers = ['a', 'b'].map((item) => queue.add(item));
    await turn();
    answers.push(queue.add('c'));
    await turn();
    expect(batches.map(({ items }) => items)).to.deep.equal([['a', 'b']]);
    answers.push(queue.add('d'));
    await turn();
    answers.push(queue.add('e'), queue.add('f'));
    await turn();
    expect(batches.map(({ items }) => items)).to.deep.equal([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    batches[1]!.done();
    await turn();
    expect(batches[2]!.items).to.deep.equal(['e', 'f']);
    batches[0]!.done();
    batches[2]!.done();
    expect(await Promise.all(answers)).to.deep.equal(answers.map(() => 'counted'));
  });

  it('takes no more bytes into a batch than it may, but always one delivery', async () => {
    const sizes: number[] = [];
    const queue = new GroupCommit<string>({
      record: async (batch) => {
        sizes.push(batch.length);
        return batch.map(() => 'counted');
      },
      keepDeadLetter: async () => undefined,
      sizeOf: (item) => item.length,
      limits: { batch: 10, batchBytes: 10, lanes: 1, waiting: 100, waitingBytes: 1_000 },
    });
    await Promise.all(['xxxxxxxxxxxxxxxxxxxx', 'xxxxx', 'xxxxx', 'xxxxx'].map((item) => queue.add(item)));
    expect(sizes).to.deep.equal([1, 2, 1]);
  });
});

describe('group commit with a batch that is held up', () => {
  it('lets others go by the free lane after a moment, however few they are', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const queue = new GroupCommit<string>({
      record: async (batch) => {
        if (batch.includes('held')) await held;
        return batch.map(() => 'counted');
      },
      keepDeadLetter: async () => undefined,
      sizeOf: () => 1,
      limits: { batch: 10, batchBytes: 100, lanes: 2, waiting: 100, waitingBytes: 100 },
    });
    const slow = ['held', 'held', 'held'].map((item) => queue.add(item));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await queue.add('alone')).to.equal('counted');
    release();
    expect(await Promise.all(slow)).to.deep.equal(['counted', 'counted', 'counted']);
  });
});
