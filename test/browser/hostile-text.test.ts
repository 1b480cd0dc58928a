import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { becomes, closeVisits, keepPicture, visit } from '../support/browser.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { setRule, settle, type Village } from '../support/village.js';
import { addressesOf } from './screens.js';
import { sell } from '../support/sell.js';

const hostile = [
  `<img src=x onerror="window.__hacked=1">`,
  `</script><script>window.__hacked=1</script>`,
  `"><svg onload=window.__hacked=1>`,
  `'-window.__hacked=1-' \${window.__hacked=1} {{constructor}}`,
  `<!--<script>window.__hacked=1</script>--><b>bold</b>&lt;i&gt;`,
];

describe('markup in names (S9)', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  const titled = (title: string) => `${title} live`;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url, { projects: hostile.slice(0, 3) });
    await setRule(village, 101, '10%', Object.fromEntries(hostile.slice(0, 3).map((title) => [title, 1])));
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  for (const [number, title] of hostile.entries())
    it(`is text on every screen, written by the server or arriving later: ${title}`, async () => {
      const session = await kindcast.call('POST', '/v1/sessions', {
        title: titled(title),
        streamer: title,
        shopIds: [village.shopId],
      });
      await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
      const here = { ...village, session };
      await sell(here, { title: `${title} sold before` });
      const addresses = addressesOf(kindcast, here);
      const visits = await Promise.all(
        Object.values(addresses).map((address) => visit(address, { viewport: { width: 390, height: 844 } })),
      );
      const [start, page, overlay] = visits.map((each) => each.page) as [Page, Page, Page];
      for (const each of [start, page, overlay]) {
        await each.getByText(titled(title), { exact: true }).first().waitFor();
        await each.locator('.pill.live').first().waitFor();
      }
      await page.getByText(`with ${title}`, { exact: true }).waitFor();
      for (const each of [page, overlay]) {
        await each.getByText(`${title} sold before`, { exact: true }).first().waitFor();
        await each.locator('.gift-project').first().waitFor();
      }
      await sell(here, { title: `${title} sold later` });
      for (const each of [page, overlay])
        await each.getByText(`${title} sold later`, { exact: true }).first().waitFor();
      // The first three name the projects, too.
      const projects = page.locator('.project-title');
      await becomes(
        async () => (await projects.allTextContents()).toSorted().join(),
        hostile.slice(0, 3).sort().join(),
      );
      expect(await page.title()).to.contain(titled(title));

      for (const { page: each, complaints } of visits) {
        expect(await each.evaluate(() => (window as { __hacked?: unknown }).__hacked)).to.equal(undefined);
        expect(await each.locator('main img, main script, main svg:not(.plot > svg), main b').count()).to.equal(0);
        expect(complaints).to.deep.equal([]);
      }
      // A name without spaces must not push the page sideways either.
      for (const each of [start, page])
        expect(await each.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(390);
      if (number === 0) await keepPicture(page, 'hostile-phone', { fullPage: true });
    });

  for (const title of hostile)
    it(`is text on the page of a project and its charity: ${title}`, async () => {
      const charity = await kindcast.call('POST', '/v1/charities', { name: title, registrationNumber: title });
      const project = await kindcast.call('POST', '/v1/projects', {
        charityId: charity.id,
        title: titled(title),
        currency: 'CNY',
        impact: { unit: title, cost: { amount: '1.00', currency: 'CNY' } },
      });
      const here = { ...village, projects: { own: project.id } };
      await setRule(here, 102, '10%', { own: 1 });
      await sell(here, { productId: 102, title: `${title} sold before` });
      const { page, complaints } = await visit(`${kindcast.url}/projects/${project.id}`, {
        viewport: { width: 390, height: 844 },
      });
      await page.getByRole('heading', { name: titled(title), exact: true }).waitFor();
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
      await page.getByText(`a project of ${title}`, { exact: true }).waitFor();
      await page.getByText(`Enough for 10 ${title}`, { exact: true }).waitFor();
      await sell(here, { productId: 102, title: `${title} sold later` });
      await page.getByText(`${title} sold later`, { exact: true }).first().waitFor();
      expect(await page.evaluate(() => (window as { __hacked?: unknown }).__hacked)).to.equal(undefined);
      expect(await page.locator('main img, main script, main svg:not(.plot > svg), main b').count()).to.equal(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(390);
      expect(complaints).to.deep.equal([]);
      const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
      const drawn = await fetch(kindcast.url + new URL(picture!).pathname);
      expect(drawn.headers.get('content-type')).to.equal('image/png');
    });
});
