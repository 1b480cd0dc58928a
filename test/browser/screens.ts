import type { Page } from 'playwright-core';
import type { Kindcast } from '../support/start-kindcast.js';
import type { Village } from '../support/village.js';

/** The screens of a village, at the address the test server really has. */
export const addressesOf = (kindcast: Pick<Kindcast, 'url'>, { session }: Village) => ({
  start: `${kindcast.url}/`,
  session: `${kindcast.url}/sessions/${session.id}`,
  overlay: kindcast.url + new URL(session.overlayUrl).pathname,
});

/** The total as the eye sees it, counting up or at rest. */
export const totalSeen = async (page: Page): Promise<string> =>
  (await page.locator('.total .figures').first().textContent())?.trim() ?? '';

/** The total as a screen reader hears it. */
export const totalHeard = async (page: Page): Promise<string> =>
  (await page.locator('.total .unseen').first().textContent())?.trim() ?? '';

/** All totals as a screen reader hears them, a currency each, sorted. */
export const totalsHeard = async (page: Page): Promise<string[]> =>
  (await page.locator('.total .unseen').allTextContents()).map((text) => text.trim()).toSorted();

/** What tells people that the numbers may not be of now. */
const oldMarks = '.notice.stale, .notice.reconnecting, .pill.stale, .pill.reconnecting, .pill.connecting';

/** Whether the screen says of itself that its numbers are old. */
export const saysOld = async (page: Page): Promise<boolean> => (await page.locator(oldMarks).count()) > 0;

/** What stood on a screen after one of its changes. */
export interface Shown {
  old: boolean;
  totals: string[];
}

/** Writes down from now on what the screen shows, after every single change of it. `take` gives it out and begins anew. */
export async function keepShown(page: Page): Promise<{ take(): Promise<Shown[]> }> {
  await page.evaluate((marks) => {
    const shown: Shown[] = ((window as { __shown?: Shown[] }).__shown = []);
    new MutationObserver(() => {
      const totals = [...document.querySelectorAll('.total .unseen')].map((each) => each.textContent.trim());
      shown.push({ old: document.querySelector(marks) !== null, totals: totals.toSorted() });
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  }, oldMarks);
  return { take: () => page.evaluate(() => (window as { __shown?: Shown[] }).__shown!.splice(0)) };
}

/** Minor units as the pages should write them, made without the pages' own code. */
export function written(minor: bigint, currency: string, lang: 'zh-CN' | 'en'): string {
  if (currency === 'CNY') return yuan(minor, lang);
  if (currency !== 'JPY') throw new Error(`How is ${currency} written?`);
  return `${lang === 'en' ? '¥' : 'JP¥'}${minor.toString().replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

/** CNY as the pages should write it, made without the pages' own code. */
export function yuan(minor: bigint, lang: 'zh-CN' | 'en'): string {
  const figures = minor.toString().padStart(3, '0');
  const whole = figures.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${lang === 'en' ? 'CN¥' : '¥'}${whole}.${figures.slice(-2)}`;
}
