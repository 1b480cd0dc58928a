import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { becomes, closeVisits, visit } from '../support/browser.js';
import { openForeignSite, type ForeignSite } from '../support/foreign-page.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { setRule, settle, type Village } from '../support/village.js';
import { sell } from '../support/sell.js';

/** How elements behave on a page that is not theirs: nothing moves, nothing shouts, nothing is taken for markup. */
describe('the manners of the elements', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let site: ForeignSite;
  let village: Village;
  const hostile = `<img src=x onerror="window.__hacked=1">`;
  before(async () => {
    kindcast = await startKindcast();
    site = await openForeignSite(kindcast);
    village = await settle(kindcast.url, { projects: [hostile, 'well'] });
    await setRule(village, 101, '10%', { [hostile]: 3, well: 1 });
  });
  afterEach(closeVisits);
  after(async () => {
    await site.stop();
    await kindcast.stop();
  });

  const session = () => `session="${village.session.id}"`;
  const everything = (order: { id: number; checkout_token?: unknown }) => `
    <kindcast-total ${session()}>Total</kindcast-total>
    <kindcast-goal ${session()}>Goal</kindcast-goal>
    <kindcast-item shop="${village.shopId}" product="101">Badge</kindcast-item>
    <kindcast-gifts ${session()} limit="3">Gifts</kindcast-gifts>
    <kindcast-projects ${session()} limit="2">Projects</kindcast-projects>
    <kindcast-board limit="2">Board</kindcast-board>
    <kindcast-thanks shop="${village.shopId}" order="${order.id}" key="${String(order.checkout_token)}">Thanks</kindcast-thanks>
    <p id="end">What the page itself says</p>`;

  for (const width of [1280, 300])
    it(`move nothing, however late the scripts and the answers are, ${width} px`, async () => {
      const order = await sell(village);
      const { page } = await visit('about:blank', {
        mayAsk: [site.url, kindcast.url],
        viewport: { width, height: 4000 },
      });
      await page.addInitScript(() => {
        const shifts = ((window as unknown as { __shifts: unknown[] }).__shifts = []);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            shifts.push(entry.value as never);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const late = (pattern: string, ms: number) =>
        page.route(`${kindcast.url}${pattern}`, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, ms));
          await route.continue();
        });
      await late('/widgets/kindcast.js', 400);
      await late('/widgets/kindcast-elements.js', 800);
      await late('/v1/**', 400);
      await page.goto(site.serve({ body: everything(order) }));
      const places = () =>
        page.evaluate(() => [...document.querySelectorAll('main > *')].map((each) => each.getBoundingClientRect().top));
      const before = await places();
      await page.locator('kindcast-thanks .total').waitFor();
      await page.locator('kindcast-item [part="words"]').waitFor();
      const total = () => page.locator('kindcast-total .unseen').first().innerText();
      const shown = await total();
      await sell(village);
      await becomes(async () => (await total()) === shown, false, 30_000);
      expect(await places()).to.deep.equal(before);
      // What is left is an amount inside a card that became a digit wider; browsers call 0.1 good.
      const shifts = await page.evaluate(() => (window as unknown as { __shifts: number[] }).__shifts);
      expect(shifts.reduce((sum, value) => sum + value, 0)).to.be.below(0.0001);
    });

  it('show the first figure as text while the drawings are on their way', async () => {
    await sell(village);
    const { page } = await visit('about:blank', { mayAsk: [site.url, kindcast.url] });
    await page.route(`${kindcast.url}/widgets/kindcast-elements.js`, (route) => route.abort());
    await page.goto(site.serve({ body: `<kindcast-total ${session()}>Total</kindcast-total>` }));
    await becomes(
      () =>
        page.locator('kindcast-total').evaluate((element) => /CN¥\d+\.00/.test(element.shadowRoot?.textContent ?? '')),
      true,
    );
  });

  it('take names for text', async () => {
    const order = await sell(village, { title: `${hostile} sold` });
    const { page, complaints } = await visit(site.serve({ body: everything(order) }), {
      mayAsk: [kindcast.url],
      viewport: { width: 1280, height: 4000 },
    });
    await page.getByText(`${hostile} sold`, { exact: true }).first().waitFor();
    await page.locator('kindcast-projects').getByText(hostile, { exact: true }).waitFor();
    await page.locator('kindcast-thanks').getByText(hostile, { exact: true }).waitFor();
    await page.locator('kindcast-item').getByText(hostile).waitFor();
    expect(await page.locator('main img').count()).to.equal(0);
    expect(await page.evaluate(() => (window as { __hacked?: unknown }).__hacked)).to.equal(undefined);
    expect(complaints.filter((complaint) => !complaint.includes('WebSocket'))).to.deep.equal([]);
  });

  it('hold still for those who wish it', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const body = `<kindcast-total ${session()}></kindcast-total>`;
      const { page } = await visit(site.serve({ body }), { mayAsk: [kindcast.url], reducedMotion });
      const dot = page.locator('kindcast-total .pill.live i');
      await dot.waitFor();
      const moves = await dot.evaluate((each) => getComputedStyle(each).animationName);
      expect(moves).to.equal(reducedMotion === 'reduce' ? 'none' : 'breathe');
    }
  });

  it('say big amounts the short way, and the exact one at a tap', async () => {
    await sell(village, { unitPrice: '612345.50' });
    const body = `<kindcast-projects ${session()}></kindcast-projects>`;
    const { page } = await visit(site.serve({ body }), { mayAsk: [kindcast.url] });
    const amounts = page.locator('kindcast-projects button.amount');
    await amounts.first().waitFor();
    expect(await amounts.first().innerText()).to.match(/^CN¥[\d.]+K/);
    await amounts.first().click();
    await becomes(async () => /^CN¥9\d,\d{3}\.\d\d$/.test((await amounts.first().innerText()).trim()), true);
    expect(await amounts.first().getAttribute('aria-expanded')).to.equal('true');
  });

  it('speak at most every ten seconds, on a page where everything happens at once', async () => {
    const { page } = await visit('about:blank', { mayAsk: [site.url, kindcast.url] });
    await page.clock.install({ time: new Date('2026-11-25T20:00:00Z') });
    let seq = 0;
    // Three sessions of which every answer is another one.
    await page.route(`${kindcast.url}/v1/sessions/**`, (route) => {
      seq += 1;
      const [, id = '', what = ''] = /sessions\/(\w+)\/(\w+)/.exec(route.request().url()) ?? [];
      const given = `${seq}.00`;
      const total = { currency: 'CNY', given, pledged: given, confirmed: '0.00', paid: '0.00', matched: '0.00' };
      const at = new Date().toISOString();
      const gift = { at, item: `Honey ${seq}`, projectId: 'p', amount: { amount: given, currency: 'CNY' } };
      const topic = `session:${id}`;
      const json =
        what === 'gifts'
          ? { topic, seq, gifts: [{ ...gift, change: 'pledged' }] }
          : { topic, seq, at, status: 'live', totals: [{ ...total, orders: seq, units: seq }], projects: [] };
      return route.fulfill({ json, headers: { 'access-control-allow-origin': '*' } });
    });
    await page.route(`${kindcast.url}/widgets/kindcast-socket.js`, (route) => route.abort());
    const body = ['a', 'b', 'c']
      .map(
        (id) =>
          `<kindcast-total session="${id}"></kindcast-total><kindcast-gifts session="${id}" limit="1"></kindcast-gifts>`,
      )
      .join('');
    await page.goto(site.serve({ body }));
    await page.locator('kindcast-gifts .row').nth(2).waitFor();
    await listen(page);
    for (let second = 0; second < 120; second += 1) await page.clock.runFor(1_000);
    const spoken = await page.evaluate(() => (window as unknown as Listening).__spoken);
    expect(spoken.length).to.be.within(5, 13);
    const pauses = spoken.slice(1).map(({ at }, place) => at - spoken[place]!.at);
    // The clock of the test may stand a millisecond before the timer that it lets ring.
    expect(Math.min(...pauses)).to.be.at.least(9_999);
    // Everyone gets a turn.
    expect(new Set(spoken.map(({ by }) => by)).size).to.be.greaterThan(2);
    for (const { text } of spoken) expect(text).to.match(/^(Given so far: CN¥|New gift: CN¥)/);
  });
});

interface Listening {
  __spoken: { at: number; text: string; by: number }[];
}

/** Hears what a screen reader would: every change of a live region. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const spoken: Listening['__spoken'] = [];
    (window as unknown as Listening).__spoken = spoken;
    const elements = [...document.querySelectorAll('kindcast-total, kindcast-gifts')];
    elements.forEach((element, by) =>
      new MutationObserver((changes) => {
        const region = element.shadowRoot!.querySelector('[role="status"]');
        if (region && changes.some(({ target }) => target === region || target.parentNode === region))
          spoken.push({ at: Date.now(), text: region.textContent ?? '', by });
      }).observe(element.shadowRoot!, { childList: true, characterData: true, subtree: true }),
    );
  });
}
