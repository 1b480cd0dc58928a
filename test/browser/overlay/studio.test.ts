import axe from 'axe-core';
import { expect } from 'chai';
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { becomes, closeVisits, keepPicture, visit, type Visit } from '../../support/browser.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { sell } from '../../support/sell.js';
import { openOverlay, setStage, type Stage } from './stage.js';

const address = (page: Page) => page.locator('#address').inputValue();
const preview = (page: Page): FrameLocator => page.frameLocator('#frame');
const heard = (page: Page) => preview(page).locator('.overlay.live').waitFor({ state: 'attached' });
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

describe('the studio of an overlay', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let stage: Stage;
  let link: string;
  before(async () => (kindcast = await startKindcast()));
  beforeEach(async () => {
    stage = await setStage(kindcast, '3000.00');
    link = stage.village.session.overlayUrl;
    await sell(stage.village, { unitPrice: '612.50' });
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  const openStudio = async (query = '', options: BrowserContextOptions = {}): Promise<Visit> => {
    const visited = await visit(stage.studio(query), options);
    await heard(visited.page);
    return visited;
  };

  it('makes an address of what is chosen, shows it at once, and keeps it over a reload and in the other language', async () => {
    const { page, complaints } = await openStudio();
    expect(await address(page)).to.equal(link);
    await page.getByText('Along an edge').click();
    await page.getByText('Top left').click();
    await page.getByText('Glass').click();
    await page.locator('#size').fill('150');
    await page.getByLabel('Language on the stream').selectOption('zh-CN');
    await page.getByText('Viewers scan it and see every gift.').click();
    await page.getByText('One after another; many at once become one line.').click();
    const query = '?layout=bar&corner=top-left&theme=glass&size=150&lang=zh-CN&gifts=off&qr=on';
    expect(await address(page)).to.equal(link + query);
    await preview(page).locator('body.layout-bar.top-left.glass .qr').waitFor();
    await heard(page);
    expect(await preview(page).locator('.label').innerText()).to.equal('本场直播善款');

    await page.reload();
    await heard(page);
    expect(await address(page)).to.equal(link + query);
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('heading', { name: '叠加层工作室' }).waitFor();
    await heard(page);
    expect(await address(page)).to.equal(link + query);
    expect(complaints).to.deep.equal([]);
  });

  it('takes own colours and says when they are hard to read', async () => {
    const { page, complaints } = await openStudio();
    await page.getByText('Use my own colours').click();
    expect(await page.locator('#hard-to-read').innerText()).to.equal('');
    await page.locator('[name=ink]').fill('#333333');
    expect(await page.locator('#hard-to-read').innerText()).to.match(/^These letters are hard to read/);
    await page.locator('[name=paper]').fill('#fdf6e3');
    expect(await page.locator('#hard-to-read').innerText()).to.equal('');
    const asked = new URL(await address(page)).searchParams;
    expect(Object.fromEntries(asked)).to.include({ ink: '333333', paper: 'fdf6e3' });
    await preview(page).locator('body.on-light').waitFor();
    await page.getByText('Use my own colours').click();
    await becomes(() => address(page), link);
    expect(complaints).to.deep.equal([]);
  });

  it('shows the preview in the size it will have on the stream', async () => {
    const { page } = await openStudio('?layout=portrait', { viewport: { width: 1440, height: 900 } });
    const sizeInside = () =>
      preview(page)
        .locator('body')
        .evaluate(() => `${innerWidth}×${innerHeight}`);
    await becomes(sizeInside, '1080×1920');
    expect(await page.locator('#obs-steps').innerText()).to.contain('width to 1080 and the height to 1920');
    const box = (await page.locator('#canvas').boundingBox())!;
    expect(box.height / box.width).to.be.closeTo(16 / 9, 0.02);
    expect(box.height).to.be.lessThan(900);
    await page.getByText('In a corner').click();
    await becomes(sizeInside, '1920×1080');
    expect(await page.locator('#obs-steps').innerText()).to.contain('width to 1920 and the height to 1080');
  });

  it('copies the address, or has it copied by hand where the browser forbids it', async () => {
    const { page, complaints } = await openStudio('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(link);
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'))));
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('The address is selected').waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).to.equal(link);
    expect(complaints).to.deep.equal([]);
  });

  it('sends a test gift to the overlay in OBS and to the preview', async () => {
    const onAir = await openOverlay(stage.overlay());
    const { page, complaints } = await openStudio();
    await page.getByRole('button', { name: 'Send a test gift' }).click();
    await page.getByText('Sent. It is on its way').waitFor();
    await onAir.page.locator('.gift.test').waitFor();
    await preview(page).locator('.gift.test').waitFor();
    await page.getByRole('button', { name: 'Send a test gift' }).click();
    await page.locator('#test-said:not(:empty)').waitFor();
    expect(await page.locator('#test-said').innerText()).to.match(/^(Sent\.|One a second)/);
    expect(complaints.filter((complaint) => !complaint.includes('503'))).to.deep.equal([]);
  });

  it('replaces the link after asking once: the old overlay stops, the studio goes on with the new one', async () => {
    const onAir = await openOverlay(stage.overlay());
    const { page, complaints } = await openStudio('?theme=light');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Make a new secret link' }).click();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await onAir.page.locator('.overlay.gone').count()).to.equal(0);
    await page.getByRole('button', { name: 'Make a new secret link' }).click();
    await keepPicture(page, 'studio-new-link-en');
    await dialog.getByRole('button', { name: 'Replace it' }).click();
    await onAir.page.locator('.overlay.gone').waitFor();
    await page.getByText('This is your new link.').waitFor();
    await heard(page);
    const replaced = await address(page);
    expect(replaced)
      .to.match(/\/overlay\/[0-9a-z]{26}\?theme=light$/)
      .and.not.contain(link);
    expect(new URL(page.url()).pathname).to.equal(`${new URL(replaced).pathname}/studio`);
    expect(complaints).to.deep.equal([]);

    const late = await visit(stage.studio('?lang=zh-CN'));
    await late.page.getByRole('heading', { name: '这个链接已更换' }).waitFor();
  });

  it('gives the code of the public page as a picture', async () => {
    const { page } = await openStudio();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as a picture' }).click(),
    ]);
    expect(download.suggestedFilename()).to.equal(`kindcast-${stage.village.session.id}.png`);
    const answer = await fetch(`${stage.overlay()}/session-qr.png`);
    const picture = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).to.equal('image/png');
    expect(picture.readUInt32BE(16)).to.equal(1_200);
    expect(picture.readUInt32BE(20)).to.equal(1_200);
  });

  it('is kept by nobody: not cached, not indexed, told to no other page', async () => {
    for (const what of ['', '/studio', '/session-qr.png']) {
      const { headers } = await fetch(stage.overlay() + what);
      expect(headers.get('cache-control')).to.equal('no-store');
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
      expect(headers.get('x-robots-tag')).to.equal('noindex');
    }
  });

  it('works without a script as a form', async () => {
    const { page, complaints } = await visit(stage.studio('?lang=en'), { javaScriptEnabled: false });
    await page.getByText('Top to bottom').click();
    await page.getByText('One after another; many at once become one line.').click();
    await page.getByRole('button', { name: 'Apply' }).click();
    expect(await address(page)).to.equal(`${link}?layout=ticker&gifts=off`);
    await preview(page).locator('body.layout-ticker').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('is worked by keyboard alone', async () => {
    const { page } = await openStudio();
    await page.locator('[name=layout]:checked').focus();
    await page.keyboard.press('ArrowDown');
    await becomes(() => address(page), `${link}?layout=bar`);
    await page.locator('[name=qr]').focus();
    await page.keyboard.press('Space');
    await becomes(() => address(page), `${link}?layout=bar&qr=on`);
    await page.locator('#new-link').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('new-link');
  });

  for (const lang of ['zh-CN', 'en'])
    for (const colorScheme of ['light', 'dark'] as const)
      it(`holds to the rules of accessibility, ${lang}, ${colorScheme}`, async () => {
        for (const [size, more] of [
          ['desktop', { viewport: { width: 1440, height: 900 } }],
          ['phone', phone],
        ] as const) {
          const { page, complaints } = await openStudio('?qr=on', {
            locale: lang,
            colorScheme,
            reducedMotion: 'reduce',
            ...more,
          });
          await page.getByText(/Use my own colours|使用自己的颜色/).click();
          await page.evaluate(() => document.fonts.ready);
          expect(await rulesBroken(page), size).to.deep.equal([]);
          await keepPicture(page, `studio-${lang}-${colorScheme}-${size}`, { fullPage: true });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(page.viewportSize()!.width);
          expect(complaints).to.deep.equal([]);
          await closeVisits();
        }
      });
});

async function rulesBroken(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    // The overlay in the frame is looked at by its own tests.
    const { violations } = await here.run({ exclude: ['#frame'] }, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
