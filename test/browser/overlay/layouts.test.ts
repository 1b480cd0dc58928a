import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { layouts } from '../../../widgets/views/overlay/overlay-options.js';
import { becomes, closeVisits, keepPicture } from '../../support/browser.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { totalSeen } from '../screens.js';
import { sell } from '../../support/sell.js';
import { canvases, openOverlay, putBusyVideoBehind, setStage, type Stage } from './stage.js';

describe('the layouts of the overlay', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let stage: Stage;
  let large: Stage;
  before(async () => {
    kindcast = await startKindcast();
    stage = await setStage(kindcast, '3000.00');
    for (const unitPrice of ['612.50', '1288.00', '39.90']) await sell(stage.village, { unitPrice, quantity: 3 });
    large = await setStage(kindcast, '2000000.00');
    await sell(large.village, { unitPrice: '12345678.90', quantity: 1 });
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  for (const layout of layouts)
    for (const lang of ['zh-CN', 'en'])
      it(`${layout} in ${lang}: all of it in sight, on its own ground, whatever the canvas`, async () => {
        const sizes = layout === 'portrait' ? (['phone'] as const) : (['obs', 'stream'] as const);
        for (const size of sizes) {
          const { page, complaints } = await openOverlay(stage.overlay(`?layout=${layout}&lang=${lang}&qr=on`), {
            viewport: canvases[size],
          });
          await putBusyVideoBehind(page);
          await page.evaluate(() => document.fonts.ready);
          await sell(stage.village, { unitPrice: '88.00' });
          await page.locator('.gift.fresh').first().waitFor();
          await page.waitForTimeout(1_200);
          await keepPicture(page, `overlay-${layout}-${lang}-${size}`);
          expect(await outOfSight(page), `${size}`).to.deep.equal([]);
          if (layout !== 'alert') await becomes(async () => /\d/.test(await totalSeen(page)), true);
          expect(complaints).to.deep.equal([]);
          await closeVisits();
        }
      });

  for (const layout of layouts)
    it(`${layout}: all of it in sight also with the largest letters and long sums`, async () => {
      const sizes = layout === 'portrait' ? (['phone'] as const) : (['obs', 'stream'] as const);
      for (const size of sizes) {
        const query = `?layout=${layout}&lang=en&qr=on&size=200&theme=light&corner=top-right`;
        const { page } = await openOverlay(large.overlay(query), { viewport: canvases[size] });
        await page.evaluate(() => document.fonts.ready);
        if (layout !== 'alert') await becomes(() => totalSeen(page), 'CN¥1,234,567.89');
        await large.post('test-gift');
        await page.locator('.gift.test').waitFor();
        await putBusyVideoBehind(page);
        await page.waitForTimeout(1_000);
        await keepPicture(page, `overlay-${layout}-largest-${size}`);
        expect(await outOfSight(page), size).to.deep.equal([]);
        await closeVisits();
      }
    });

  for (const size of [100, 150, 175, 200])
    it(`card: shows whole rows of gifts alone, with letters at ${size} % and the code`, async () => {
      const query = `?layout=card&lang=zh-CN&qr=on&size=${size}`;
      const { page } = await openOverlay(stage.overlay(query), { viewport: canvases.stream });
      await page.evaluate(() => document.fonts.ready);
      await keepPicture(page, `overlay-card-rows-${size}`);
      const { cut, whole } = await rowsOf(page);
      expect(cut).to.deep.equal([]);
      expect(whole).to.be.within(1, 3);
    });
});

/** Gifts that are cut through by the edge of their list, and how many are shown whole. */
function rowsOf(page: Page): Promise<{ cut: string[]; whole: number }> {
  return page.evaluate(() => {
    const list = document.querySelector('.gifts')!.getBoundingClientRect();
    const rows = [...document.querySelectorAll('.gift')].map((row) => ({ row, box: row.getBoundingClientRect() }));
    const seen = rows.filter(({ box }) => box.left < list.right - 1 && box.top < list.bottom - 1);
    const cut = seen.filter(({ box }) => box.bottom > list.bottom + 1);
    return { cut: cut.map(({ row }) => row.textContent), whole: seen.length - cut.length };
  });
}

/** Texts that leave the canvas or their overlay's ground. Rows of gifts may be cut: there are always older ones. */
function outOfSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kept =
      '.title, .pill, .label, .total .figures, .goal-text, .qr svg, .qr figcaption, .milestone p, ' +
      '.gift:first-child, .gift:first-child .gift-amount, .gift:first-child .test-mark';
    return [...document.querySelectorAll(kept)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0) return [];
      const frame = (element.closest('.top, .gifts') ?? element.closest('.overlay')!).getBoundingClientRect();
      const fits =
        box.left >= Math.max(0, frame.left) - 1 &&
        box.right <= Math.min(innerWidth, frame.right) + 1 &&
        box.top >= Math.max(0, frame.top) - 1 &&
        box.bottom <= Math.min(innerHeight, frame.bottom) + 1;
      return fits ? [] : [`${element.className || element.tagName}: ${JSON.stringify(box)}`];
    });
  });
}
