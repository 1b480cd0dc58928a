import { expect } from 'chai';
import pg from 'pg';
import { cancelled } from '../../server/demo/shopify-order.js';
import { keepHistory } from '../../server/totals/keep-history.js';
import { closeVisits, keepPicture, visit } from '../support/browser.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../support/village.js';
import { addressesOf, sell } from './screens.js';

describe('the public pages', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  let client: pg.Client;
  before(async () => {
    kindcast = await startKindcast();
    client = new pg.Client(kindcast.testDatabase.address.server);
    await client.connect();
    village = await settle(kindcast.url, { projects: [] });
    const charity = await kindcast.call('POST', '/v1/charities', {
      name: '乡村学校午餐基金会 Rural School Lunch Foundation',
      country: 'CN',
      registrationNumber: '53100000500021676K',
    });
    const well = await kindcast.call('POST', '/v1/charities', { name: '清泉水井公益 Clear Spring Wells' });
    const cny = (amount: string) => ({ amount, currency: 'CNY' });
    for (const [title, charityId, unit] of [
      ['山里孩子的热午餐 · Hot lunches', charity.id, 'school lunch'],
      ['村口一口井 · A well', well.id, undefined],
    ])
      village.projects[title] = (
        await kindcast.call('POST', '/v1/projects', {
          charityId,
          title,
          currency: 'CNY',
          goal: cny('20000.00'),
          ...(unit && { impact: { unit, cost: cny('4.00') } }),
        })
      ).id;
    await setRule(village, 101, '10%', { '山里孩子的热午餐 · Hot lunches': 3, '村口一口井 · A well': 2 });
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: '云岭蜂蜜助农直播 · Honey from Yunling, live',
      streamer: '阿云 A Yun',
      shopIds: [village.shopId],
      goal: cny('30000.00'),
    });
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    village.session = session;
    for (const unitPrice of ['6112.50', '12880.00', '399.00', '1000', '800', '15999']) {
      const order = await sell(village, { unitPrice, quantity: 3 });
      await sample();
      if (unitPrice === '1000' || unitPrice === '15999') {
        await send(village, 'orders/cancelled', cancelled(order, new Date(Date.now() + 2_000), { refund: false }));
        await sample();
      }
      await sell(village, { unitPrice: '3000', quantity: 3 });
      await sample();
    }
  });
  afterEach(closeVisits);
  after(async () => {
    await client.end();
    await kindcast.stop();
  });
  const sample = () => keepHistory.run({ client, over: new AbortController().signal });

  it('look', async () => {
    const { session } = addressesOf(kindcast, village);
    const project = `${kindcast.url}/projects/${Object.values(village.projects)[0]}`;
    for (const [name, address] of [
      ['session', session],
      ['project', project],
    ] as const)
      for (const lang of ['en', 'zh-CN'])
        for (const [size, viewport] of [
          ['desktop', { width: 1280, height: 900 }],
          ['phone', { width: 390, height: 844 }],
        ] as const) {
          const { page, complaints } = await visit(address, {
            locale: lang,
            viewport,
            colorScheme: size === 'phone' && lang === 'en' ? 'dark' : 'light',
            reducedMotion: 'reduce',
          });
          await page.evaluate(() => document.fonts.ready);
          await page.waitForTimeout(500);
          await keepPicture(page, `x-${name}-${lang}-${size}`, { fullPage: true });
          expect(complaints).to.deep.equal([]);
        }
  });
});
