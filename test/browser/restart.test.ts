import { expect } from 'chai';
import { becomes, closeVisits, keepPicture, serverGone, visit } from '../support/browser.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { setRule, settle, type Village } from '../support/village.js';
import { addressesOf, totalHeard, totalSeen } from './screens.js';
import { sell } from '../support/sell.js';

describe('a restart of the server', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    database = await copyDatabase();
    kindcast = await startKindcast({ on: database });
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
  });
  after(async () => {
    await closeVisits();
    await kindcast.stop();
    await database.drop();
  });

  it('is told by every screen, and heals without a reload', async () => {
    await sell(village);
    const addresses = addressesOf(kindcast, village);
    const [overlay, session] = await Promise.all([visit(addresses.overlay), visit(addresses.session)]);
    const pages = [overlay.page, session.page];
    for (const page of pages) {
      await page.evaluate(() => ((window as { __sameDocument?: boolean }).__sameDocument = true));
      await page.locator('.pill.live').waitFor();
      await becomes(() => totalSeen(page), 'CN¥10.00');
    }
    // Until the first answer a screen says nothing of its connection: an order that arrives shows that it hears.
    await sell(village);
    await Promise.all(pages.map((page) => becomes(() => totalSeen(page), 'CN¥20.00')));

    const port = parseInt(new URL(kindcast.url).port, 10);
    await kindcast.stop();
    await overlay.page.locator('.pill.reconnecting').waitFor({ timeout: 5_000 });
    await session.page.locator('.notice.reconnecting').waitFor({ timeout: 5_000 });
    expect(await session.page.locator('.notice').innerText()).to.contain('connection was lost');
    const lostAt = Date.now();
    await Promise.all([
      overlay.page.locator('.pill.stale').waitFor({ timeout: 15_000 }),
      session.page.locator('.notice.stale').waitFor({ timeout: 15_000 }),
    ]);
    expect(Date.now() - lostAt).to.be.within(4_000, 14_000);
    expect(await overlay.page.locator('.pill').innerText()).to.equal('Out of date');
    expect(await session.page.locator('.notice').innerText()).to.match(/^No word from the server/);
    for (const page of pages) expect(await totalHeard(page)).to.equal('CN¥20.00');
    await keepPicture(overlay.page, 'overlay-stale-en');
    await keepPicture(session.page, 'session-stale-en');

    kindcast = await startKindcast({ on: database, settings: { port } });
    expect(new URL(kindcast.url).port).to.equal(String(port));
    await sell({ ...village, url: kindcast.url });
    await Promise.all(pages.map((page) => becomes(() => totalSeen(page), 'CN¥30.00', 15_000)));
    await overlay.page.locator('.pill.live').waitFor();
    await session.page.locator('.notice.none').waitFor({ state: 'attached' });
    expect(await session.page.locator('.notice').innerText()).to.equal('');
    for (const page of pages)
      expect(await page.evaluate(() => (window as { __sameDocument?: boolean }).__sameDocument)).to.equal(true);
    // Trying in vain to connect is all that the browser may have complained about.
    for (const { complaints } of [overlay, session])
      expect(complaints.filter((complaint) => !serverGone.test(complaint))).to.deep.equal([]);
  });
});
