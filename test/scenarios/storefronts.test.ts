import { expect } from 'chai';
import { io } from 'socket.io-client';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { settle, type Village } from '../support/village.js';

describe("a shop's region and storefronts", () => {
  let kindcast: Kindcast;
  let village: Village;
  let shops = 0;
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
        domain: `s${(shops += 1)}.myshopify.com`,
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
