import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { cancelled } from '../../server/demo/shopify-order.js';
import { becomes, closeVisits, keepPicture, visit } from '../support/browser.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { send, type Village } from '../support/village.js';
import { lunches, settlePublicly } from './public-village.js';
import { addressesOf, totalSeen } from './screens.js';
import { sell } from '../support/sell.js';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

describe('what is read stays where it is', function () {
  this.timeout(120_000);
  let database: TestDatabase;
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    database = await copyDatabase();
    kindcast = await startKindcast({ on: database });
    village = await settlePublicly(kindcast);
    for (const unitPrice of ['4000.00', '9000.00']) await sell(village, { unitPrice });
  });
  afterEach(closeVisits);
  after(async () => {
    await kindcast.stop();
    await database.drop();
  });

  const session = () => addressesOf(kindcast, village).session;

  it('when a fall appears on a phone, in both languages', async () => {
    const order = await sell(village, { unitPrice: '400.00', quantity: 1 });
    const pages: Page[] = [];
    for (const locale of ['en-US', 'zh-CN']) {
      const { page } = await visit(session(), { ...phone, locale });
      await page.locator('.pill.live').waitFor();
      await page.evaluate(() => document.fonts.ready);
      await becomes(async () => (await totalSeen(page)).endsWith('2,640.00'), true);
      pages.push(page);
    }
    const places = () => Promise.all(pages.map((page) => topOf(page, '.hero > .quiet')));
    const before = await places();
    await send(village, 'orders/cancelled', cancelled(order, new Date(Date.now() + 1_000), { refund: false }));
    for (const page of pages) await page.locator('.drop').waitFor();
    for (const page of pages) await becomes(async () => (await totalSeen(page)).endsWith('2,600.00'), true);
    await keepPicture(pages[0]!, 'session-fall-phone-en');
    expect(await places()).to.deep.equal(before);
  });

  it('below the list of gifts while twenty are sold at once', async () => {
    for (let sold = 0; sold < 8; sold += 1) await sell(village, { unitPrice: '10.00', quantity: 1 });
    const { page } = await visit(session(), { ...phone, locale: 'en-US' });
    await page.locator('.pill.live').waitFor();
    await page.evaluate(() => document.fonts.ready);
    const gifts = page.getByRole('heading', { name: 'Latest gifts' }).or(page.locator('#gifts'));
    await gifts.first().scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      const seen = ((window as { __heights?: Set<number> }).__heights = new Set());
      setInterval(() => {
        const list = document.querySelector('.gifts')!.getBoundingClientRect().top;
        seen.add(Math.round(document.querySelector('.charities')!.getBoundingClientRect().top - list));
      }, 16);
    });
    await keepMoves(page);
    // Six tenths of what the last sale gives.
    const last = '6.78';
    for (let sold = 1; sold < 20; sold += 1) await sell(village, { unitPrice: '10.00', quantity: 1 });
    await sell(village, { unitPrice: '113.00', quantity: 1 });
    await becomes(async () => (await page.locator('.gift-amount').allTextContents()).join().includes(last), true);
    await page.waitForTimeout(1_000);
    await keepPicture(page, 'session-busy-phone-en');
    const heights = await page.evaluate(() => [...(window as unknown as { __heights: Set<number> }).__heights]);
    expect(heights, 'the way from the list to what is below it').to.have.length(1);
    // The rows themselves give way to the new ones; nothing else does.
    expect(sumOf(await movesOf(page))).to.be.lessThan(1);
  });

  it('when a page tells that it cannot hear, and when it hears again', async () => {
    const { start } = addressesOf(kindcast, village);
    const addresses = [session(), `${kindcast.url}/projects/${village.projects[lunches]}`, start];
    const low = { width: 844, height: 390 };
    const visits = await Promise.all([
      ...addresses.map((address) => visit(address, { ...phone, locale: 'en-US' })),
      visit(session(), { locale: 'zh-CN', colorScheme: 'dark' }),
      visit(session(), { ...phone, viewport: low, locale: 'en-US' }),
    ]);
    const pages = visits.map(({ page }) => page);
    for (const page of pages) {
      await becomes(async () => /\d/.test(await totalSeen(page)), true);
      await page.evaluate(() => document.fonts.ready);
    }
    // Until the first answer a screen says nothing of its connection: a gift that arrives shows that it hears.
    const totals = await Promise.all(pages.map((page) => totalSeen(page)));
    await sell(village, { unitPrice: '10.00', quantity: 1 });
    for (const [at, page] of pages.entries()) await becomes(async () => (await totalSeen(page)) !== totals[at], true);
    await pages[0]!.waitForTimeout(2_000);
    for (const page of pages) await keepMoves(page);

    const port = parseInt(new URL(kindcast.url).port, 10);
    await kindcast.stop();
    for (const page of pages) await page.locator('.notice.reconnecting').waitFor();
    for (const page of pages) await page.locator('.notice.stale').waitFor({ timeout: 20_000 });
    for (const [at, name] of ['session-phone', 'project-phone', 'start-phone', 'session-dark', 'session-low'].entries())
      await keepPicture(pages[at]!, `notice-${name}`);
    for (const page of pages) expect(await noticeLiesOverTotal(page)).to.equal(false);
    kindcast = await startKindcast({ on: database, settings: { port } });
    for (const page of pages) await page.locator('.notice.none').waitFor({ state: 'attached', timeout: 20_000 });
    await pages[0]!.waitForTimeout(300);
    for (const page of pages) {
      const moves = await movesOf(page);
      expect(sumOf(moves), `${page.url()}: ${JSON.stringify(moves)}`).to.be.lessThan(0.001);
    }
  });
});

const topOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Math.round(element.getBoundingClientRect().top + scrollY));

/** Writes down from now on how much of the screen moves (the web's layout shift), and what. */
const keepMoves = (page: Page) =>
  page.evaluate(() => {
    const kept = ((window as { __moves?: Move[] }).__moves = []) as Move[];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as unknown as { value: number; sources: { node?: Node }[] }[])
        kept.push({ value, what: sources.map(({ node }) => (node as Element).className ?? node?.textContent) });
    }).observe({ type: 'layout-shift' });
  });

interface Move {
  value: number;
  what: string[];
}

const movesOf = (page: Page) => page.evaluate(() => (window as unknown as { __moves: Move[] }).__moves);

const sumOf = (moves: readonly Move[]) => moves.reduce((sum, { value }) => sum + value, 0);

const noticeLiesOverTotal = (page: Page) =>
  page.evaluate(() => {
    const [notice, total] = ['.notice p', '.total'].map((each) =>
      document.querySelector(each)!.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    return notice.top < total.bottom && total.top < notice.bottom;
  });
