import { expect } from 'chai';
import { closeVisits } from '../support/browser.js';
import { faultsOf, looksOf } from '../support/looks.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { setRule, settle, type Village } from '../support/village.js';
import { addressesOf, sell } from './screens.js';

describe('every screen, in every size, language and light', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url, { projects: ['山里孩子的热午餐 · Hot lunches', '村口一口井 · A well'] });
    await setRule(village, 101, '10%', { '山里孩子的热午餐 · Hot lunches': 3, '村口一口井 · A well': 2 });
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: '云岭蜂蜜助农直播 · Honey from Yunling, live',
      streamer: '阿云 A Yun',
      shopIds: [village.shopId],
      goal: { amount: '3000.00', currency: 'CNY' },
    });
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    village.session = session;
    for (const unitPrice of ['612.50', '1288.00', '39.90', '88.00']) await sell(village, { unitPrice, quantity: 3 });
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  for (const screen of ['session', 'start', 'overlay'] as const)
    it(`${screen}: holds to the rules of accessibility, fits, and the browser has nothing to complain of`, async () => {
      const looks = await looksOf(screen, addressesOf(kindcast, village)[screen], {
        fullPage: screen !== 'overlay',
        settled: (page) => page.locator('.pill.live').first().waitFor(),
      });
      expect(looks).to.have.length(12);
      expect(faultsOf(looks)).to.deep.equal([]);
    });
});
