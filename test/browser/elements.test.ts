import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { cancelled, refundLines } from '../../server/demo/shopify-order.js';
import { becomes, closeVisits, keepPicture, visit, type Visit } from '../support/browser.js';
import { openForeignSite, type ForeignSite } from '../support/foreign-page.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../support/village.js';
import { sell } from '../support/sell.js';

const far = '<p class="far"></p>';

describe('elements on a page of others', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let site: ForeignSite;
  let village: Village;
  beforeEach(async () => {
    kindcast = await startKindcast();
    site = await openForeignSite(kindcast);
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 3, well: 1 });
  });
  afterEach(async () => {
    await closeVisits();
    await site.stop();
    await kindcast.stop();
  });

  /** The shop names the site as one of its own. */
  const welcome = () =>
    kindcast.testDatabase.pool.query('UPDATE shops SET origins = ARRAY[$1] WHERE id = $2', [site.url, village.shopId]);

  const open = async (body: string): Promise<Visit & { asked: string[]; sockets: string[] }> => {
    const asked: string[] = [];
    const sockets: string[] = [];
    const visited = await visit('about:blank', { mayAsk: [site.url, kindcast.url] });
    // It runs as ever, but can be pushed ahead, so that nobody waits for what only takes its time.
    await visited.page.clock.install();
    visited.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    visited.page.on('websocket', (socket) => sockets.push(socket.url()));
    await visited.page.goto(site.serve({ body }));
    return { ...visited, asked, sockets };
  };

  const count = (list: readonly string[], end: string) => list.filter((each) => each.endsWith(end)).length;
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
    await welcome();
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

  it('ask once for a topic, go live by one socket, and show what happens', async () => {
    await welcome();
    await sell(village);
    const { page, asked, sockets, complaints } = await open(`
      <kindcast-total ${session()}></kindcast-total><kindcast-total ${session()} lang="zh-CN"></kindcast-total>
      <kindcast-goal ${session()}></kindcast-goal><kindcast-gifts ${session()} limit="2"></kindcast-gifts>`);
    await becomes(() => shown(page), 'CN¥10.00');
    await becomes(async () => sockets.length, 1);
    await told(page);
    await sell(village, { title: 'Told by the socket' });
    await becomes(() => shown(page), 'CN¥20.00');
    await becomes(() => page.locator('kindcast-total[lang] .total .unseen').innerText(), '¥20.00');
    await page.getByText('Told by the socket').first().waitFor();
    expect(count(asked, '/totals')).to.equal(1);
    expect(count(asked, '/gifts')).to.equal(1);
    expect(count(asked, '/kindcast-elements.js')).to.equal(1);
    expect(sockets).to.have.length(1);
    expect(complaints).to.deep.equal([]);
  });

  it('open no socket for a session that is over, nor ask for anything that nobody sees', async () => {
    await welcome();
    await sell(village);
    await kindcast.call('POST', `/v1/sessions/${village.session.id}/end`);
    const { page, asked, sockets } = await open(
      `<kindcast-total ${session()}></kindcast-total>${far}<kindcast-total project="${village.projects['well']}"></kindcast-total>`,
    );
    await becomes(() => said(page, 'kindcast-total'), 'Given by this live Ended CN¥10.00 1 order');
    expect(count(asked, '/kindcast-socket.js')).to.equal(0);
    expect(count(asked, '/totals')).to.equal(1);
    await page.locator('kindcast-total[project]').scrollIntoViewIfNeeded();
    await becomes(() => said(page, 'kindcast-total[project]'), 'Given to this project CN¥2.50 1 order');
    await page.evaluate(() => scrollTo(0, 0));
    expect(sockets).to.have.length(0);
  });

  it('go on asking where the socket is refused', async () => {
    await sell(village);
    const { page, asked } = await open(`<kindcast-total ${session()}></kindcast-total>`);
    await becomes(() => shown(page), 'CN¥10.00');
    await becomes(async () => count(asked, '/kindcast-socket.js'), 1);
    const order = await sell(village);
    await page.clock.fastForward(13_000);
    await becomes(() => shown(page), 'CN¥20.00');
    // Nobody told it, so it asks for the reason, too.
    const later = new Date(Date.now() + 2_000);
    await send(village, 'refunds/create', refundLines(order, [{ line: 0, quantity: 1 }], later).refund);
    await page.clock.fastForward(13_000);
    await becomes(
      () => said(page, 'kindcast-total'),
      'Given by this live Live CN¥15.00 Refund −CN¥5.00, taken off the total',
    );
  });

  it('show a fall with its reason', async () => {
    await welcome();
    await sell(village);
    const order = await sell(village);
    const { page } = await open(
      `<kindcast-total ${session()}></kindcast-total><kindcast-gifts ${session()} limit="2"></kindcast-gifts>`,
    );
    await told(page);
    await send(village, 'orders/cancelled', cancelled(order, new Date(Date.now() + 4_000), { refund: false }));
    await becomes(
      () => said(page, 'kindcast-total'),
      'Given by this live Live CN¥10.00 Cancelled −CN¥10.00, taken off the total',
    );
    await becomes(() => page.locator('kindcast-gifts .fall .end').first().innerText(), 'Cancelled −CN¥2.50');
    await keepPicture(page, 'elements-after-cancel-en');
  });

  it('say that they are old when the server is away, and heal when it is back', async () => {
    await welcome();
    await sell(village);
    const { page } = await open(`<kindcast-total ${session()}></kindcast-total>`);
    await told(page);
    await page.route(`${kindcast.url}/**`, (route) => route.abort());
    await page.context().setOffline(true);
    await page.clock.fastForward(10_500);
    await page.clock.fastForward(5_500);
    await page.locator('kindcast-total .pill.stale').waitFor();
    expect(await said(page, 'kindcast-total')).to.match(
      /^Given by this live Out of date CN¥10\.00 No word since .+; it may have changed$/,
    );
    await keepPicture(page, 'elements-stale-en');
    await page.unroute(`${kindcast.url}/**`);
    await page.context().setOffline(false);
    await sell(village);
    await page.clock.fastForward(13_000);
    await becomes(() => shown(page), 'CN¥20.00');
    expect(await page.locator('kindcast-total .pill.stale').count()).to.equal(0);
  });

  it('say that they are old when they wake from a sleep, until there is an answer', async () => {
    await welcome();
    await sell(village);
    const { page } = await open(`<kindcast-total ${session()}></kindcast-total>`);
    await told(page);
    await page.context().setOffline(true);
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 3_600_000);
    const old = await page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'));
      return new Promise<boolean>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve(document.querySelector('kindcast-total')!.shadowRoot!.querySelector('.pill.stale') !== null),
          ),
        ),
      );
    });
    expect(old).to.equal(true);
  });

  it('heal when the last message was lost, and ask when the socket falls silent', async () => {
    await welcome();
    await sell(village);
    const { page, asked } = await open('');
    let lost = (_message: string) => false;
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => (lost(String(message)) ? undefined : socket.send(message)));
    });
    await page.goto(site.serve({ body: `<kindcast-total ${session()}></kindcast-total>` }));
    await told(page);
    lost = (message) => message.includes('["totals",');
    await sell(village);
    // The server mentions what it has told; whoever missed it watches again.
    await becomes(() => shown(page), 'CN¥20.00', 15_000);
    expect(count(asked, '/totals')).to.equal(1);
    lost = () => true;
    await sell(village);
    await page.clock.fastForward(10_500);
    await page.clock.fastForward(5_500);
    await becomes(() => shown(page), 'CN¥30.00');
    expect(count(asked, '/totals')).to.be.greaterThan(1);
  });

  it('are not frozen by a clock that is set back', async () => {
    await sell(village);
    const { page } = await open(`<kindcast-total ${session()}></kindcast-total>`);
    await becomes(() => shown(page), 'CN¥10.00');
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) - 3_600_000);
    await sell(village);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await becomes(() => shown(page), 'CN¥20.00');
  });

  it('ask seldom for what the server says cannot be', async () => {
    const { page } = await visit('about:blank', { mayAsk: [site.url, kindcast.url] });
    await page.route('**/v1/sessions/**', (route) =>
      route.fulfill({ status: 400, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{}' }),
    );
    await page.goto(site.serve({ body: '<kindcast-total session="no-such-name"></kindcast-total>' }));
    await page.getByText('There is nothing to show here.').waitFor();
  });

  it('let go of what no element shows any more', async () => {
    const { page } = await open(`<kindcast-total ${session()}></kindcast-total>`);
    const kept = await page.evaluate(() => {
      const total = document.querySelector('kindcast-total') as unknown as { source: object } & Element;
      const { source } = total;
      total.remove();
      (window as unknown as { total: Element }).total = total;
      (window as unknown as { before: object }).before = source;
      return source !== undefined;
    });
    expect(kept).to.equal(true);
    await page.clock.fastForward(61_000);
    const same = await page.evaluate(() => {
      const { total, before } = window as unknown as { total: { source: object } & Element; before: object };
      document.body.append(total);
      return total.source === before;
    });
    expect(same).to.equal(false);
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

/** What the first total says to those who listen. */
const shown = (page: Page) => page.locator('kindcast-total .total .unseen').first().innerText();

/** Waits until the socket tells the first element's topic. */
const told = (page: Page) =>
  page.waitForFunction(
    () =>
      (document.querySelector('kindcast-total') as unknown as { source?: { told?: boolean } }).source?.told === true,
  );

/** Every word that the eye sees in an element, in order. */
async function said(page: Page, selector: string): Promise<string> {
  const texts = await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
      let words = '';
      let block: Element | null | undefined;
      while (walker.nextNode()) {
        const { parentElement: parent, textContent } = walker.currentNode;
        if (parent?.closest('.unseen, [role="status"]')) continue;
        const within = parent?.closest('p, li, span, time, a, b');
        words += (within === block ? '' : ' ') + textContent;
        block = within;
      }
      return words;
    });
  return texts.replace(/\s+/g, ' ').trim();
}
