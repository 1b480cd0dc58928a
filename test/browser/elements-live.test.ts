import { expect } from 'chai';
import { cancelled, refundLines } from '../../server/demo/shopify-order.js';
import { becomes, keepPicture, visit } from '../support/browser.js';
import { setElementsStage, said, shown, told, type ElementsStage } from '../support/elements-stage.js';
import type { ForeignSite } from '../support/foreign-page.js';
import { sell } from '../support/sell.js';
import type { Kindcast } from '../support/start-kindcast.js';
import { send, type Village } from '../support/village.js';

const far = '<p class="far"></p>';

/** How elements hear of what happens, and what they say when they hear nothing. */
describe('elements that follow a live', function () {
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

  const count = (list: readonly string[], end: string) => list.filter((each) => each.endsWith(end)).length;

  it('ask once for a topic, go live by one socket, and show what happens', async () => {
    await stage.welcome();
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
    await stage.welcome();
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
    await stage.welcome();
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
    await stage.welcome();
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
    await stage.welcome();
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
    await stage.welcome();
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
});
