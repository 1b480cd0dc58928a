import type { BrowserContextOptions, Page } from 'playwright-core';
import { visit, type Visit } from '../../support/browser.js';
import type { Kindcast } from '../../support/start-kindcast.js';
import { setRule, settle, type Village } from '../../support/village.js';

/** Canvases a streamer may have: OBS's default, a stream, a phone's stream. */
export const canvases = {
  obs: { width: 800, height: 600 },
  stream: { width: 1920, height: 1080 },
  phone: { width: 1080, height: 1920 },
};

export const lunch = '山里孩子的热午餐 · Hot lunches';

export interface Stage {
  village: Village;
  /** The overlay's address with a query, on the test's own server. */
  overlay(query?: string): string;
  studio(query?: string): string;
  /** `POST` to the overlay's address, such as `test-gift`, as a program would. */
  post(what: string, headers?: Record<string, string>): Promise<Response>;
}

/** A session with a goal (or none), on which item 101 gives a tenth. */
export async function setStage(kindcast: Kindcast, goal?: string): Promise<Stage> {
  const village = await settle(kindcast.url, { projects: [lunch] });
  await setRule(village, 101, '10%', { [lunch]: 1 });
  const session = await kindcast.call('POST', '/v1/sessions', {
    title: '云岭蜂蜜助农直播 · Honey from Yunling, live',
    streamer: '阿云 A Yun',
    shopIds: [village.shopId],
    ...(goal && { goal: { amount: goal, currency: 'CNY' } }),
  });
  village.session = await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
  const overlay = kindcast.url + new URL(session.overlayUrl).pathname;
  return {
    village,
    overlay: (query = '') => overlay + query,
    studio: (query = '') => `${overlay}/studio${query}`,
    post: (what, headers = {}) => fetch(`${overlay}/${what}`, { method: 'POST', headers }),
  };
}

/** Opens an overlay and waits until it hears. */
export async function openOverlay(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const visited = await visit(address, options);
  // The corner that tells of an alert layout shows only when it cannot hear.
  await visited.page.locator('.overlay.live').waitFor({ state: 'attached' });
  return visited;
}

/** A picture as bad for letters as a video can be: white, black and colours, in stripes as fine as letters. */
export async function putBusyVideoBehind(page: Page): Promise<void> {
  // Not a style tag, which the overlay's policy forbids.
  await page.evaluate(() => {
    const video = new CSSStyleSheet();
    video.replaceSync(`html { background:
      repeating-linear-gradient(63deg, #fff 0 9px, #000 9px 21px, #f6d400 21px 30px, #0b7 30px 38px, #fff 38px 80px),
      #888 !important; }`);
    document.adoptedStyleSheets.push(video);
  });
}
