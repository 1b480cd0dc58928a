import { expect } from 'chai';
import { paidOrder } from '../support/paid-order.js';
import { sell } from '../support/sell.js';
import { settleHost } from '../support/settle-host.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, send, setRule, settle, type Village } from '../support/village.js';

describe('hosts and the shops they sell in', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  let streamerId: string;
  before(async () => {
    kindcast = await startKindcast();
  });
  after(() => kindcast.stop());
  beforeEach(async () => {
    village = await settle(kindcast.url);
    streamerId = await settleHost(kindcast, 'Li Mei');
  });

  const call = (method: string, path: string, body?: unknown, expected?: number): Promise<Answer> =>
    kindcast.call(method, path, body, expected);
  const schedule = (more: object = {}, expected?: number) =>
    call(
      'POST',
      '/v1/sessions',
      { title: 'Honey night', streamer: 'Li Mei', shopIds: [village.shopId], organisationId: streamerId, ...more },
      expected,
    );
  const ask = (domain = village.domain) => call('POST', '/v1/shop-requests', { domain, organisationId: streamerId });
  const decide = (state: string) => call('PUT', `/v1/shops/${village.shopId}/streamers/${streamerId}`, { state });
  const state = async () =>
    (await call('GET', '/v1/shop-requests')).items.find((each: Answer) => each.organisationId === streamerId)?.state;

  it('sells only where the merchant allows it, and goes on when that is withdrawn while live', async () => {
    const refused = await schedule({}, 400);
    expect(refused.errors).to.deep.equal([
      { path: 'shopIds.0', message: 'names no shop you may sell in; ask it by POST /v1/shop-requests first' },
    ]);
    // A shop that is not there is told in the same words.
    expect((await schedule({ shopIds: ['nowhere'] }, 400)).errors).to.deep.equal(refused.errors);

    const asked = await ask();
    expect(asked).to.deep.include({ domain: village.domain, state: 'asked', organisationId: streamerId });
    expect(asked.shop).to.equal(undefined);
    expect((await ask()).id).to.equal(asked.id);
    const waiting = await call('GET', `/v1/shops/${village.shopId}/streamers?state=asked`);
    expect(waiting.items).to.have.length(1);
    expect(waiting.items[0]).to.deep.include({ streamerId, name: 'Li Mei', state: 'asked' });

    await decide('denied');
    expect(await state()).to.equal('denied');
    await schedule({}, 400);
    expect(await decide('allowed')).to.deep.include({ streamerId, state: 'allowed' });
    expect(await state()).to.equal('allowed');
    const { items } = await call('GET', `/v1/linkable-shops?organisationId=${streamerId}`);
    expect(items.map(({ id, hostId }: Answer) => [id, hostId])).to.deep.equal([[village.shopId, streamerId]]);

    const first = await schedule();
    const second = await schedule({ title: 'Another night' });
    await call('POST', `/v1/sessions/${first.id}/start`);
    await call('DELETE', `/v1/shops/${village.shopId}/streamers/${streamerId}`, undefined, 204);
    expect(await state()).to.equal(undefined);
    // What is live goes on; what is not begun does not begin.
    await setRule(village, 101, '10%', { well: 100 });
    await sell({ ...village, session: first });
    expect((await call('GET', `/v1/sessions/${first.id}/totals`)).totals[0].given).to.equal('10.00');
    expect((await call('GET', `/v1/sessions/${first.id}`)).given).to.deep.equal([{ amount: '10.00', currency: 'CNY' }]);
    const late = await call('POST', `/v1/sessions/${second.id}/start`, {}, 409);
    expect(late.title).to.contain('no longer allows you to sell in it');
    await booksBalance(kindcast.url);
  });

  it('asks shops that are not here in the same way, and is found by them when they come', async () => {
    const domain = `later-${streamerId}.myshopify.com`;
    const [there, notThere] = [await ask(), await ask(domain)];
    expect(Object.keys(there)).to.deep.equal(Object.keys(notThere));
    const shop = await call('POST', '/v1/shops', {
      merchantId: village.merchantId,
      platform: 'shopify',
      domain,
      currency: 'CNY',
    });
    const { items } = await call('GET', `/v1/shops/${shop.id}/streamers`);
    expect(items.map((each: Answer) => each.streamerId)).to.deep.equal([streamerId]);
  });

  it('asks no more than 50 shops at a time', async () => {
    for (let shop = 0; shop < 50; shop += 1) await ask(`guess-${shop}.myshopify.com`);
    const refused = await call(
      'POST',
      '/v1/shop-requests',
      { domain: village.domain, organisationId: streamerId },
      409,
    );
    expect(refused.title).to.contain('50 shops have not answered yet');
  });

  it('schedules, says it anew, calls off, takes that back, goes live and ends', async () => {
    await ask();
    await decide('allowed');
    const session = await schedule({ scheduledFor: '2026-12-24T20:00:00+08:00' });
    expect(session).to.deep.include({ organisationId: streamerId, scheduledFor: '2026-12-24T12:00:00.000Z' });
    const told = {
      title: 'Tea night',
      streamer: 'Li Mei',
      shopIds: [village.shopId],
      goal: { amount: '500', currency: 'CNY' },
    };
    const changed = await call('PUT', `/v1/sessions/${session.id}`, told);
    expect(changed.scheduledFor).to.equal(undefined);
    expect((await call('GET', `/v1/sessions/${session.id}/totals`)).goal).to.deep.equal({
      amount: '500.00',
      currency: 'CNY',
    });

    await call('DELETE', `/v1/sessions/${session.id}`, undefined, 204);
    const listed = async (query = '') =>
      (await call('GET', `/v1/sessions${query}`)).items.some(({ id }: Answer) => id === session.id);
    expect(await listed()).to.equal(false);
    expect(await listed('?status=cancelled')).to.equal(true);
    expect((await fetch(`${kindcast.url}/sessions/${session.id}`)).status).to.equal(404);
    expect((await call('POST', `/v1/sessions/${session.id}/start`, {}, 409)).title).to.contain('was called off');
    await call('POST', `/v1/sessions/${session.id}/restore`);
    expect(await listed('?status=scheduled')).to.equal(true);

    await call('POST', `/v1/sessions/${session.id}/start`);
    expect((await call('DELETE', `/v1/sessions/${session.id}`, undefined, 409)).title).to.contain('has begun');
    await call('POST', `/v1/sessions/${session.id}/end`);
    expect((await call('PUT', `/v1/sessions/${session.id}`, told, 409)).title).to.contain('has ended');
  });

  it('counts for the session what a shop sells that was let in while it was live; none is taken out then', async () => {
    const other = await settle(kindcast.url);
    await setRule(other, 101, '10%', { well: 100 });
    const sold = async () => sell({ ...other, session: village.session });
    await setRule(village, 101, '10%', { well: 100 });
    await sell(village);
    await sold();
    const total = async () => (await call('GET', `/v1/sessions/${village.session.id}/totals`)).totals[0].given;
    expect(await total()).to.equal('10.00');
    const put = (shopIds: string[], expected?: number) =>
      call(
        'PUT',
        `/v1/sessions/${village.session.id}`,
        { title: 'Honey, live', streamer: 'Li Mei', shopIds },
        expected,
      );
    await put([village.shopId, other.shopId]);
    // At once, although the token was known for one shop alone a moment ago.
    await sold();
    expect(await total()).to.equal('20.00');
    expect((await put([village.shopId], 400)).errors[0].path).to.equal('shopIds');
    expect((await call('GET', `/v1/shops/${other.shopId}/sessions`)).items[0]).to.not.have.any.keys(
      'token',
      'overlayUrl',
      'studioUrl',
    );
  });

  it('has all links in one place, and an order through the cart link counts', async () => {
    const links = await call('GET', `/v1/sessions/${village.session.id}/links`);
    expect(links.overlayUrl).to.equal(village.session.overlayUrl);
    expect(links.codeUrl).to.equal(`${village.session.overlayUrl}/session-qr.png`);
    const link = new URL(links.shops[0].cartLink.replace('VARIANT', '42'));
    expect(link.pathname).to.equal('/cart/42:1');
    expect(link.searchParams.get('attributes[_kindcast_session]')).to.equal(village.session.token);
    expect(links.shops[0].formField).to.contain(`name="properties[_kindcast_session]"`);
  });

  it('reports to the cent what was given, taken back and why', async () => {
    await setRule(village, 101, '10%', { 'school-lunch': 60, well: 40 }, { title: '=cmd|honey' });
    await setRule(village, 102, '1.00/unit', { well: 100 });
    await sell(village, { quantity: 1 });
    await sell(village, { productId: 102, quantity: 3 });
    const order = await sell(village, { quantity: 2 });
    const { status } = await send(village, 'orders/cancelled', {
      ...order,
      cancelled_at: new Date().toISOString(),
      updated_at: new Date(Date.now() + 5_000).toISOString(),
    });
    expect(status).to.equal(200);
    // Known to be of the session as well, but it gives nothing before it is paid.
    const noteAttributes = [{ name: '_kindcast_session', value: village.session.token }];
    await send(village, 'orders/create', paidOrder(village, { financialStatus: 'pending', noteAttributes }));
    const report = await call('GET', `/v1/sessions/${village.session.id}/report`);
    expect(report.totals).to.deep.equal([
      {
        currency: 'CNY',
        given: '8.00',
        pledged: '8.00',
        confirmed: '0.00',
        paid: '0.00',
        orders: 2,
        units: 4,
        averageGift: '4.00',
      },
    ]);
    expect(report.items.map((item: Answer) => [item.productId, item.orders, item.units, item.given])).to.deep.equal([
      ['101', 1, 1, '5.00'],
      ['102', 1, 3, '3.00'],
    ]);
    expect(report.projects.map(({ title, given }: Answer) => [title, given])).to.deep.equal([
      ['well', '5.00'],
      ['school-lunch', '3.00'],
    ]);
    expect(report.shops.map(({ orders, units, given }: Answer) => [orders, units, given])).to.deep.equal([
      [2, 4, '8.00'],
    ]);
    expect(report.reversals).to.deep.equal([{ reason: 'cancelled', currency: 'CNY', orders: 1, given: '10.00' }]);
    expect(report.recognised).to.deep.equal([{ evidence: 'cart-attribute', orders: 2 }]);
    const { steps } = report.timeline;
    expect(steps.reduce((sum: number, step: Answer) => sum + parseInt(step.given.replace('.', ''), 10), 0)).to.equal(
      800,
    );
    expect(report.peaks).to.have.length(1);

    const csv = await fetch(`${kindcast.url}/v1/sessions/${village.session.id}/report.csv`, {
      headers: { authorization: 'Bearer test-operator-key' },
    });
    expect(csv.headers.get('content-type')).to.contain('text/csv');
    expect(await csv.text()).to.contain(`\r\nitem,101,"'=cmd|honey",${village.shopId},CNY,1,1,5.00\r\n`);
    const pace = await call('GET', `/v1/sessions/${village.session.id}/pace`);
    expect(pace.currencies[0]).to.deep.include({ currency: 'CNY', perMinute: '8.00' });
  });

  it('has something true to say before, while and after it is live', async () => {
    await setRule(village, 101, '10%', { 'school-lunch': 100 }, { title: 'Honey' });
    const session = await call('POST', '/v1/sessions', {
      title: 'Tonight',
      streamer: 'Li Mei',
      shopIds: [village.shopId],
      goal: { amount: '100.00', currency: 'CNY' },
    });
    const script = async () => (await call('GET', `/v1/sessions/${session.id}/script`)).lines;
    const kinds = async () => (await script()).map((line: Answer) => line.kind);
    expect(await kinds()).to.deep.equal(['welcome', 'item', 'page', 'page']);
    await call('POST', `/v1/sessions/${session.id}/start`);
    expect((await script()).some(({ id }: Answer) => id === 'nothing-yet')).to.equal(true);

    const order = await sell({ ...village, session }, { quantity: 4 });
    const [milestone, thanks] = [(await script())[1], (await script())[0]];
    expect(thanks.words.en).to.equal('Somebody has just bought Honey: CN¥20 of it goes to charity. Thank you!');
    expect(milestone.words).to.deep.equal({
      en: 'Only CN¥5 to go to 25% of our goal.',
      'zh-CN': '还差 ¥5，就到目标的 25% 了。',
    });
    await send(village, 'orders/cancelled', {
      ...order,
      cancelled_at: new Date().toISOString(),
      updated_at: new Date(Date.now() + 5_000).toISOString(),
    });
    expect((await script())[0].words.en).to.contain('The total has just gone down by CN¥20');
    expect(await kinds()).to.not.include('thanks');
    await call('POST', `/v1/sessions/${session.id}/end`);
    expect(await kinds()).to.include('goodbye');
  });

  it('plans no more than 200 sessions at a time', async () => {
    await decide('allowed');
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(
        `WITH for_all AS MATERIALIZED (SELECT set_config('kindcast.operator', 'on', false))
         INSERT INTO sessions (id, title, streamer, token, overlay_key, organisation_id)
         SELECT $1 || n, 'x', 'x', $1 || n, $1 || n, $1 FROM for_all, generate_series(1, 200) AS n`,
        [streamerId],
      ),
    );
    expect((await schedule({}, 409)).title).to.contain('200 of your sessions have not begun');
  });

  it('keeps away what is no session', async () => {
    for (const what of ['links', 'script', 'pace', 'report', 'report.csv'])
      await call('GET', `/v1/sessions/nobody/${what}`, undefined, 404);
  });
});
