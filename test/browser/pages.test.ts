import { get } from 'node:http';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { cancelled } from '../../server/demo/shopify-order.js';
import { becomes, closeVisits, keepPicture, visit } from '../support/browser.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { send, type Village } from '../support/village.js';
import { liveThroughAnHour, lunches, settlePublicly, well } from './public-village.js';
import { addressesOf, totalSeen } from './screens.js';
import { sell } from '../support/sell.js';

describe('the pages of sessions and projects', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  let session: string;
  const project = (title: string) => `${kindcast.url}/projects/${village.projects[title]}`;
  before(async () => {
    kindcast = await startKindcast();
    village = await settlePublicly(kindcast);
    await liveThroughAnHour(kindcast, village);
    session = addressesOf(kindcast, village).session;
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  const texts = (page: Page, selector: string) => page.locator(selector).allTextContents();
  const said = async (page: Page, selector: string) =>
    (await texts(page, selector)).map((text) => text.replace(/\s+/g, ' ').trim());

  it('say everything without scripts, as the server wrote it', async () => {
    const { page, complaints } = await visit(session, { locale: 'zh-CN', javaScriptEnabled: false });
    expect(await totalSeen(page)).to.equal('¥12,345.60');
    expect(await said(page, '.percent')).to.deep.equal(['41.1%']);
    expect(await said(page, '.project .impact')).to.deep.equal(['可以支持 1,851 份 school lunch']);
    expect(await said(page, '.charity h3')).to.have.members([
      '乡村学校午餐基金会 Rural School Lunch Foundation',
      '清泉水井公益 Clear Spring Wells',
    ]);
    expect(await said(page, '.charity dd')).to.deep.equal(['中国', '53100000500021676K']);
    expect(await page.locator('.chart-line').getAttribute('d')).to.match(/^M0 300H\d.*V\d/);
    expect((await said(page, '.chart figcaption > p'))[0]).to.match(/ 为 ¥0\.00，.* 为 ¥12,345\.60。/);
    await page.getByRole('link', { name: lunches }).first().click();

    expect(await totalSeen(page)).to.equal('¥7,407.36');
    expect(await said(page, '.hero .impact')).to.deep.equal(['可以支持 1,851 份 school lunch']);
    expect(await said(page, '.byline')).to.deep.equal(['乡村学校午餐基金会 Rural School Lunch Foundation 的公益项目']);
    expect(await page.locator('.stage-amount').first().textContent()).to.equal('¥7,407.36');
    expect(await page.locator('.gift').count()).to.be.greaterThan(3);
    expect(complaints).to.deep.equal([]);
  });

  it('say a big amount the short way, the exact one a tap or a key away, without scripts, and nothing moves', async () => {
    const { page } = await visit(session, { locale: 'en-US', javaScriptEnabled: false });
    const pledged = page.locator('.stage-amount').first();
    const exact = pledged.getByText('CN¥12,345.60', { exact: true });
    expect(await pledged.locator('summary').innerText()).to.contain('CN¥12.3K');
    expect(await exact.isVisible()).to.equal(false);
    const means = page.locator('.stage-means').first();
    await means.scrollIntoViewIfNeeded();
    const place = () => means.boundingBox();
    const before = await place();
    await pledged.locator('summary').click();
    expect(await exact.isVisible()).to.equal(true);
    expect(await place()).to.deep.equal(before);
    await page.keyboard.press('Enter');
    expect(await exact.isVisible()).to.equal(false);
  });

  it('put an exact amount away again, and keep it open while the page lives on', async () => {
    const { page } = await visit(session, { locale: 'en-US' });
    await page.locator('.pill.live').waitFor();
    const pledged = page.locator('.stage-amount').first();
    const exact = pledged.locator('.exact');
    await pledged.locator('summary').click();
    // Drawn anew every second.
    await page.waitForTimeout(1_500);
    expect(await exact.isVisible()).to.equal(true);
    await page.keyboard.press('Escape');
    expect(await exact.isVisible()).to.equal(false);
    await pledged.locator('summary').click();
    await page.getByRole('heading', { name: 'How it works' }).click();
    expect(await exact.isVisible()).to.equal(false);
  });

  it('leave out what is not known of a charity and of a project', async () => {
    const { page } = await visit(project(well), { locale: 'en-US' });
    await page.getByRole('heading', { name: 'Who receives it' }).waitFor();
    expect(await page.locator('.charity dt').count()).to.equal(0);
    expect(await page.locator('.impact, .goal').count()).to.equal(0);
    expect(await page.locator('main').innerText()).not.to.match(/undefined|null|Country|Registration/);
  });

  it('mark in the chart where the total fell, and say why a line falls', async () => {
    const { page } = await visit(session, { locale: 'en-US' });
    const falls = (await page.locator('.chart-falls').getAttribute('d'))!;
    expect(falls.match(/M/g)).to.have.length(1);
    // The drawing itself goes down there: two steps later in height, further from the top.
    const heights = [...(await page.locator('.chart-line').getAttribute('d'))!.matchAll(/V([\d.]+)/g)].map(([, y]) =>
      parseFloat(y!),
    );
    expect(heights.filter((y, at) => at > 0 && y > heights[at - 1]!)).to.have.length(1);
    await page.getByText('a refund, a cancelled or a changed order was taken off').waitFor();
  });

  it('go on living: total, chart, impact and gifts of both follow a sale, and its fall with the reason', async () => {
    const visits = await Promise.all([session, project(lunches)].map((address) => visit(address, { locale: 'en-US' })));
    const pages = visits.map(({ page }) => page);
    const lines = await Promise.all(pages.map((page) => page.locator('.chart-line').getAttribute('d')));
    for (const page of pages) await page.locator('.fall').waitFor({ state: 'attached' });
    const order = await sell(village, { unitPrice: '400.00', quantity: 1 });
    for (const [at, total] of ['CN¥12,385.60', 'CN¥7,431.36'].entries()) {
      const page = pages[at]!;
      await becomes(() => totalSeen(page), total);
      await becomes(async () => (await said(page, '.chart figcaption > p'))[0]!.includes(total), true);
      expect(await page.locator('.chart-line').getAttribute('d')).not.to.equal(lines[at]);
      await becomes(async () => (await said(page, '.impact'))[0], 'Enough for 1,857 school lunches');
    }
    await send(village, 'orders/cancelled', cancelled(order, new Date(Date.now() + 1_000), { refund: false }));
    for (const [at, taken] of ['CN¥40.00', 'CN¥24.00'].entries()) {
      const page = pages[at]!;
      await becomes(() => page.locator('.drop').textContent(), `Cancelled −${taken}, taken off the total`);
      await becomes(async () => (await page.locator('.chart-falls').getAttribute('d'))!.match(/M/g)?.length, 2);
    }
    for (const { complaints } of visits) expect(complaints).to.deep.equal([]);
  });

  it('tell a fall also to who comes later, scripts or not', async () => {
    const order = await sell(village, { unitPrice: '123.00', quantity: 1 });
    await send(village, 'orders/cancelled', cancelled(order, new Date(Date.now() + 1_000), { refund: false }));
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await visit(session, { locale: 'zh-CN', javaScriptEnabled });
      expect(await page.locator('.drop').textContent()).to.equal('取消订单 −¥12.30，总额已相应减少');
      expect(await page.locator('.fall time').textContent()).to.equal('刚刚');
    }
  });

  it('load within 100 KB, compressed; fonts only where the machine has no Chinese one, and few', async () => {
    for (const [name, address] of [
      ['session', session],
      ['project', project(lunches)],
      ['start', `${kindcast.url}/`],
    ] as const) {
      const { page } = await visit(`${kindcast.url}/healthz`);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.enable');
      const addressOf = new Map<string, string>();
      const bytesOf = new Map<string, number>();
      devtools.on('Network.responseReceived', ({ requestId, response }) => addressOf.set(requestId, response.url));
      devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const url = addressOf.get(requestId);
        if (url?.startsWith('http')) bytesOf.set(url, (bytesOf.get(url) ?? 0) + encodedDataLength);
      });
      await page.goto(`${address}?lang=zh-CN`);
      await page.locator('.pill.live, .fall').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      await page.waitForLoadState('networkidle');
      const sum = (list: [string, number][]) => list.reduce((bytes, [, more]) => bytes + more, 0);
      const all = [...bytesOf];
      const fonts = all.filter(([url]) => url.endsWith('.woff2'));
      const page_ = sum(all) - sum(fonts);
      process.stdout.write(
        `      ${name}: ${page_} bytes in ${all.length - fonts.length} answers; where there is no Chinese font ${sum(fonts)} in ${fonts.length} more\n`,
      );
      expect(all.length - fonts.length).to.be.within(4, 6);
      expect(page_).to.be.lessThan(100_000);
      // The browser of the tests has no Chinese font. The page is whole and readable before these have come.
      expect(fonts.length).to.be.within(1, 16);
    }
  });

  it('load within 100 KB also where only gzip is understood', async () => {
    const page = await (await fetch(session)).text();
    const parts = [...page.matchAll(/(?:href|src)="(\/(?:widgets|fonts)\/[^"]+)"/g)].map(
      ([, part]) => kindcast.url + part,
    );
    expect(parts).to.have.length(3);
    const sizes = await Promise.all([session, ...parts].map(sizeByGzip));
    expect(sizes.reduce((sum, size) => sum + size)).to.be.lessThan(100_000);
  });

  it('do not move while they load, and hardly where a font comes late', async () => {
    for (const address of [session, project(lunches)])
      for (const viewport of [
        { width: 1280, height: 900 },
        { width: 390, height: 844 },
      ])
        for (const fontComes of [false, true]) {
          const { page } = await visit(`${kindcast.url}/healthz`, { viewport });
          // With a Chinese font of its own the machine would ask for none.
          if (!fontComes) await page.route('**/*.woff2', (route) => route.abort());
          await page.goto(`${address}?lang=en`);
          await page.evaluate(() => document.fonts.ready);
          await page.waitForTimeout(1_500);
          const { moved, what } = await movesOf(page);
          const where = `${address} at ${viewport.width}, ${fontComes ? 'late font' : 'own font'}: ${what.join()}`;
          expect(moved, where).to.be.at.most(fontComes ? 0.1 : 0.001);
        }
  });

  it('say an honest zero before the first gift, and who will receive it', async () => {
    const quiet = await kindcast.call('POST', '/v1/sessions', {
      title: '春茶专场 · Spring tea',
      streamer: '阿云 A Yun',
      shopIds: [village.shopId],
    });
    const { page, complaints } = await visit(`${kindcast.url}/sessions/${quiet.id}`, { locale: 'zh-CN' });
    await page.locator('.pill.scheduled').waitFor();
    expect(await totalSeen(page)).to.equal('¥0.00');
    await page.getByText('第一笔善款到来后，走势从这里开始。').waitFor();
    expect(await page.locator('.charity').count()).to.equal(2);
    await keepPicture(page, 'session-before-zh', { fullPage: true });
    expect(complaints).to.deep.equal([]);
  });

  it('answer an unknown project in words', async () => {
    const answer = await fetch(`${kindcast.url}/projects/nobody`, {
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    expect(answer.status).to.equal(404);
    expect(await answer.text()).to.contain('There is no such page');
  });

  it('show an ended session with its hours and what came after', async () => {
    await kindcast.call('POST', `/v1/sessions/${village.session.id}/end`);
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(`UPDATE sessions SET ended_at = now() - interval '20 minutes' WHERE status = 'ended'`),
    );
    const { page } = await visit(session, { locale: 'en-US' });
    await page.getByText('Right of the dashed line: what changed after the live.').waitFor();
    await page.getByText('This live has ended.').waitFor();
    await keepPicture(page, 'session-ended-en', { fullPage: true });
  });
});

/** How much of the screen has moved since the page was opened (the web's Cumulative Layout Shift), and what. */
function movesOf(page: Page): Promise<{ moved: number; what: string[] }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as unknown as {
            value: number;
            sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
          }[];
          resolve({
            moved: shifts.reduce((sum, { value }) => sum + value, 0),
            what: shifts.flatMap(({ sources }) =>
              sources.map(
                ({ node, previousRect: a, currentRect: b }) =>
                  `${node?.nodeName} ${(node as Element)?.className ?? node?.textContent} ${a.y}+${a.height} to ${b.y}+${b.height}`,
              ),
            ),
          });
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve({ moved: 0, what: [] }), 300);
      }),
  );
}

/** Bytes of an answer as they travel. */
function sizeByGzip(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      if (answer.headers['content-encoding'] !== 'gzip') reject(new Error(`${url} is not compressed`));
      answer.on('data', (piece: Buffer) => (bytes += piece.length)).on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
