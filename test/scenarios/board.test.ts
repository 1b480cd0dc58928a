import { expect } from 'chai';
import { sell } from '../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { becomes } from '../support/browser.js';
import { setRule, settle } from '../support/village.js';

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
      for (const price of given) await sell(here, { productId: 101, unitPrice: price, quantity: 1 });
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
      await sell(here, { productId: 101, unitPrice: '77.00', quantity: 1 });
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
