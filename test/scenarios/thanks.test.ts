import { expect } from 'chai';
import {
  cancelled,
  editQuantity,
  paid,
  personalTraces,
  refundLines,
  shopifyOrder,
  updated,
  type ShopifyOrder,
} from '../../server/demo/shopify-order.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, send, setRule, settle, type Village } from '../support/village.js';

describe('what a buyer sees of the own order', () => {
  let kindcast: Kindcast;
  let village: Village;
  let orderIds = 800_000;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 3, well: 2 });
  });
  after(() => kindcast.stop());
  afterEach(() => booksBalance(kindcast.url));

  const order = (more: Partial<Parameters<typeof shopifyOrder>[0]> = {}) =>
    shopifyOrder({
      id: (orderIds += 1),
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: '2099-01-01T00:00:00Z',
      taxesIncluded: true,
      noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
      lines: [{ productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 2 }],
      ...more,
    });
  const tell = async (topic: string, payload: unknown) => {
    const { status, body } = await send(village, topic, payload);
    expect(status).to.equal(200);
    return body.outcome as string;
  };
  const ask = async (id: number | string, key: string | undefined, shopId = village.shopId) => {
    const query = key === undefined ? '' : `?key=${encodeURIComponent(key)}`;
    const response = await fetch(`${kindcast.url}/v1/shops/${shopId}/orders/${id}/thanks${query}`);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as Answer };
  };
  const keyOf = ({ checkout_token }: ShopifyOrder) => String(checkout_token);
  const thanksOf = async (of: ShopifyOrder) => {
    const { status, body } = await ask(of.id, keyOf(of));
    expect(status).to.equal(200);
    return body;
  };
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const givenTo = ({ gifts }: Answer) =>
    gifts.map((gift: Answer) => `${gift.title} ${gift.amount.amount} ${gift.state}`);
  const second = (n: number) => new Date(Date.parse('2099-01-01T00:00:00Z') + n * 1000);

  it('is what it gave, to whom, how far that is, and in which live', async () => {
    const bought = paid(order(), second(1));
    await tell('orders/paid', bought);
    const { at, gifts, pageUrl, ...rest } = await thanksOf(bought);
    expect(Date.parse(at)).to.be.a('number');
    expect(rest).to.deep.equal({
      shop: { id: village.shopId, title: 'Yunling Cooperative 云岭合作社' },
      standing: 'paid',
      totals: [cny('10.00')],
      session: { id: village.session.id, title: 'Honey, live' },
    });
    expect(gifts[0]).to.deep.include({
      projectId: village.projects['school-lunch'],
      title: 'school-lunch',
      amount: cny('6.00'),
      state: 'pledged',
    });
    expect(gifts[0].charity.name).to.equal('Rural Lunch Foundation 乡村午餐');
    expect(givenTo({ gifts })).to.deep.equal(['school-lunch 6.00 pledged', 'well 4.00 pledged']);
    expect(pageUrl).to.equal(`http://kindcast.test/thanks/${village.shopId}/${bought.id}?key=${keyOf(bought)}`);
  });

  it('goes on from unpaid to paid, through a refund, an edit and to the end, always with the reason', async () => {
    let bought = order({ lines: [{ productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 4 }] });
    await tell('orders/create', bought);
    expect(await thanksOf(bought)).to.deep.include({ standing: 'open', gifts: [], totals: [] });
    bought = paid(bought, second(1));
    await tell('orders/paid', bought);
    expect((await thanksOf(bought)).totals).to.deep.equal([cny('20.00')]);
    bought = editQuantity(bought, 0, 3, second(2));
    await tell('orders/updated', bought);
    const edited = await thanksOf(bought);
    expect(edited.totals).to.deep.equal([cny('15.00')]);
    expect(givenTo(edited)).to.deep.equal([
      'school-lunch 9.00 pledged',
      'well 6.00 pledged',
      'school-lunch 3.00 reversed',
      'well 2.00 reversed',
    ]);
    const { order: after, refund } = refundLines(bought, [{ line: 0, quantity: 1 }], second(3));
    await tell('refunds/create', refund);
    bought = after;
    await tell('orders/updated', bought);
    const refunded = await thanksOf(bought);
    expect(refunded.totals).to.deep.equal([cny('10.00')]);
    expect(refunded.gifts[3]).to.deep.include({ title: 'well', amount: cny('4.00'), reason: 'refund' });
    bought = cancelled(bought, second(4), { refund: false });
    await tell('orders/cancelled', bought);
    const none = await thanksOf(bought);
    expect(none).to.deep.include({ standing: 'cancelled', totals: [cny('0.00')] });
    expect(givenTo(none)).to.deep.equal(['school-lunch 12.00 reversed', 'well 8.00 reversed']);
    expect(none.gifts[0]).to.deep.include({ reason: 'cancelled' });
  });

  it('adds the lines up to one gift for each project', async () => {
    const line = { productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 1 };
    const bought = paid(order({ lines: [line, { ...line, unitPrice: '30.00' }] }), second(1));
    await tell('orders/paid', bought);
    expect(givenTo(await thanksOf(bought))).to.deep.equal(['school-lunch 4.80 pledged', 'well 3.20 pledged']);
  });

  it('is nothing, and says so, when no charity item was bought', async () => {
    const bought = paid(order({ lines: [{ productId: 5, title: 'Bag', unitPrice: '9.00', quantity: 1 }] }), second(1));
    await tell('orders/paid', bought);
    expect(await thanksOf(bought)).to.deep.include({ standing: 'paid', gifts: [], totals: [] });
  });

  it('is for nobody without the key, and looks then like an order that is not there', async () => {
    const bought = paid(order(), second(1));
    await tell('orders/paid', bought);
    const other = paid(order(), second(1));
    await tell('orders/paid', other);
    const village2 = await settle(kindcast.url);
    const unknown = await ask('123', keyOf(bought));
    const said = ({ status, body: { instance: _instance, ...body } }: typeof unknown) => ({ status, body });
    expect(unknown.status).to.equal(404);
    for (const [what, answer] of Object.entries({
      'no key': await ask(bought.id, undefined),
      'an empty key': await ask(bought.id, ''),
      "another order's key": await ask(bought.id, keyOf(other)),
      'half the key': await ask(bought.id, keyOf(bought).slice(0, 16)),
      'the key and more': await ask(bought.id, `${keyOf(bought)}x`),
      'a key without end': await ask(bought.id, 'x'.repeat(5_000)),
      'another shop': await ask(bought.id, keyOf(bought), village2.shopId),
      'a shop that is none': await ask(bought.id, keyOf(bought), 'nobody'),
    }))
      expect(said(answer), what).to.deep.equal(said(unknown));
  });

  it('is kept by no cache, and told to every page that has the key', async () => {
    const bought = paid(order(), second(1));
    await tell('orders/paid', bought);
    for (const { headers } of [await ask(bought.id, keyOf(bought)), await ask(bought.id, 'wrong')]) {
      expect(headers.get('cache-control')).to.equal('no-store');
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
      expect(headers.get('access-control-allow-origin')).to.equal('*');
    }
  });

  it('says nothing about the buyer, and the database keeps no key', async () => {
    const bought = paid(order(), second(1));
    await tell('orders/paid', bought);
    const { text } = await ask(bought.id, keyOf(bought));
    for (const trace of personalTraces(bought.id)) expect(text).not.to.contain(trace);
    expect(text).not.to.contain(village.session.token);
    const { rows } = await kindcast.testDatabase.pool.query<{ state: string }>(
      'SELECT state::text FROM orders WHERE store_order_id = $1',
      [String(bought.id)],
    );
    expect(rows[0]!.state).not.to.contain(keyOf(bought));
    expect(JSON.parse(rows[0]!.state).at(-1)).to.match(/^[\w-]{16}$/);
  });

  it('stays open to the buyer when later news do not tell the key, in whatever order they arrive', async () => {
    const first = paid(order(), second(1));
    const keyless = { ...updated(first, second(2)), checkout_token: null, token: null };
    await tell('orders/paid', first);
    await tell('orders/updated', keyless);
    expect((await thanksOf(first)).totals).to.deep.equal([cny('10.00')]);

    const other = paid(order(), second(1));
    await tell('orders/updated', { ...updated(other, second(2)), checkout_token: null, token: null });
    expect((await ask(other.id, keyOf(other))).status).to.equal(404);
    await tell('orders/paid', other);
    expect((await thanksOf(other)).totals).to.deep.equal([cny('10.00')]);
    expect(await tell('orders/paid', other)).to.equal('duplicate');
  });

  it("takes the order's own token where no checkout was gone through, and no key that could be guessed", async () => {
    const token = 'b1946ac92492d2347c6235b4d2611184';
    const made = { ...paid(order(), second(1)), checkout_token: null, token };
    await tell('orders/paid', made);
    expect((await ask(made.id, token)).status).to.equal(200);
    for (const odd of ['1001', '', 7, { a: 1 }, 'x'.repeat(201), 'line\nbreak in a key of some length']) {
      const strange = { ...paid(order(), second(1)), checkout_token: odd, token: odd };
      expect(await tell('orders/paid', strange)).to.equal('counted');
      expect((await ask(strange.id, String(odd))).status).to.equal(404);
    }
  });

  it('does not exist while only a refund has arrived', async () => {
    const bought = paid(order(), second(1));
    const { refund } = refundLines(bought, [{ line: 0, quantity: 2 }], second(2));
    await tell('refunds/create', refund);
    expect((await ask(bought.id, keyOf(bought))).status).to.equal(404);
    await tell('orders/paid', bought);
    expect(await thanksOf(bought)).to.deep.include({ gifts: [], totals: [] });
  });
});
