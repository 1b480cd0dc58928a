import axe from 'axe-core';
import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { cancelled, paid, refundLines, shopifyOrder, type ShopifyOrder } from '../../server/demo/shopify-order.js';
import { moneyWords } from '../../widgets/money/money-words.js';
import { thanksEn } from '../../widgets/text/thanks/en.js';
import { thanksZhCN } from '../../widgets/text/thanks/zh-cn.js';
import { becomes, closeVisits, keepPicture, visit } from '../support/browser.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../support/village.js';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const hostile = `<img src=x onerror="window.__hacked=1"></script><script>window.__hacked=1</script>"'><svg onload=window.__hacked=1>`;

describe("the buyer's page of an order", function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  let orderIds = 900_000;
  const titles = [
    '山里孩子的热午餐 · Hot lunches for mountain schools',
    '村口一口井 · A well for the village',
    hostile,
  ];
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url, { projects: titles });
    await setRule(village, 101, '5%', { [titles[0]!]: 60, [titles[1]!]: 40 });
    await setRule(village, 102, '2.00/unit', { [titles[1]!]: 1 });
    await setRule(village, 103, '5%', { [titles[2]!]: 1 });
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  const order = (lines: [number, number][], here = village) =>
    shopifyOrder({
      id: (orderIds += 1),
      shopDomain: here.domain,
      currency: 'CNY',
      processedAt: '2099-01-01T00:00:00Z',
      taxesIncluded: true,
      noteAttributes: [{ name: '_kindcast_session', value: here.session.token }],
      lines: lines.map(([productId, quantity]) => ({ productId, title: 'Honey', unitPrice: '42.50', quantity })),
    });
  const second = (n: number) => new Date(Date.parse('2099-01-01T00:00:00Z') + n * 1000);
  const tell = async (topic: string, payload: unknown) =>
    expect((await send(village, topic, payload)).body.outcome).to.equal('counted');
  const addressOf = ({ id, checkout_token }: ShopifyOrder, more = '') =>
    `${kindcast.url}/thanks/${village.shopId}/${id}?key=${String(checkout_token)}${more}`;
  const shown = (page: Page) => page.locator('main').innerText();

  it('is complete without a script, and says how far each gift is', async () => {
    const bought = paid(order([[101, 2]]), second(1));
    await tell('orders/paid', bought);
    const { page, complaints } = await visit(addressOf(bought), { javaScriptEnabled: false });
    const text = await shown(page);
    expect(text).to.contain(thanksEn.gives).and.contain('CN¥2.55').and.contain('CN¥1.70');
    expect(await page.locator('.hero .total .unseen').textContent()).to.equal('CN¥4.25');
    expect(text).to.contain('Rural Lunch Foundation').and.contain(moneyWords.en.pledged.means);
    expect(await page.locator('.way [aria-current=step]').allInnerTexts()).to.deep.equal(['Pledged']);
    expect(await page.getByRole('link', { name: thanksEn.seeLive }).getAttribute('href')).to.equal(
      `/sessions/${village.session.id}`,
    );
    expect(await page.locator('.given a').first().getAttribute('href')).to.equal(
      `/projects/${village.projects[titles[0]!]}`,
    );
    expect(complaints).to.deep.equal([]);
  });

  it('keeps the key when the language is changed, and the language when the script draws', async () => {
    const bought = paid(order([[101, 2]]), second(1));
    await tell('orders/paid', bought);
    const { page, complaints } = await visit(addressOf(bought));
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByText(thanksZhCN.gives).waitFor();
    expect(await page.locator('.hero .total .unseen').textContent()).to.equal('¥4.25');
    expect(await page.locator('.onward a').getAttribute('href')).to.match(/\?lang=zh-CN$/);
    expect(complaints).to.deep.equal([]);
  });

  it('shows by itself what a refund took back, and why', async () => {
    const bought = paid(order([[101, 2]]), second(1));
    await tell('orders/paid', bought);
    const { page, complaints } = await visit(addressOf(bought));
    const { order: after } = refundLines(bought, [{ line: 0, quantity: 1 }], second(2));
    await tell('orders/updated', after);
    await lookAgain(page);
    await becomes(async () => (await page.locator('.hero .total .unseen').textContent()) ?? '', 'CN¥2.13');
    expect(await page.locator('.reversed .given-amount').allInnerTexts()).to.deep.equal(['−CN¥1.27', '−CN¥0.85']);
    expect(await page.locator('.reversed .means').innerText()).to.equal(thanksEn.reasons.refund);
    await tell('orders/cancelled', cancelled(after, second(3), { refund: false }));
    await lookAgain(page);
    await page.getByRole('heading', { name: thanksEn.givesNoMore }).waitFor();
    expect(await page.locator('.given-amount').allInnerTexts()).to.deep.equal(['−CN¥2.55', '−CN¥1.70']);
    expect(await page.locator('.reversed .means').innerText()).to.equal(thanksEn.reasons.cancelled);
    expect(complaints).to.deep.equal([]);
  });

  it('waits for an order that has not arrived yet, and then shows it', async () => {
    const bought = paid(order([[101, 2]]), second(1));
    const { page } = await visit(addressOf(bought));
    await page.getByRole('heading', { name: thanksEn.unknown }).waitFor();
    await tell('orders/paid', bought);
    await page.getByText(thanksEn.gives).waitFor({ timeout: 20_000 });
  });

  it('tells nothing to who has another key, of the address to nobody, and is kept nowhere', async () => {
    const bought = paid(order([[101, 2]]), second(1));
    await tell('orders/paid', bought);
    for (const [address, status] of [
      [addressOf(bought), 200],
      [addressOf({ ...bought, checkout_token: 'x'.repeat(32) }), 404],
      [`${kindcast.url}/thanks/${village.shopId}/${bought.id}`, 404],
      [`${kindcast.url}/thanks/${village.shopId}/%00?key=x`, 404],
      [`${kindcast.url}/thanks/nobody/${bought.id}?key=${String(bought.checkout_token)}`, 404],
    ] as const) {
      const answer = await fetch(address, { headers: { 'accept-language': 'en' } });
      expect(answer.status, address).to.equal(status);
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      expect(answer.headers.get('referrer-policy')).to.equal('no-referrer');
      expect(answer.headers.get('x-robots-tag')).to.equal('noindex');
      const text = await answer.text();
      if (status === 404) expect(text).to.contain(thanksEn.unknown).and.not.contain('Rural');
    }
  });

  it('says when there is nothing: not paid yet, or no charity item', async () => {
    const waiting = order([[101, 1]]);
    await tell('orders/create', waiting);
    const none = paid(order([[999, 1]]), second(1));
    await tell('orders/paid', none);
    for (const [bought, words] of [
      [waiting, thanksEn.waiting],
      [none, thanksEn.noCharityItem],
    ] as const) {
      const { page } = await visit(addressOf(bought));
      await page.getByText(words).waitFor();
    }
  });

  it('writes hostile titles as text (S9)', async () => {
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: `${hostile} live`,
      streamer: 'S',
      shopIds: [village.shopId],
    });
    const bought = paid(order([[103, 2]], { ...village, session }), second(1));
    await tell('orders/paid', bought);
    for (const more of [`&lang=en`, `"><script>window.__hacked=1</script>`, `&lang="><svg onload=window.__hacked=1>`]) {
      const address = addressOf(bought, more);
      const { page, complaints } = await visit(address, phone);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => (window as { __hacked?: unknown }).__hacked)).to.equal(undefined);
      expect(await page.locator('main img, main script, main svg').count()).to.equal(0);
      if (more.startsWith('&')) {
        await page.getByText(hostile, { exact: true }).first().waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(390);
        expect(complaints).to.deep.equal([]);
      }
    }
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const [lang, words] of [
      ['en', thanksEn],
      ['zh-CN', thanksZhCN],
    ] as const)
      it(`holds to the rules of accessibility, ${lang}, ${colorScheme}`, async () => {
        const whole = paid(
          order([
            [101, 2],
            [102, 1],
          ]),
          second(1),
        );
        await tell('orders/paid', whole);
        const lines: [number, number][] = [
          [101, 3],
          [102, 2],
        ];
        const three = paid(order(lines), second(1));
        await tell('orders/paid', three);
        const { order: partly } = refundLines(three, [{ line: 0, quantity: 3 }], second(2));
        await tell('orders/updated', partly);
        const addresses = {
          whole: addressOf(whole),
          partly: addressOf(partly),
          unknown: addressOf({ ...whole, checkout_token: 'x'.repeat(32) }),
        };
        for (const [name, address] of Object.entries(addresses))
          for (const [size, options] of [
            ['desktop', {}],
            ['phone', phone],
          ] as const) {
            const { page, complaints } = await visit(address, { locale: lang, colorScheme, ...options });
            await page.evaluate(() => document.fonts.ready);
            expect(await rulesBroken(page), `${name}, ${size}`).to.deep.equal([]);
            expect(complaints.filter((complaint) => !complaint.includes('404'))).to.deep.equal([]);
            await keepPicture(page, `thanks-${name}-${lang}-${colorScheme}-${size}`, { fullPage: true });
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(
              page.viewportSize()!.width,
            );
            if (name === 'whole') expect(await shown(page)).to.contain(words.gives);
          }
      });

  it('has the same words in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shape(each)]))
        : typeof value;
    expect(shape(thanksZhCN)).to.deep.equal(shape(thanksEn));
  });
});

/** The page looks for news when somebody comes back to it; a headless browser never goes away, so it is told so. */
const lookAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

async function rulesBroken(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
}
