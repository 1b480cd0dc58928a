import { expect } from 'chai';
import { becomes, keepPicture, visit } from '../support/browser.js';
import { setElementsStage, said, shown, type ElementsStage } from '../support/elements-stage.js';
import type { ForeignSite } from '../support/foreign-page.js';
import { sell } from '../support/sell.js';
import type { Kindcast } from '../support/start-kindcast.js';
import type { Village } from '../support/village.js';

describe('elements on a page of others', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let site: ForeignSite;
  let village: Village;
  let stage: ElementsStage;
  beforeEach(async () => {
    stage = await setElementsStage();
    ({ kindcast, site, village } = stage);
  });
  afterEach(() => stage.stop());

  const open = (body: string) => stage.open(body);
  const session = () => `session="${village.session.id}"`;

  it('show what the books say, each in its own way', async () => {
    await sell(village, { title: 'Wildflower honey' });
    const order = await sell(village, { title: 'Wildflower honey', unitPrice: '70.00' });
    const { page, complaints } = await open(`
      <kindcast-total shop="${village.shopId}"></kindcast-total>
      <kindcast-total project="${village.projects['well']}"></kindcast-total>
      <kindcast-gifts ${session()} limit="4"></kindcast-gifts>
      <kindcast-projects ${session()}></kindcast-projects>
      <kindcast-board by="shop"></kindcast-board>
      <kindcast-thanks shop="${village.shopId}" order="${order.id}" key="${order.checkout_token}"></kindcast-thanks>
      <kindcast-item shop="${village.shopId}" product="101"></kindcast-item>`);
    await stage.welcome();
    await becomes(() => said(page, 'kindcast-total[shop]'), 'Given through this shop CN¥24.00 2 orders');
    await becomes(() => said(page, 'kindcast-total[project]'), 'Given to this project CN¥6.00 2 orders');
    await becomes(
      () => said(page, 'kindcast-gifts'),
      'Latest gifts Live ' +
        'Wildflower honey CN¥3.50 to well just now Wildflower honey CN¥10.50 to school-lunch just now ' +
        'Wildflower honey CN¥2.50 to well just now Wildflower honey CN¥7.50 to school-lunch just now',
    );
    await becomes(
      () => said(page, 'kindcast-projects'),
      'Where it goes Live school-lunch CN¥18.00 75% well CN¥6.00 25%',
    );
    await becomes(
      () => said(page, 'kindcast-board'),
      'Shops and what they gave 1 Yunling Cooperative 云岭合作社 CN¥24.00 2 orders',
    );
    await becomes(
      () => said(page, 'kindcast-thanks'),
      'Thank you. Your order gives CN¥14.00 school-lunch CN¥10.50 Rural Lunch Foundation 乡村午餐 Pledged ' +
        'well CN¥3.50 Rural Lunch Foundation 乡村午餐 Pledged The order is paid but can still be returned; a return takes its share back. Follow your gift',
    );
    const rule = await kindcast.call('GET', `/v1/shops/${village.shopId}/items/101/rule`);
    await page.locator('kindcast-item').scrollIntoViewIfNeeded();
    await becomes(() => said(page, 'kindcast-item'), `善 ${rule.words.en}`);
    expect(await page.locator('kindcast-thanks a').getAttribute('href')).to.match(/^http:\/\/kindcast\.test\/thanks\//);
    expect(complaints).to.deep.equal([]);
  });

  it('keep their sentences in order on a page that runs from right to left', async () => {
    await sell(village);
    const { page } = await open(`<div dir="rtl" lang="en"><kindcast-total ${session()}></kindcast-total></div>`);
    await becomes(() => shown(page), 'CN¥10.00');
    expect(await page.locator('kindcast-total .card').evaluate((card) => getComputedStyle(card).direction)).to.equal(
      'ltr',
    );
  });

  it('say in words that there is nothing of the kind', async () => {
    const { page } = await open(`<kindcast-total session="nobody">The total of our live</kindcast-total>
      <kindcast-item shop="${village.shopId}" product="999">Charity item</kindcast-item>
      <kindcast-thanks shop="${village.shopId}" order="1" key="not-yet"></kindcast-thanks>`);
    await page.getByText('There is nothing to show here.').waitFor();
    expect(await page.getByText('The total of our live').isVisible()).to.equal(true);
    await keepPicture(page, 'elements-missing-en');
    await page.getByText('What your order gives appears here once it is counted.').waitFor();
    // A product without a rule has no badge, and not even its fallback.
    await becomes(() => page.locator('kindcast-item slot').count(), 0);
    expect(await said(page, 'kindcast-item')).to.equal('');
  });

  it('leave the words between their tags where there are no scripts', async () => {
    const { page } = await visit(site.serve({ body: `<kindcast-total ${session()}>See the total</kindcast-total>` }), {
      javaScriptEnabled: false,
      mayAsk: [kindcast.url],
    });
    expect(await page.getByText('See the total').isVisible()).to.equal(true);
    expect((await page.locator('kindcast-total').boundingBox())!.height).to.equal(152);
  });

  it('follow their attributes', async () => {
    const other = await kindcast.call('POST', '/v1/sessions', {
      title: 'Another',
      streamer: 'A Yun',
      shopIds: [village.shopId],
    });
    await sell(village);
    const { page } = await open(`<kindcast-total ${session()}></kindcast-total>`);
    await becomes(() => shown(page), 'CN¥10.00');
    const total = page.locator('kindcast-total');
    await total.evaluate((element, id) => element.setAttribute('session', id), other.id as string);
    await becomes(() => said(page, 'kindcast-total'), 'Given by this live Starting soon No gifts yet');
    await total.evaluate((element) => element.setAttribute('lang', 'zh-CN'));
    await becomes(() => said(page, 'kindcast-total'), '本场直播善款 即将开始 还没有善款');
    const paper = () => page.locator('kindcast-total .card').evaluate((card) => getComputedStyle(card).backgroundColor);
    expect(await paper()).to.equal('rgb(255, 253, 251)');
    await total.evaluate((element) => element.setAttribute('theme', 'dark'));
    await becomes(paper, 'rgb(32, 26, 23)');
    await total.evaluate((element) => element.style.setProperty('--kindcast-paper', 'rgb(1, 2, 3)'));
    await becomes(paper, 'rgb(1, 2, 3)');
  });
});
