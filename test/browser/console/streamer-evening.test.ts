import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Role } from '../../../server/http/access.js';
import { cancelled } from '../../../server/demo/shopify-order.js';
import { streamerMessages } from '../../../widgets/text/console/streamer/messages.js';
import { closeVisits, keepPicture, visit } from '../../support/browser.js';
import { fontsSettled, rulesBroken, type Lang } from '../../support/looks.js';
import { sell } from '../../support/sell.js';
import { settleHost } from '../../support/settle-host.js';
import { browserCookie, signedIn } from '../../support/people.js';
import { openMailbox, type Mailbox } from '../../support/mailbox.js';
import { signUpOnScreen } from '../../support/sign-up-on-screen.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../../support/village.js';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** Of the frame around the pages, which is the shell's business. */
const shells = ['label-content-name-mismatch'];
const desktop = { viewport: { width: 1280, height: 800 } };

describe("a streamer's first evening", function () {
  this.timeout(180_000);
  let kindcast: Kindcast;
  let mailbox: Mailbox;
  before(async () => {
    mailbox = await openMailbox();
    kindcast = await startKindcast({ settings: { mail: mailbox.mail } });
  });
  after(async () => {
    await kindcast.stop();
    await mailbox.close();
  });
  afterEach(closeVisits);

  /** Opens the console as somebody who has signed in and belongs to the host. */
  async function comeIn(
    lang: Lang,
    size: object,
    streamerId: string,
    role: Role = 'owner',
  ): Promise<{ page: Page; complaints: string[] }> {
    const person = await signedIn(kindcast, { name: 'Li Mei', memberOf: [{ id: streamerId, role }] });
    const { page, complaints } = await visit(`${kindcast.url}/healthz`, {
      ...size,
      locale: lang,
      reducedMotion: 'reduce',
    });
    await page.context().addCookies([browserCookie(kindcast.url, person)]);
    await page.goto(`${kindcast.url}/console/${streamerId}`);
    return { page, complaints };
  }

  /** A host who may sell in a shop, with a session that has not begun. */
  async function planned(title = 'Honey night') {
    const village = await settle(kindcast.url);
    const streamerId = await settleHost(kindcast);
    await kindcast.call('PUT', `/v1/shops/${village.shopId}/streamers/${streamerId}`, { state: 'allowed' });
    const session = await kindcast.call('POST', '/v1/sessions', {
      title,
      streamer: 'Li Mei',
      shopIds: [village.shopId],
      organisationId: streamerId,
    });
    return { village, streamerId, session };
  }

  /** Cut off, the desk says that its figures are old; heard again, it says that too. */
  async function sayNothingFor(page: Page, lang: Lang, picture: string): Promise<void> {
    const own = streamerMessages[lang];
    if (await page.getByRole('button', { name: own.dark, exact: true }).isVisible())
      await page.getByRole('button', { name: own.dark, exact: true }).click();
    await page.context().setOffline(true);
    await page.locator('.desk.dark.stale .desk-silence').waitFor();
    await keepPicture(page, `streamer-${picture}`);
    expect(await rulesBroken(page, shells), picture).to.deep.equal([]);
    await page.context().setOffline(false);
    await page.getByText(own.heard, { exact: true }).waitFor();
    expect(await page.locator('.desk-silence').count()).to.equal(0);
  }

  async function looked(page: Page, name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await fontsSettled(page);
      await keepPicture(page, `streamer-${name}-${colorScheme}`, { fullPage: true });
      expect(await rulesBroken(page, shells), `${name} ${colorScheme}`).to.deep.equal([]);
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }

  /** The desk scrolls by itself, so that the page is never too wide. */
  async function nothingCutOff(page: Page): Promise<void> {
    const [desk, sum] = await page.evaluate(() => {
      const [desk, sum] = [document.querySelector('.desk')!, document.querySelector('.desk-sum [aria-hidden]')!];
      const tooWide = desk.scrollWidth - desk.clientWidth;
      return [
        tooWide,
        sum.getBoundingClientRect().right - document.querySelector('.desk-total')!.getBoundingClientRect().right,
      ];
    });
    expect(desk, 'the desk sticks out').to.be.at.most(0);
    expect(sum, 'the total sticks out').to.be.at.most(0);
  }

  for (const [lang, size, sizeName] of [
    ['zh-CN', phone, 'phone'],
    ['en', desktop, 'desktop'],
  ] as const)
    it(`goes well in ${lang} (${sizeName})`, async () => {
      const own = streamerMessages[lang];
      const village: Village = await settle(kindcast.url, { projects: ['山里孩子的热午餐 · Hot lunches'] });
      await setRule(
        village,
        101,
        '10%',
        { '山里孩子的热午餐 · Hot lunches': 1 },
        { title: '云岭百花蜜 Wildflower honey' },
      );
      const visited = await visit(`${kindcast.url}/healthz`, {
        ...size,
        locale: lang,
        reducedMotion: 'reduce',
      });
      const host = { lang, kind: 'streamer', name: '李梅 Li Mei' } as const;
      const streamerId = await signUpOnScreen(visited, kindcast.url, mailbox, host);
      const { page, complaints } = visited;
      const see = (text: string) => page.getByText(text, { exact: true }).first().waitFor();
      const tap = (name: string) =>
        page
          .getByRole('button', { name, exact: true })
          .or(page.getByRole('link', { name, exact: true }))
          .first()
          .click();
      const name = (what: string) => `${what}-${sizeName}-${lang}`;

      await see(own.firstEvening);
      await looked(page, name('first'));
      await tap(own.ask);
      await page.getByLabel(own.shopAddress).fill(`https://${village.domain}/collections/all`);
      await tap(own.askShop);
      await see(own.requestStates.asked);
      await looked(page, name('shops'));
      await kindcast.call('PUT', `/v1/shops/${village.shopId}/streamers/${streamerId}`, { state: 'allowed' });
      await page.reload();
      await see(own.requestStates.allowed);

      await page.goto(`${kindcast.url}/console/${streamerId}/sessions/new`);
      await page.getByLabel(own.title).waitFor();
      await tap(own.schedule);
      await see(own.needsTitle);
      await page.getByLabel(own.title).fill('云岭蜂蜜夜 Honey night');
      await page.getByLabel(own.goal).fill('1,000');
      await page.getByLabel(own.startsAt).fill('2026-12-24T20:00');
      await looked(page, name('schedule'));
      await tap(own.schedule);
      await see(own.whatToSay);
      await looked(page, name('links'));
      const sessionId = new URL(page.url()).pathname.split('/').at(-1)!;
      const session = await kindcast.call('GET', `/v1/sessions/${sessionId}`);
      expect(session).to.deep.include({ organisationId: streamerId, goal: { amount: '1000.00', currency: 'CNY' } });

      await tap(own.toDesk);
      await see(own.heard);
      await tap(own.start);
      await page.getByRole('button', { name: own.stop, exact: true }).waitFor();
      expect((await kindcast.call('GET', `/v1/sessions/${sessionId}`)).status).to.equal('live');
      const sold = { ...village, session };
      await sell(sold, { unitPrice: '398.00', quantity: 3 });
      await page.locator('.desk-sum', { hasText: '119.40' }).waitFor();
      const order = await sell(sold, { unitPrice: '1230.00', quantity: 1 });
      await page.locator('.desk-sum', { hasText: '242.40' }).waitFor();
      await page.locator('.say-news').waitFor();
      await page.keyboard.press('ArrowRight');
      await page.locator('.say-line', { hasText: '123' }).waitFor();
      await looked(page, name('desk'));
      await nothingCutOff(page);
      await send(village, 'orders/cancelled', cancelled(order, new Date(Date.now() + 5_000), { refund: false }));
      await page.locator('.desk-sum', { hasText: '119.40' }).waitFor();
      await page.locator('.gifts .down').waitFor();
      await sayNothingFor(page, lang, name('silent'));

      await tap(own.stop);
      await see(own.stopAsk);
      await page.locator('wa-dialog').getByRole('button', { name: own.stop }).click();
      await tap(own.seeReport);
      await see(own.reversals);
      await looked(page, name('report'));
      expect(await page.locator('.report-total').innerText()).to.contain('119.40');
      const [download] = await Promise.all([page.waitForEvent('download'), tap(own.downloadPng)]);
      expect(download.suggestedFilename()).to.equal('kindcast-line-CNY.png');
      await page.goto(`${kindcast.url}/console/${streamerId}/sessions`);
      await see(own.past);
      await looked(page, name('sessions'));
      await page.goto(`${kindcast.url}/console/${streamerId}`);
      await see(own.lastOne);
      await looked(page, name('home'));
      const ours = complaints.filter((complaint) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(complaint));
      expect(ours).to.deep.equal([]);
    });

  it('has room for a famous evening on a phone, in the longer of the two languages', async () => {
    const own = streamerMessages.en;
    const { village, streamerId, session } = await planned(
      'A long night of wildflower honey, for hot lunches in the hills',
    );
    await setRule(village, 101, '10%', { 'school-lunch': 1 }, { title: 'Honey' });
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    await sell({ ...village, session }, { unitPrice: '12345678.90', quantity: 1 });
    const { page } = await comeIn('en', phone, streamerId);
    await page.getByText(own.firstEvening, { exact: true }).waitFor();
    expect(await page.locator('.steps li.done', { hasText: own.liveTitle }).count()).to.equal(1);
    await page.goto(`${kindcast.url}/console/${streamerId}/sessions/${session.id}/desk`);
    await page.locator('.desk-sum', { hasText: 'CN¥1,234,567.89' }).waitFor();
    await looked(page, 'desk-famous');
    await nothingCutOff(page);
  });

  it('shows whoever may only look everything but the secrets and the buttons', async () => {
    const own = streamerMessages.en;
    const { streamerId, session } = await planned();
    const { page, complaints } = await comeIn('en', desktop, streamerId, 'viewer');
    await page.getByText(own.nextUp, { exact: true }).waitFor();
    await page.goto(`${kindcast.url}/console/${streamerId}/sessions/${session.id}`);
    await page.getByText(own.editorsOnly).waitFor();
    expect(await page.content()).not.to.contain(session.overlayUrl.split('/').at(-1));
    expect(await page.getByText(own.callOff).count()).to.equal(0);
    await page.getByText(own.toDesk, { exact: true }).click();
    const button = page.getByRole('button', { name: own.start, exact: true });
    await button.waitFor();
    expect(await button.isDisabled()).to.equal(true);
    expect(complaints).to.deep.equal([]);
  });

  it('calls a live off, and takes that back', async () => {
    const own = streamerMessages['zh-CN'];
    const { streamerId, session } = await planned();
    const { page } = await comeIn('zh-CN', phone, streamerId);
    await page.goto(`${kindcast.url}/console/${streamerId}/sessions/${session.id}`);
    await page.getByText(own.callOff, { exact: true }).click();
    await page.getByText(own.noSessions, { exact: true }).waitFor();
    await page.locator('.toast').getByRole('button').first().click();
    await page.getByText(own.whatToSay, { exact: true }).waitFor();
    expect((await kindcast.call('GET', `/v1/sessions/${session.id}`)).cancelledAt).to.equal(undefined);
  });
});
