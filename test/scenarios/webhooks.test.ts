import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { paid, personalTraces, refundLines } from '../../server/demo/shopify-order.js';
import { paidOrder } from '../support/paid-order.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, givenByProject, send, setRule, settle, type Village } from '../support/village.js';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/shopify/${name}.json`, import.meta.url));

describe('webhooks from a store', () => {
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

  const order = (more: Parameters<typeof paidOrder>[1] = {}) => paidOrder(village, more);
  const given = async () => (await givenByProject(village))['school-lunch'];

  it('answers 413 to a body over 2 MiB, and takes a cart of more than 100 KB', async () => {
    expect((await send(village, 'orders/paid', Buffer.alloc(2 * 1024 * 1024 + 1, ' '))).status).to.equal(413);
    expect((await send(village, 'orders/paid', Buffer.alloc(2 * 1024 * 1024, ' '))).body.outcome).to.equal(
      'dead-letter',
    );
    const cart = fixture('cart-of-60-lines');
    expect(cart.length).to.be.greaterThan(100_000);
    expect((await send(village, 'orders/paid', cart)).body.outcome).to.equal('counted');
    const { lines } = await kindcast.call('GET', `/v1/orders/${village.shopId}/${JSON.parse(cart.toString()).id}`);
    expect(lines).to.have.length(60);
  });

  it('keeps what it cannot read as a dead letter, names the field, and counts it when replayed after the cause is gone', async () => {
    const foreign = order({ currency: 'USD' });
    for (const [payload, reason] of [
      [Buffer.from('{"id":'), /^body is not JSON/],
      [{ ...order(), line_items: 'none' }, /^line_items /],
      [{ ...order(), updated_at: 'yesterday' }, /^updated_at /],
      [foreign, /^currency is USD, but this shop is connected with CNY/],
    ] as const) {
      expect((await send(village, 'orders/paid', payload)).body).to.deep.equal({ outcome: 'dead-letter' });
      const { items } = await kindcast.call('GET', '/v1/dead-letters?limit=1');
      expect(items[0]).to.include({ shopId: village.shopId, topic: 'orders/paid', attempts: 1 });
      expect(items[0].reason).to.match(reason);
    }
    const { items } = await kindcast.call('GET', '/v1/dead-letters?limit=1');
    const replay = () => kindcast.call('POST', `/v1/dead-letters/${items[0].id}/replay`);
    expect(await replay()).to.include({ outcome: 'failed', attempts: 2 });
    // The merchant had connected the shop with the wrong currency; somebody puts it right.
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(`UPDATE shops SET currency = 'USD' WHERE id = $1`, [village.shopId]),
    );
    expect(await replay()).to.include({ outcome: 'counted' });
    expect(await replay()).to.include({ outcome: 'duplicate' });
    const counted = await kindcast.call('GET', `/v1/orders/${village.shopId}/${foreign.id}`);
    expect(counted.lines[0].gifts[0].amount).to.deep.equal({ amount: '5.00', currency: 'USD' });
    await booksBalance(kindcast.url);
  });

  it('refuses amounts that are no exact money, and counts nothing of them (M8)', async () => {
    for (const amount of ['1e21', '-0', 'NaN', '1,00', '1'.repeat(30), '', ' 5', '0x10', '50.001', 5]) {
      const strange = structuredClone(order()) as Answer;
      strange.line_items[0].price_set.shop_money.amount = amount;
      strange.line_items[0].price = amount;
      const { body } = await send(village, 'orders/paid', strange);
      // "-0" is a number to some; as a price below nothing it must not give either.
      expect(body.outcome, String(amount)).to.equal('dead-letter');
    }
    expect(await given()).to.equal('0.00');
  });

  it('gives nothing for topics that tell nothing, and for an edit that tells no prices', async () => {
    expect((await send(village, 'products/update', { id: 1 })).body.outcome).to.equal('nothing-to-give');
    expect((await send(village, 'orders/edited', fixture('edited.order-edit'))).body.outcome).to.equal(
      'nothing-to-give',
    );
  });

  it('takes a lone refund that tells its money only in a transaction', async () => {
    const first = order();
    await send(village, 'orders/paid', first);
    const refund = (currency: string) => ({
      id: first.id * 10 + currency.length,
      order_id: first.id,
      refund_line_items: [],
      order_adjustments: [],
      transactions: [{ kind: 'refund', status: 'success', amount: '10.00', currency }],
    });
    expect((await send(village, 'refunds/create', refund('CNY'))).body.outcome).to.equal('counted');
    expect(await given()).to.equal('4.00');
    expect((await send(village, 'refunds/create', refund('USD'))).body.outcome).to.equal('dead-letter');
    expect(await given()).to.equal('4.00');
  });

  it('counts an order whose texts hold halves of characters, cut or sent so', async () => {
    const halves = order({
      lines: [{ productId: 101, title: `${'x'.repeat(299)}😀`, unitPrice: '50.00', quantity: 1 }],
      noteAttributes: [{ name: '_kindcast_session', value: `a${'😀'.repeat(60)}` }],
    }) as Answer;
    const lone = order({ noteAttributes: [{ name: '_kindcast_session', value: '\ud83d' }] });
    expect((await send(village, 'orders/paid', halves)).body.outcome).to.equal('counted');
    expect((await send(village, 'orders/paid', lone)).body.outcome).to.equal('counted');
    expect(await given()).to.equal('10.00');
  });

  it('counts one delivery sent 1,000 times at once, once (F5)', async () => {
    const payload = order();
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => send(village, 'orders/paid', payload, { webhookId: 'the-same' })),
    );
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
    expect(answers.filter(({ body }) => body.outcome === 'counted')).to.have.length(1);
    expect(await given()).to.equal('5.00');
    await booksBalance(kindcast.url);
  });

  it('counts the same order under another webhook id once, and a replay days later not again (F6, S2)', async () => {
    const payload = order();
    for (const [webhookId, triggered] of [
      ['one', 0],
      ['two', 0],
      ['one', 5],
    ] as const)
      await send(village, 'orders/paid', payload, {
        webhookId,
        headers: { 'x-shopify-triggered-at': new Date(Date.now() - triggered * 86_400_000).toISOString() },
      });
    expect(await given()).to.equal('5.00');
  });

  it('never lets an older state undo a newer one (F9)', async () => {
    const first = order({ processedAt: new Date(Date.now() - 60_000) });
    const { order: after } = refundLines(first, [{ line: 0, quantity: 1 }], new Date());
    await send(village, 'orders/updated', after);
    await send(village, 'orders/paid', first);
    expect(await given()).to.equal('0.00');
  });

  it('ends the same whichever of two states of one second arrives first', async () => {
    const at = new Date();
    const pending = order({ financialStatus: 'pending', processedAt: at });
    for (const states of [
      [pending, paid(pending, at)],
      [paid({ ...pending, id: pending.id + 500_000 }, at), { ...pending, id: pending.id + 500_000 }],
    ])
      for (const state of states) await send(village, 'orders/updated', state);
    expect(await given()).to.equal('10.00');
  });

  it('takes back what a line gave that is no longer part of the order, however often it changes after', async () => {
    const at = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
    const first = order({
      lines: [
        { productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 1 },
        { productId: 102, title: 'Tea', unitPrice: '20.00', quantity: 1 },
      ],
    });
    await setRule(village, 102, '10%', { well: 1 });
    await send(village, 'orders/paid', first);
    expect(await givenByProject(village)).to.deep.equal({ 'school-lunch': '5.00', well: '2.00' });
    const shorter = { ...first, line_items: first.line_items.slice(0, 1) };
    for (const seconds of [5, 10, 15])
      expect((await send(village, 'orders/updated', { ...shorter, updated_at: at(seconds) })).body.outcome).to.equal(
        'counted',
      );
    expect(await givenByProject(village)).to.deep.equal({ 'school-lunch': '5.00', well: '0.00' });
    expect(
      (await kindcast.call('GET', '/v1/dead-letters')).items.filter(
        (letter: Answer) => letter.shopId === village.shopId,
      ),
    ).to.deep.equal([]);
    await booksBalance(kindcast.url);
  });

  it('counts an order again delivered after a rule was set back in time, and only by what was undecided', async () => {
    const tea = { productId: 102, title: 'Tea', unitPrice: '20.00', quantity: 1 };
    const first = order({ lines: [tea, { productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 1 }] });
    await send(village, 'orders/paid', first);
    const from = new Date(Date.now() - 3_600_000).toISOString();
    await setRule(village, 102, '10%', { well: 1 }, { from });
    await setRule(village, 101, '20%', { 'school-lunch': 1 }, { from });
    await send(village, 'orders/paid', first);
    expect(await givenByProject(village)).to.deep.equal({ 'school-lunch': '5.00', well: '2.00' });
  });

  describe('belong to a session', () => {
    const attributed = (token: string, more = {}) =>
      order({ noteAttributes: [{ name: '_kindcast_session', value: token }], ...more });
    const sessionOf = async (id: number) => kindcast.call('GET', `/v1/orders/${village.shopId}/${id}`);

    it('by the cart attribute, or the property of a line', async () => {
      const byCart = attributed(village.session.token);
      const byLine = order({
        lines: [
          {
            productId: 101,
            title: 'Honey',
            unitPrice: '50.00',
            quantity: 1,
            properties: [{ name: '_kindcast_session', value: village.session.token }],
          },
        ],
      });
      await send(village, 'orders/paid', byCart);
      await send(village, 'orders/paid', byLine);
      const session = { id: village.session.id, title: 'Honey, live' };
      expect((await sessionOf(byCart.id)).session).to.deep.equal({ ...session, evidence: 'cart-attribute' });
      expect((await sessionOf(byLine.id)).session).to.deep.equal({ ...session, evidence: 'line-property' });
      const { totals } = await kindcast.call('GET', `/v1/sessions/${village.session.id}/totals`);
      expect(totals[0]).to.include({ given: '10.00', orders: 2 });
    });

    it('but not by a forged token or one of a session that does not sell here; both are noted', async () => {
      const elsewhere = await settle(kindcast.url);
      const forged = attributed('x'.repeat(26));
      const foreign = attributed(elsewhere.session.token);
      await send(village, 'orders/paid', forged);
      await send(village, 'orders/paid', foreign);
      for (const [id, reason] of [
        [forged.id, 'forged'],
        [foreign.id, 'foreign'],
      ] as const) {
        const found = await sessionOf(id);
        expect(found.session).to.equal(undefined);
        expect(found.ignoredTokens).to.deep.equal([{ evidence: 'cart-attribute', reason }]);
      }
      expect((await kindcast.call('GET', `/v1/sessions/${elsewhere.session.id}/totals`)).totals).to.deep.equal([]);
      expect(await given()).to.equal('10.00');
    });

    it('and leave its total again when the latest state no longer names it', async () => {
      const first = attributed(village.session.token);
      await send(village, 'orders/paid', first);
      await send(village, 'orders/updated', {
        ...first,
        note_attributes: [],
        updated_at: new Date(Date.now() + 5_000).toISOString(),
      });
      const { totals } = await kindcast.call('GET', `/v1/sessions/${village.session.id}/totals`);
      expect(totals[0]).to.include({ given: '0.00', orders: 0, units: 0 });
      expect(await given()).to.equal('5.00');
      await booksBalance(kindcast.url);
    });
  });

  it('keeps no trace of the buyer', async () => {
    const payload = order();
    await send(village, 'orders/paid', payload);
    await send(village, 'orders/paid', Buffer.from(`${JSON.stringify(order())}broken`));
    const dump = await kindcast.testDatabase.asOwner(async (owner) => {
      const { rows } = await owner.query<{ text: string }>(
        `SELECT query_to_xml(format('SELECT * FROM %I', tablename), true, false, '')::text AS text
         FROM pg_tables WHERE schemaname = 'public'`,
      );
      return rows.map((row) => row.text).join('\n');
    });
    expect(dump).to.contain(String(payload.id));
    const traces = personalTraces(payload.id);
    expect(traces.length).to.be.greaterThan(3);
    for (const trace of traces) expect(dump).not.to.contain(trace);
    expect(dump).not.to.contain(village.secret);
  });
});
