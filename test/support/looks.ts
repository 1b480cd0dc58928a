import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { keepPicture, visit } from './browser.js';

/** The sizes at which people meet our screens: on a stream, on an upright stream, in a hand. */
export const sizes = {
  '1920x1080': { viewport: { width: 1920, height: 1080 } },
  '1080x1920': { viewport: { width: 1080, height: 1920 } },
  '390x844': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const satisfies Record<string, BrowserContextOptions>;

export type Size = keyof typeof sizes;
export type Lang = 'zh-CN' | 'en';
export type Scheme = 'light' | 'dark';

export interface LooksOptions {
  /** All three unless told. */
  sizes?: readonly Size[];
  langs?: readonly Lang[];
  schemes?: readonly Scheme[];
  /** The picture shows the whole length of the page; a screen on a stream has none (default true). */
  fullPage?: boolean;
  /** Waits until the screen is as it should be looked at, for instance until it is live. */
  settled?: (page: Page) => Promise<unknown>;
  /** Rules of axe that make no sense here, such as `region` for a layer over a video that is no page of its own. */
  withoutRules?: readonly string[];
}

/** One screen as one person meets it. All lists are empty when it is as it should be. */
export interface Look {
  /** Also the name of the picture in test/output, without `.png`. */
  name: string;
  /** Rules of accessibility that are broken, with the places where. */
  broken: string[];
  /** What the browser complained about: errors, refused content, dialogs, requests to strangers. */
  complaints: string[];
  /** What sticks out sideways, and by how much: nobody wants to scroll a page to the right. */
  sticksOut: string[];
}

/**
 * Looks at a screen in every size, language and colour scheme, keeps a picture of each under
 * `<name>-<size>-<lang>-<scheme>` and tells what is wrong. Motion is reduced, so that figures are at rest. Close with
 * `closeVisits`.
 */
export async function looksOf(name: string, address: string, options: LooksOptions = {}): Promise<Look[]> {
  const looks: Look[] = [];
  for (const size of options.sizes ?? (Object.keys(sizes) as Size[]))
    // Side by side, but not all at once: more pages at a time only wait for one another.
    await Promise.all(
      (options.langs ?? (['zh-CN', 'en'] as const)).map(async (lang) => {
        const wishes = { ...sizes[size], locale: lang, reducedMotion: 'reduce' } as const;
        const { page, complaints } = await visit(address, wishes);
        await options.settled?.(page);
        for (const scheme of options.schemes ?? (['light', 'dark'] as const)) {
          await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
          await fontsSettled(page);
          const picture = `${name}-${size}-${lang}-${scheme}`;
          await keepPicture(page, picture, { fullPage: options.fullPage ?? true });
          const said = complaints.splice(0);
          const [broken, sticksOut] = [await rulesBroken(page, options.withoutRules), await whatSticksOut(page)];
          looks.push({ name: picture, broken, complaints: said, sticksOut });
        }
        await page.context().close();
      }),
    );
  return looks;
}

/** What is wrong with the looks, a line each; empty when nothing is. Made for one `expect(…).to.deep.equal([])`. */
export const faultsOf = (looks: readonly Look[]): string[] =>
  looks.flatMap(({ name, broken, complaints, sticksOut }) =>
    [...broken, ...complaints, ...sticksOut].map((fault) => `${name}: ${fault}`),
  );

/** A face is only fetched when one of its letters is first drawn, and that may bring in the next: ask until all is still. */
export async function fontsSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    do {
      await document.fonts.ready;
      // Two frames: in the first the letters are drawn.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    } while (document.fonts.status !== 'loaded');
  });
}

/** Which rules of accessibility the page breaks as it stands, `<rule>: <the elements>`. */
export async function rulesBroken(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async (off) => {
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    },
    [...without],
  );
}

/** Elements beyond the right edge, when the page can be scrolled there. */
async function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = beyond.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`${scrollWidth - clientWidth} px too wide: ${names.join(', ')}`];
  });
}
