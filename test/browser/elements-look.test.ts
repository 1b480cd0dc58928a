import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { closeVisits, keepPicture, visit } from '../support/browser.js';
import { openForeignSite, type ForeignSite } from '../support/foreign-page.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { setRule, settle, type Village } from '../support/village.js';
import { sell } from '../support/sell.js';

const langs = ['zh-CN', 'en'] as const;
const lunches = '山里孩子的热午餐 · Hot lunches';
const well = '村口一口井 · A well';

describe('the look of the elements', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let site: ForeignSite;
  let village: Village;
  let order: { id: number; checkout_token?: unknown };
  before(async () => {
    kindcast = await startKindcast();
    site = await openForeignSite(kindcast);
    village = await settle(kindcast.url, { projects: [lunches, well, '雨季图书 · Books for the rainy season'] });
    await setRule(
      village,
      101,
      '10%',
      { [lunches]: 3, [well]: 2, '雨季图书 · Books for the rainy season': 1 },
      {
        until: '2027-12-31T16:00:00Z',
        cap: { amount: '90000.00', currency: 'CNY' },
      },
    );
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: '云岭蜂蜜助农直播 · Honey from Yunling, live',
      streamer: '阿云 A Yun',
      shopIds: [village.shopId],
      goal: { amount: '30000.00', currency: 'CNY' },
    });
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    village.session = session;
    for (const unitPrice of ['612.50', '61288.00', '39.90']) order = await sell(village, { unitPrice, quantity: 3 });
  });
  afterEach(closeVisits);
  after(async () => {
    await site.stop();
    await kindcast.stop();
  });

  const everything = () => {
    const session = `session="${village.session.id}"`;
    const thanks = `shop="${village.shopId}" order="${order.id}" key="${String(order.checkout_token)}"`;
    return `<kindcast-total ${session}>Total</kindcast-total>
      <kindcast-goal ${session}>Goal</kindcast-goal>
      <kindcast-gifts ${session}>Gifts</kindcast-gifts>
      <kindcast-projects ${session} limit="4">Projects</kindcast-projects>
      <kindcast-board by="session" limit="3">Board</kindcast-board>
      <kindcast-thanks ${thanks}>Thanks</kindcast-thanks>
      <kindcast-item shop="${village.shopId}" product="101">Badge</kindcast-item>`;
  };

  for (const lang of langs)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`holds to the rules of accessibility, ${lang}, ${colorScheme}`, async () => {
        const address = site.serve({ body: everything(), lang });
        for (const [size, viewport] of [
          ['desktop', { width: 1280, height: 900 }],
          ['phone', { width: 390, height: 844 }],
        ] as const) {
          const { page, complaints } = await visit(address, {
            locale: lang,
            colorScheme,
            viewport,
            mayAsk: [kindcast.url],
            reducedMotion: 'reduce',
          });
          await page.locator('kindcast-total .total').waitFor();
          for (const element of await page.locator('main > *').all()) {
            await element.scrollIntoViewIfNeeded();
            await element.locator('.card:not(.unknown)').waitFor();
          }
          await page.evaluate(() => document.fonts.ready);
          await keepPicture(page, `elements-${lang}-${colorScheme}-${size}`, { fullPage: true });
          // Before axe asks for things that the page's policy forbids.
          expect(complaints.filter((complaint) => !complaint.includes('WebSocket'))).to.deep.equal([]);
          expect(await rulesBroken(page), size).to.deep.equal([]);
        }
      });
});

async function rulesBroken(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  // The page's policy allows no script but the elements'; a test may.
  await devtools.send('Runtime.evaluate', { expression: axe.source });
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('main');
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
}
