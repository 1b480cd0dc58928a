import { expect } from 'chai';
import { io } from 'socket.io-client';
import { paid, shopifyOrder } from '../../server/demo/shopify-order.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { becomes } from '../support/browser.js';
import { send, setRule, settle, type Village } from '../support/village.js';

let orderId = 700_000;

/** A paid order of one product, in the village's session. */
async function sell(village: Village, productId: number, unitPrice: string): Promise<void> {
  const order = shopifyOrder({
    id: (orderId += 1),
    shopDomain: village.domain,
    currency: village.currency,
    processedAt: new Date(),
    taxesIncluded: true,
    noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
    lines: [{ productId, title: 'Honey', unitPrice, quantity: 1 }],
  });
  const { body } = await send(village, 'orders/paid', paid(order, new Date()));
  expect(body.outcome).to.equal('counted');
}

describe('what everybody may know', () => {
  let kindcast: Kindcast;
  before(async () => (kindcast = await startKindcast()));
  after(() => kindcast.stop());

  /** Asks as a stranger's page does. */
  async function ask(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(kindcast.url + path, { headers: { origin: 'https://blog.example', ...headers } });
    const text = await response.text();
    return { response, status: response.status, text, body: (text ? JSON.parse(text) : undefined) as Answer };
  }
  const shownTo = (response: Response) => [
    response.headers.get('access-control-allow-origin'),
    response.headers.get('cross-origin-resource-policy'),
  ];

  describe("a charity item's rule", () => {
    let village: Village;
    before(async () => (village = await settle(kindcast.url)));
    const ruleOf = async (productId: number | string) =>
      (await ask(`/v1/shops/${village.shopId}/items/${productId}/rule`)).body;

    it('is told with projects, charities, end, cap, and a sentence in each language', async () => {
      await setRule(
        village,
        101,
        '5%',
        { 'school-lunch': 3, well: 1 },
        { title: 'Honey', until: '2099-01-01T00:00:00Z', cap: { amount: '10000.00', currency: 'CNY' } },
      );
      const { rule, words, ...item } = await ruleOf(101);
      expect(item).to.deep.equal({ shopId: village.shopId, productId: '101', title: 'Honey', charityItem: true });
      expect(rule).to.deep.include({
        version: 1,
        share: { kind: 'percent', value: '5' },
        base: 'asPriced',
        until: '2099-01-01T00:00:00.000Z',
        cap: { amount: '10000.00', currency: 'CNY' },
        capReached: false,
      });
      expect(rule.projects.map(({ title, weight }: Answer) => [title, weight])).to.deep.equal([
        ['school-lunch', 3],
        ['well', 1],
      ]);
      expect(rule.projects[0].charity.name).to.equal('Rural Lunch Foundation 乡村午餐');
      const charity = 'Rural Lunch Foundation 乡村午餐';
      expect(words.en).to.equal(
        '5% of what you pay for this goes to 2 projects, until 31 Dec 2098, at most CN¥10,000 in all: ' +
          `75% to school-lunch (${charity}) and 25% to well (${charity}).`,
      );
      expect(words['zh-CN']).to.match(/^商家从你为此商品支付的金额中拿出 5%，捐给 2 个项目，截至2098年12月31日/);
    });

    it('says so as soon as the cap is reached, and again when a new version has room', async () => {
      const capped = { cap: { amount: '3.00', currency: 'CNY' } };
      await setRule(village, 102, '10%', { well: 1 }, capped);
      await sell(village, 102, '20.00');
      expect((await ruleOf(102)).rule.capReached).to.equal(false);
      await sell(village, 102, '50.00');
      const { charityItem, rule, words } = await ruleOf(102);
      expect([charityItem, rule.capReached]).to.deep.equal([true, true]);
      expect(words.en).to.match(/^The cap of CN¥3 has been reached .* Further orders give nothing more\.$/);
      await setRule(village, 102, '10%', { well: 1 }, capped);
      expect((await ruleOf(102)).rule).to.include({ version: 2, capReached: false });
    });

    it('is none for products without one, before it begins, after its end, and once it was taken back', async () => {
      const none = (productId: number) => ({ shopId: village.shopId, productId: `${productId}`, charityItem: false });
      expect(await ruleOf(999)).to.deep.equal(none(999));
      await setRule(village, 103, '5%', { well: 1 }, { from: '2098-01-01T00:00:00Z' });
      expect(await ruleOf(103)).to.deep.equal(none(103));
      await setRule(village, 104, '5%', { well: 1 }, { from: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' });
      expect(await ruleOf(104)).to.deep.equal(none(104));
      await setRule(village, 105, '5%', { well: 1 });
      expect((await ruleOf(105)).charityItem).to.equal(true);
      await kindcast.call('DELETE', `/v1/shops/${village.shopId}/items/105`);
      expect(await ruleOf(105)).to.deep.equal(none(105));
    });

    it('is of one shop alone', async () => {
      const other = await settle(kindcast.url);
      expect((await ask(`/v1/shops/${other.shopId}/items/101/rule`)).body.charityItem).to.equal(false);
    });
  });

  it('tells what a project is and whose it is', async () => {
    const charity = await kindcast.call('POST', '/v1/charities', {
      name: 'Wells',
      country: 'CN',
      registrationNumber: '5330 0000 X',
    });
    const cny = (amount: string) => ({ amount, currency: 'CNY' });
    const project = await kindcast.call('POST', '/v1/projects', {
      charityId: charity.id,
      title: 'A well',
      currency: 'CNY',
      goal: cny('500.00'),
      impact: { unit: 'metre', cost: cny('12.50') },
    });
    const { body } = await ask(`/v1/projects/${project.id}/about`);
    expect(body).to.deep.equal({
      id: project.id,
      title: 'A well',
      currency: 'CNY',
      goal: cny('500.00'),
      impact: { unit: 'metre', cost: cny('12.50') },
      charity: { id: charity.id, name: 'Wells', country: 'CN', registrationNumber: '5330 0000 X' },
      pageUrl: `http://kindcast.test/projects/${project.id}`,
    });
  });

  it('tells what a session is, but neither its token nor the key of its overlay', async () => {
    const { session } = await settle(kindcast.url);
    const { body, text } = await ask(`/v1/sessions/${session.id}/about`);
    expect(body).to.include({ id: session.id, title: 'Honey, live', streamer: 'Li Mei', status: 'live' });
    expect(body.startedAt).to.match(/Z$/);
    expect(body.pageUrl).to.equal(`http://kindcast.test/sessions/${session.id}`);
    expect(text).not.to.contain(session.token);
    expect(text).not.to.contain(session.overlayUrl.split('/').at(-1));
    await kindcast.call('POST', `/v1/sessions/${session.id}/end`);
    const ended = (await ask(`/v1/sessions/${session.id}/about`)).body;
    expect(ended).to.include({ status: 'ended' }).and.include.keys('endedAt');
  });

  it('is for every page and for caches, and a known state is not sent again', async () => {
    const village = await settle(kindcast.url);
    for (const path of [
      `/v1/sessions/${village.session.id}/about`,
      `/v1/projects/${village.projects.well}/about`,
      `/v1/shops/${village.shopId}/items/101/rule`,
      '/v1/board?by=shop',
    ]) {
      const { response } = await ask(path);
      expect(shownTo(response), path).to.deep.equal(['*', 'cross-origin']);
      expect(response.headers.get('cache-control')).to.match(/^public, s-maxage=1, stale-while-revalidate=\d+$/);
      // A board is made anew every two seconds: on a busy machine between one question and the next.
      await becomes(async () => {
        const etag = (await ask(path)).response.headers.get('etag')!;
        return (await ask(path, { 'if-none-match': etag })).status;
      }, 304);
      expect((await ask(path, { 'if-none-match': '"another"' })).status).to.equal(200);
    }
  });

  it('answers what it does not know with a problem that every page may read', async () => {
    for (const path of [
      '/v1/sessions/nobody/about',
      '/v1/projects/nobody/about',
      '/v1/shops/nobody/items/1/rule',
      '/v1/shops/nobody/orders/1/thanks?key=x',
    ]) {
      const { response, status, body } = await ask(path);
      expect(status, path).to.equal(404);
      expect(body.type).to.equal('urn:kindcast:problem:not-found');
      expect(body.title).to.match(/^There is no .*\.$/);
      // Ids that do not exist are no way past a cache; a buyer's address is kept by none.
      expect(response.headers.get('cache-control')).to.equal(
        path.includes('thanks') ? 'no-store' : 'public, s-maxage=1',
      );
      expect(shownTo(response), path).to.deep.equal(['*', 'cross-origin']);
    }
  });
});

describe('the board', () => {
  let kindcast: Kindcast;
  before(async () => (kindcast = await startKindcast()));
  after(() => kindcast.stop());
  const board = (query: string) => kindcast.call('GET', `/v1/board?${query}`);
  const ranking = async (query: string) =>
    (await board(query)).entries.map(({ title, given }: Answer) => `${title} ${given}`).join(', ');

  it('ranks sessions, shops and regions within one currency', async () => {
    expect(await board('by=session')).to.deep.include({ by: 'session', entries: [] });
    const shopIn = async (name: string, region: string | undefined, currency: string, given: string[]) => {
      const village = await settle(kindcast.url, { currency });
      const merchant = await kindcast.call('POST', '/v1/merchants', { name });
      const shop = await kindcast.call('POST', '/v1/shops', {
        merchantId: merchant.id,
        platform: 'shopify',
        domain: `b-${village.domain}`,
        currency,
        webhookSecret: village.secret,
        ...(region && { region }),
      });
      const session = await kindcast.call('POST', '/v1/sessions', {
        title: `${name} live`,
        streamer: 'S',
        shopIds: [shop.id],
      });
      const here = { ...village, shopId: shop.id, domain: shop.domain, session };
      await setRule(here, 101, '100%', { well: 1 });
      for (const price of given) await sell(here, 101, price);
      return here;
    };
    await shopIn('Tea', 'Yunnan 云南', 'CNY', ['10.00', '5.00']);
    await shopIn('Honey', 'Yunnan 云南', 'CNY', ['30.00']);
    await shopIn('Rice', 'Guizhou', 'CNY', ['40.00']);
    await shopIn('Salt', undefined, 'CNY', ['1.00']);
    // Most in minor units, but by fewer orders.
    await shopIn('Matcha', 'Kyoto', 'JPY', ['900000', '100000']);
    await becomes(() => ranking('by=session'), 'Rice live 40.00, Honey live 30.00, Tea live 15.00, Salt live 1.00');
    expect(await ranking('by=shop')).to.equal('Rice 40.00, Honey 30.00, Tea 15.00, Salt 1.00');
    expect(await ranking('by=region')).to.equal('Yunnan 云南 45.00, Guizhou 40.00');
    expect(await ranking('by=shop&limit=2')).to.equal('Rice 40.00, Honey 30.00');
    expect(await ranking('by=region&currency=JPY')).to.equal('Kyoto 1000000');
    expect(await ranking('by=region&currency=EUR')).to.equal('');
    const [first] = (await board('by=session')).entries;
    expect(first).to.include({ currency: 'CNY', orders: 1, status: 'scheduled' });
    expect((await board('by=region')).entries[0])
      .to.include({ id: 'Yunnan 云南', orders: 3 })
      .and.not.have.key('status');
  });

  it('is known again when it was made anew and nobody gave meanwhile', async () => {
    const ask = (headers = {}) => fetch(`${kindcast.url}/v1/board?by=shop`, { headers });
    const atOf = async (answer: Response) => ((await answer.json()) as Answer).at as string;
    const first = await ask();
    const etag = first.headers.get('etag')!;
    expect(etag, 'another moment is told in another text').to.match(/^W\/"/);
    const at = await atOf(first);
    let later = first;
    await becomes(async () => (await atOf((later = await ask()))) > at, true);
    expect(later.headers.get('etag')).to.equal(etag);
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`])
      expect((await ask({ 'if-none-match': known })).status, known).to.equal(304);
    expect((await ask({ 'if-none-match': 'W/"other"' })).status).to.equal(200);
  });

  it('tells two shops of one merchant apart', async () => {
    const village = await settle(kindcast.url);
    const again = await kindcast.call('POST', '/v1/shops', {
      merchantId: village.merchantId,
      platform: 'shopify',
      domain: `second-${village.domain}`,
      currency: 'CNY',
      webhookSecret: village.secret,
    });
    for (const here of [village, { ...village, shopId: again.id, domain: again.domain }]) {
      await setRule(here, 101, '100%', { well: 1 });
      await sell(here, 101, '77.00');
    }
    const name = 'Yunling Cooperative 云岭合作社';
    await becomes(
      async () => (await ranking('by=shop')).split(', ').slice(0, 2).sort().join(', '),
      [`${name} · second-${village.domain} 77.00`, `${name} · ${village.domain} 77.00`].sort().join(', '),
    );
  });

  it('says in a sentence what it cannot do', async () => {
    for (const [query, path, says] of [
      ['', 'by', /must be "session", "shop" or "region"/],
      ['by=buyer', 'by', /must be "session", "shop" or "region"/],
      ['by=shop&limit=0', 'limit', /from 1 to 50/],
      ['by=shop&limit=51', 'limit', /from 1 to 50/],
      ['by=shop&currency=RMB', 'currency', /ISO 4217/],
      ['by=shop&cursor=1', 'cursor', /not a known field/],
    ] as const) {
      const { errors } = await kindcast.call('GET', `/v1/board?${query}`, undefined, 400);
      expect(errors[0].path, query).to.equal(path);
      expect(errors[0].message, query).to.match(says);
    }
  });
});

describe("a shop's region and storefronts", () => {
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
  });
  after(() => kindcast.stop());

  const connectShop = (more: object, expected?: number) =>
    kindcast.call(
      'POST',
      '/v1/shops',
      {
        merchantId: village.merchantId,
        platform: 'shopify',
        domain: `s${(orderId += 1)}.myshopify.com`,
        currency: 'CNY',
        ...more,
      },
      expected,
    );

  it('are kept as browsers write them, each once', async () => {
    const shop = await connectShop({
      region: ' Yunnan 云南 ',
      origins: [
        'https://Shop.Example.com/',
        'https://shop.example.com',
        'https://蜂蜜.example',
        'http://localhost:9292',
      ],
    });
    expect(shop.region).to.equal('Yunnan 云南');
    const origins = ['https://shop.example.com', 'https://xn--20w919f.example', 'http://localhost:9292'];
    expect(shop.origins).to.deep.equal([origins[0], new URL('https://蜂蜜.example').origin, origins[2]]);
    expect(await connectShop({}))
      .to.deep.include({ origins: [] })
      .and.not.have.property('region');
  });

  it('are refused with what to give instead', async () => {
    for (const origin of [
      'http://shop.example.com',
      'shop.example.com',
      'https://shop.example.com/products',
      'https://shop.example.com?x',
      'https://user@shop.example.com',
      'javascript:alert(1)',
      '*',
      'null',
    ]) {
      const { errors } = await connectShop({ origins: ['https://a.example', origin] }, 400);
      expect(errors[0].path, origin).to.equal('origins.1');
      expect(errors[0].message, origin).to.match(/^must be the address of a storefront such as "https:\/\/shop/);
    }
    const many = Array.from({ length: 11 }, (_, at) => `https://s${at}.example`);
    expect((await connectShop({ origins: many }, 400)).errors[0].message).to.equal('must name at most 10 addresses');
    expect((await connectShop({ region: 'x'.repeat(61) }, 400)).errors[0].path).to.equal('region');
  });

  it('open the feed for the pages of a storefront that was named, and close it again', async () => {
    const origin = 'https://honey.example';
    const path = `/v1/shops/${village.shopId}/origins`;
    const opens = async () => {
      // A server of its own has not asked yet; one that has hears of it within ten seconds.
      const server = await startKindcast({ on: kindcast.testDatabase });
      const socket = io(`${server.url}/live`, {
        transports: ['websocket'],
        extraHeaders: { origin },
        reconnection: false,
      });
      const heard = await new Promise<string>((resolve) => {
        socket.once('connect', () => resolve('open'));
        socket.once('connect_error', () => resolve('refused'));
      });
      socket.close();
      await server.stop();
      return heard;
    };
    expect(await opens()).to.equal('refused');
    expect((await kindcast.call('PUT', path, { origins: [origin] })).origins).to.deep.equal([origin]);
    expect(await opens()).to.equal('open');
    await kindcast.call('PUT', path, { origins: [] });
    expect(await opens()).to.equal('refused');
    await kindcast.call('PUT', '/v1/shops/nobody/origins', { origins: [] }, 404);
    await kindcast.call('PUT', path, {}, 400);
  });
});
