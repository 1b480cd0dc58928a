import type { Page } from 'playwright-core';
import { closeVisits, visit, type Visit } from './browser.js';
import { openForeignSite, type ForeignSite } from './foreign-page.js';
import { startKindcast, type Kindcast } from './start-kindcast.js';
import { setRule, settle, type Village } from './village.js';

/** A shop that gives, and a site of others that shows elements. */
export interface ElementsStage {
  kindcast: Kindcast;
  site: ForeignSite;
  village: Village;
  /** The shop names the site as one of its own. */
  welcome(): Promise<unknown>;
  /** Opens a page of the site; `asked` and `sockets` grow with what it asks for. */
  open(body: string): Promise<Visit & { asked: string[]; sockets: string[] }>;
  stop(): Promise<void>;
}

/** Sets the stage for one test: honey gives 10 %, three quarters of it to lunches and one to a well. */
export async function setElementsStage(): Promise<ElementsStage> {
  const kindcast = await startKindcast();
  const site = await openForeignSite(kindcast);
  const village = await settle(kindcast.url);
  await setRule(village, 101, '10%', { 'school-lunch': 3, well: 1 });
  return {
    kindcast,
    site,
    village,
    welcome: () =>
      kindcast.testDatabase.pool.query('UPDATE shops SET origins = ARRAY[$1] WHERE id = $2', [
        site.url,
        village.shopId,
      ]),
    async open(body) {
      const asked: string[] = [];
      const sockets: string[] = [];
      const visited = await visit('about:blank', { mayAsk: [site.url, kindcast.url] });
      // It runs as ever, but can be pushed ahead, so that nobody waits for what only takes its time.
      await visited.page.clock.install();
      visited.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      visited.page.on('websocket', (socket) => sockets.push(socket.url()));
      await visited.page.goto(site.serve({ body }));
      return { ...visited, asked, sockets };
    },
    async stop() {
      await closeVisits();
      await site.stop();
      await kindcast.stop();
    },
  };
}

/** What the first total says to those who listen. */
export const shown = (page: Page) => page.locator('kindcast-total .total .unseen').first().innerText();

/** Waits until the socket tells the first element's topic. */
export const told = (page: Page) =>
  page.waitForFunction(
    () =>
      (document.querySelector('kindcast-total') as unknown as { source?: { told?: boolean } }).source?.told === true,
  );

/** Every word that the eye sees in an element, in order. */
export async function said(page: Page, selector: string): Promise<string> {
  const texts = await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
      let words = '';
      let block: Element | null | undefined;
      while (walker.nextNode()) {
        const { parentElement: parent, textContent } = walker.currentNode;
        if (parent?.closest('.unseen, [role="status"]')) continue;
        const within = parent?.closest('p, li, span, time, a, b');
        words += (within === block ? '' : ' ') + textContent;
        block = within;
      }
      return words;
    });
  return texts.replace(/\s+/g, ' ').trim();
}
