import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { moneyWords } from '../../widgets/money/money-words.js';
import { en } from '../../widgets/text/en.js';
import { zhCN } from '../../widgets/text/zh-cn.js';
import { becomes, closeVisits, keepPicture, visit } from '../support/browser.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import type { Village } from '../support/village.js';
import { liveThroughAnHour, lunches, settlePublicly } from './public-village.js';
import { addressesOf, totalSeen } from './screens.js';

const languages = { 'zh-CN': zhCN, en } as const;
type Lang = keyof typeof languages;
const langs = Object.keys(languages) as Lang[];

describe('the look of the screens', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  let addresses: ReturnType<typeof addressesOf> & { project: string };
  before(async () => {
    kindcast = await startKindcast();
    village = await settlePublicly(kindcast);
    await liveThroughAnHour(kindcast, village);
    addresses = { ...addressesOf(kindcast, village), project: `${kindcast.url}/projects/${village.projects[lunches]}` };
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  for (const lang of langs) {
    it(`speaks ${lang} alone, by the browser's wish or by ?lang=`, async () => {
      const other = langs.find((each) => each !== lang)!;
      const own = languages[lang];
      const missing = `${kindcast.url}/sessions/nobody`;
      const gone = `${kindcast.url}/overlay/nobody`;
      const { brand, otherLanguageName, skipToContent } = own;
      const head = [brand, otherLanguageName, skipToContent];
      const paragraphs = (list: readonly { title: string; text: string }[]) =>
        list.flatMap(({ title, text }) => [title, text]);
      const said: [string, string[]][] = [
        [
          addresses.start,
          [
            ...head,
            own.pitch,
            ...own.whatItIs,
            own.sessions,
            own.live,
            own.openSession,
            own.goal,
            own.forWhom,
            ...paragraphs(own.audiences),
            own.forDevelopers,
            own.openapi,
            own.healthz,
            own.readyz,
            own.metrics,
          ],
        ],
        [
          addresses.session,
          [
            ...head,
            own.live,
            own.givenByThisLive,
            own.givenExplained,
            own.goal,
            own.chart,
            own.chartDips,
            own.stages,
            ...(['pledged', 'confirmed', 'paid'] as const).flatMap((state) => Object.values(moneyWords[lang][state])),
            own.projects,
            own.gifts,
            own.noPersonalData,
            own.whoReceives,
            own.country,
            own.registrationNumber,
            own.how,
            ...paragraphs(own.howSteps),
          ],
        ],
        [
          addresses.project,
          [
            ...head,
            own.givenToProject,
            own.projectExplained,
            own.goal,
            own.chart,
            own.stages,
            moneyWords[lang].paid.means,
            own.whoReceives,
            own.country,
            own.registrationNumber,
            own.gifts,
            own.noPersonalData,
            own.how,
            ...paragraphs(own.howSteps),
          ],
        ],
        [addresses.overlay, [own.live, own.givenByThisLive, own.goal]],
        [missing, [...head, own.notFound, own.notFoundText, own.toStartPage]],
        [gone, [own.overlayGone]],
      ];
      const foreign = staticWords(other).filter((text) => !JSON.stringify(own).includes(text));
      for (const [address, words] of said)
        for (const [url, locale] of [
          [address, lang === 'en' ? 'en-GB' : 'zh-CN'],
          [`${address}?lang=${lang}`, lang === 'en' ? 'zh-CN' : 'de-DE'],
        ] as const) {
          const { page, complaints } = await visit(url, { locale });
          // At first the overlay says that it is connecting.
          if (address === addresses.overlay) await page.locator('.pill.live').waitFor();
          expect(await page.getAttribute('html', 'lang')).to.equal(lang);
          const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
          for (const word of words) expect(text).to.contain(word.replace(/\s+/g, ' '));
          const all = await everythingSaid(page);
          for (const word of foreign) expect(all, `${url} in ${locale}`).not.to.contain(word);
          expect(complaints.filter((complaint) => !complaint.includes('404'))).to.deep.equal([]);
          await closeVisits();
        }
    });
  }

  it('keeps a chosen language on the way through the pages', async () => {
    const { page } = await visit(addresses.start, { locale: 'en-US' });
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('link', { name: '查看善款：云岭蜂蜜助农直播' }).click();
    await page.getByRole('heading', { name: '本场直播善款' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).to.equal('zh-CN');
  });

  it('shows the overlay over nothing: what it does not cover stays clear', async () => {
    for (const theme of ['dark', 'glass']) {
      const { page, complaints } = await visit(`${addresses.overlay}?theme=${theme}`, { locale: 'zh-CN' });
      await becomes(() => totalSeen(page), '¥12,345.60');
      const picture = await keepPicture(page, `overlay-${theme}`);
      const { page: blank } = await visit(kindcast.url + '/healthz');
      const alpha = await blank.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        canvas.drawImage(bitmap, 0, 0);
        const [right, bottom] = [bitmap.width - 1, bitmap.height - 1];
        const corners = [0, bottom].flatMap((y) => [0, right].map((x) => ({ x, y })));
        const [card, ...clear] = [{ x: 150, y: bottom - 60 }, ...corners].map(
          ({ x, y }) => canvas.getImageData(x, y, 1, 1).data[3],
        );
        return { card, clear };
      }, picture.toString('base64'));
      const [topLeft, topRight, besideCard, bottomRight] = alpha.clear;
      expect([topLeft, topRight, bottomRight]).to.deep.equal([0, 0, 0]);
      // The last breath of the card's shadow, which nobody sees.
      expect(besideCard).to.be.at.most(4);
      expect(alpha.card).to.be.greaterThan(100);
      expect(complaints).to.deep.equal([]);
    }
  });

  it('writes Chinese in the font it brings along where the machine has none', async () => {
    for (const [address, selector] of [
      [addresses.session, 'h1'],
      [addresses.project, '.hero h2'],
      [addresses.overlay, '.label'],
      [addresses.start, 'h1'],
    ] as const) {
      const { page, complaints } = await visit(address, { locale: 'zh-CN' });
      await page.evaluate(() => document.fonts.ready);
      // Faces load as their letters are first drawn. Latin letters are in a font of the machine, but in the overlay.
      const chinese = async () =>
        (await fontsOf(page, selector)).filter(({ isCustomFont }) => isCustomFont).map(({ familyName }) => familyName);
      await becomes(
        async () => (await chinese()).every((name) => /^Noto Sans SC/.test(name)) && (await chinese()).length,
        1,
      );
      const faces = await page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      );
      expect(faces.length).to.be.greaterThan(1);
      expect(faces.every((family) => family.includes('Noto Sans SC'))).to.equal(true);
      expect(complaints).to.deep.equal([]);
    }
  });
});

/** Every fixed text of a language; what has a value in it, and single words, would be found in other text. */
function staticWords(lang: Lang): string[] {
  const { brand: _brand, languageName: _own, otherLanguageName: _other, ...words } = languages[lang];
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
  return texts(words).filter((text) => (lang === 'en' ? text.includes(' ') : text.length > 3));
}

/** What is shown and what is read out, without the data that the script reads. */
function everythingSaid(page: Page): Promise<string> {
  return page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'));
    return [document.title, document.body.innerText, ...labels].join('\n');
  });
}

/** Which fonts the browser really drew an element's letters with. */
async function fontsOf(page: Page, selector: string) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  await devtools.detach();
  return fonts;
}
