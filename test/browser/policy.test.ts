import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { pageDescriptions } from '../../server/pages/page-routes.js';
import { closeVisits, keepPicture, visit } from '../support/browser.js';
import { rulesBroken } from '../support/looks.js';
import { sell } from '../support/sell.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { liveThroughAnHour, lunches, settlePublicly } from './public-village.js';

/** What a page must never be allowed, wherever it stands in the policy. */
const never = /unsafe-inline|unsafe-eval|unsafe-hashes|https?:|\*/;

describe("the pages' policy (Content-Security-Policy)", function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  /** Every page for people, by its address in the description. */
  let pages: Record<string, string>;
  before(async () => {
    kindcast = await startKindcast();
    const village = await settlePublicly(kindcast);
    await liveThroughAnHour(kindcast, village);
    const order = await sell(village, { unitPrice: '100.00' });
    const overlay = new URL(village.session.overlayUrl).pathname;
    pages = {
      '/': '/',
      '/sessions/{id}': `/sessions/${village.session.id}`,
      '/projects/{id}': `/projects/${village.projects[lunches]}`,
      '/overlay/{key}': `${overlay}?theme=light&accent=00aa44&size=120`,
      '/overlay/{key}/studio': `${overlay}/studio?layout=portrait`,
      '/thanks/{shopId}/{storeOrderId}': `/thanks/${village.shopId}/${order.id}?key=${order.checkout_token}`,
      '/docs': '/docs',
      '/widgets': '/widgets',
      '/console': '/console',
      '/console/{path}': '/console/nowhere',
      'a page that is not there': '/nowhere',
    };
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  const at = (name: string) => kindcast.url + pages[name]!;
  const policyOf = async (name: string) =>
    (await fetch(at(name), { headers: { accept: 'text/html' } })).headers.get('content-security-policy') ?? '';

  it('knows every page there is', () => {
    const described = pageDescriptions.filter(({ answer }) => answer.contentType === 'text/html');
    expect(Object.keys(pages)).to.include.members(described.map(({ path }) => path));
  });

  it('allows nothing inline, nothing from elsewhere, and no markup made of text', async () => {
    for (const name of Object.keys(pages)) {
      const policy = await policyOf(name);
      expect(policy, name).to.match(/^default-src 'none';script-src 'self';style-src ('sha256-[\w+/=]+' )?'self';/);
      expect(policy, name).not.to.match(never);
      if (name !== '/docs') expect(policy, name).to.contain("require-trusted-types-for 'script'");
      expect(policy, name).to.contain("object-src 'none';base-uri 'none';form-action 'self'");
    }
  });

  it('is kept by every page, in both languages', async () => {
    for (const locale of ['zh-CN', 'en-US'])
      for (const name of Object.keys(pages)) {
        const { page, complaints } = await visit(at(name), { locale });
        await page.waitForLoadState('networkidle').catch(() => undefined);
        if (name === '/docs') await page.getByText('Adds a charity').first().waitFor({ state: 'attached' });
        // The status of a page that is not there is said as an error as well; nobody is signed in at the console.
        const said = complaints.filter((complaint) => !/status of (404|401)/.test(complaint));
        expect(said, `${name} ${locale}`).to.deep.equal([]);
        await page.context().close();
      }
  });

  it('lets bars and totals be as long without scripts as with them', async () => {
    for (const name of ['/sessions/{id}', '/projects/{id}', '/overlay/{key}', '/thanks/{shopId}/{storeOrderId}']) {
      const seen = await Promise.all(
        [false, true].map(async (javaScriptEnabled) => {
          const { page } = await visit(at(name), { javaScriptEnabled, reducedMotion: 'reduce' });
          if (javaScriptEnabled) await page.locator('main [data-chars]').first().waitFor();
          return measuresOf(page);
        }),
      );
      expect(seen[0], name).to.deep.equal(seen[1]);
      expect(seen[0]!.length, name).to.be.greaterThan(0);
      for (const [attribute, value] of seen[0]!) expect(value, `${name} ${attribute}`).to.match(/^[\d.]+$/);
    }
  });

  it('does not let an inline sheet, a style attribute or a script of somebody else in', async () => {
    const { page, complaints } = await visit(at('/sessions/{id}'));
    await page.evaluate(() => {
      const place = document.createElement('p');
      document.body.append(place);
      place.setAttribute('style', 'color: red');
      const sheet = document.createElement('style');
      sheet.textContent = 'body { display: none }';
      document.head.append(sheet);
      try {
        place.innerHTML = '<img src=x onerror=alert(1)>';
      } catch (error) {
        console.error(String(error));
      }
    });
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.to.equal('none');
    expect(complaints.filter((said) => said.includes('violates')).length).to.be.greaterThan(1);
    expect(complaints.join()).to.contain('TrustedHTML');
  });

  it('shows the description of the API to read and to try, in the language of the page', async () => {
    const { page, complaints } = await visit(at('/docs'), { locale: 'zh-CN' });
    await page.getByText('Adds a charity').first().click();
    await page.getByText('For operators.').waitFor();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('urn:kindcast:problem:unauthorized').first().waitFor();
    await keepPicture(page, 'docs-zh-CN');
    expect(complaints.filter((said) => !said.includes('401'))).to.deep.equal([]);
    expect(await rulesBroken(page)).to.deep.equal([]);
  });
});

/** What the sheet draws with on this page, as it reached the elements: `[attribute, value of its property]`. */
const measuresOf = (page: Page): Promise<[string, string][]> =>
  page.evaluate(() =>
    ['part', 'at', 'chars'].flatMap((name) =>
      [...document.querySelectorAll(`[data-${name}]`)].map((element): [string, string] => [
        name,
        getComputedStyle(element).getPropertyValue(`--${name}`),
      ]),
    ),
  );
