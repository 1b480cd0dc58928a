import axe from 'axe-core';
import { expect } from 'chai';
import { becomes, closeVisits, keepPicture, visit } from '../support/browser.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { setRule, settle, type Village } from '../support/village.js';
import { sell } from '../support/sell.js';

describe('the gallery of elements', function () {
  this.timeout(60_000);
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
    for (const unitPrice of ['612.50', '1288.00', '39.90']) await sell(village, { unitPrice, quantity: 3 });
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  const topic = () => `session:${village.session.id}`;

  it('lets every element be tried, and copies what was tried', async () => {
    const { page, complaints } = await visit(`${kindcast.url}/widgets`, { permissions: ['clipboard-write'] });
    await page.locator('select[name="topic"]').selectOption(topic());
    await page.locator('kindcast-total .total').waitFor();
    const total = page.locator('article[data-tag="kindcast-total"]');
    const snippet = total.locator('code');
    await becomes(
      async () => snippet.textContent(),
      `<kindcast-total session="${village.session.id}">` +
        `<a href="http://kindcast.test/sessions/${village.session.id}">Total</a></kindcast-total>`,
    );
    await page.locator('input[name="own-topic"]').fill(`shop:${village.shopId}`);
    await page.locator('select[name="theme"]').selectOption('dark');
    await page.locator('select[name="lang"]').selectOption('zh-CN');
    await becomes(
      async () => snippet.textContent(),
      `<kindcast-total shop="${village.shopId}" lang="zh-CN" theme="dark">Total</kindcast-total>`,
    );
    await total.getByText('本店捐出善款').waitFor();
    await total.getByRole('button').click();
    await becomes(async () => total.getByRole('button').textContent(), 'Copied');
    // The shop is known from the board; the product is not.
    const badge = page.locator('article[data-tag="kindcast-item"]');
    await badge.locator('[name="product"]').fill('101');
    await badge.scrollIntoViewIfNeeded();
    await badge.locator('kindcast-item .card').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('takes what is typed for text', async () => {
    const { page, complaints } = await visit(`${kindcast.url}/widgets`);
    const hostile = `"><img src=x onerror="window.__hacked=1">`;
    await page.locator('article[data-tag="kindcast-item"] [name="product"]').fill(hostile);
    await page.locator('input[name="own-topic"]').fill(`session:${hostile}`);
    await becomes(
      async () => page.locator('article[data-tag="kindcast-total"] code').textContent(),
      '<kindcast-total session="&quot;>&lt;img src=x onerror=&quot;window.__hacked=1&quot;>">' +
        '<a href="http://kindcast.test/sessions/%22%3E%3Cimg%20src%3Dx%20onerror%3D%22window.__hacked%3D1%22%3E">Total</a>' +
        '</kindcast-total>',
    );
    expect(await page.evaluate(() => (window as { __hacked?: unknown }).__hacked)).to.equal(undefined);
    expect(await page.locator('main img').count()).to.equal(0);
    // There is no such session, which is all that the browser may note.
    expect(complaints.filter((complaint) => !/40[04]/.test(complaint))).to.deep.equal([]);
  });

  for (const lang of ['zh-CN', 'en'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [size, viewport] of [
        ['desktop', { width: 1280, height: 900 }],
        ['phone', { width: 390, height: 844 }],
      ] as const)
        it(`holds to the rules of accessibility, ${lang}, ${colorScheme}, ${size}`, async () => {
          const wishes = { locale: lang, colorScheme, viewport, reducedMotion: 'reduce' } as const;
          const { page, complaints } = await visit(`${kindcast.url}/widgets`, wishes);
          await page.locator('select[name="topic"]').selectOption(topic());
          await page.locator('article[data-tag="kindcast-item"] [name="product"]').fill('101');
          for (const article of await page.locator('article').all()) {
            await article.scrollIntoViewIfNeeded();
            if ((await article.getAttribute('data-tag')) === 'kindcast-thanks') continue;
            await article.locator('[part="card"]').waitFor();
          }
          await page.evaluate(() => document.fonts.ready);
          await page.evaluate(axe.source);
          const broken = await page.evaluate(async () => {
            const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
          });
          await keepPicture(page, `gallery-${lang}-${colorScheme}-${size}`, { fullPage: true });
          expect(broken).to.deep.equal([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(viewport.width);
          expect(complaints).to.deep.equal([]);
        });
});
