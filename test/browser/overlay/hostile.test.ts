import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { layouts } from '../../../widgets/views/overlay/overlay-options.js';
import { closeVisits, keepPicture, visit, type Visit } from '../../support/browser.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { sell } from '../../support/sell.js';
import { canvases, openOverlay, setStage, type Stage } from './stage.js';

const hostile = `</script><img src=x onerror="window.__hacked=1">'"><svg onload=window.__hacked=1>\${window.__hacked=1}`;
const long = '极长的名字'.repeat(30);

describe('markup and endless names on overlays (S9)', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let stage: Stage;
  before(async () => {
    kindcast = await startKindcast();
    stage = await setStage(kindcast);
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: hostile + long.slice(0, 90),
      streamer: hostile,
      shopIds: [stage.village.shopId],
    });
    stage.village.session = await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  const overlay = () => kindcast.url + new URL(stage.village.session.overlayUrl).pathname;

  for (const layout of layouts)
    it(`are text, and stay in their frame: ${layout}`, async () => {
      const query = `?layout=${layout}&accent=${encodeURIComponent('"><script>window.__hacked=1</script>')}&corner=${encodeURIComponent(hostile)}`;
      const viewport = layout === 'portrait' ? canvases.phone : canvases.obs;
      const visited = await openOverlay(overlay() + query, { viewport });
      await sell(stage.village, { title: hostile + long });
      await visited.page.locator('.gift.fresh').first().waitFor();
      expect(await visited.page.locator('.gift-item').first().textContent()).to.contain('</script><img src=x');
      await unharmed(visited);
      const { page } = visited;
      expect(await sideways(page)).to.equal(0);
      if (layout === 'card') await keepPicture(page, 'overlay-hostile-card');
    });

  it('are text in the studio', async () => {
    const visited = await visit(
      `${overlay()}/studio?layout=${encodeURIComponent(hostile)}&size=${encodeURIComponent(hostile)}`,
    );
    await visited.page.frameLocator('#frame').locator('.overlay.live').waitFor();
    expect(await visited.page.locator('.byline').textContent()).to.contain('</script><img src=x');
    await unharmed(visited);
    expect(await visited.page.evaluate(() => document.documentElement.scrollWidth)).to.equal(1280);
  });
});

async function unharmed({ page, complaints }: Visit): Promise<void> {
  expect(await page.evaluate(() => (window as { __hacked?: unknown }).__hacked)).to.equal(undefined);
  expect(await page.locator('main img, main script').count()).to.equal(0);
  expect(complaints).to.deep.equal([]);
}

/** By how much something leaves the canvas; nobody can scroll a browser source. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.overlay, .gift, .top, .sums')].map((each) =>
      each.getBoundingClientRect(),
    );
    return Math.max(0, ...boxes.map((box) => Math.max(box.right - innerWidth, -box.left, box.bottom - innerHeight)));
  });
