import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { cancelled } from '../../../server/demo/shopify-order.js';
import { becomes, closeVisits, keepPicture, visit } from '../../support/browser.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { until } from '../../support/until.js';
import { booksBalance, send } from '../../support/village.js';
import { totalHeard, totalSeen } from '../screens.js';
import { sell } from '../../support/sell.js';
import { canvases, openOverlay, putBusyVideoBehind, setStage, type Stage } from './stage.js';

const texts = (page: Page, selector: string) => page.locator(selector).allTextContents();

describe('an overlay on air', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let stage: Stage;
  before(async () => (kindcast = await startKindcast()));
  beforeEach(async () => (stage = await setStage(kindcast, '1000.00')));
  afterEach(closeVisits);
  after(() => kindcast.stop());

  it('shows a test gift as a test, counts it nowhere, and is then as before', async () => {
    await sell(stage.village);
    const topic = `/v1/sessions/${stage.village.session.id}`;
    const before = [await kindcast.call('GET', `${topic}/totals`), await kindcast.call('GET', `${topic}/gifts`)];
    const [card, moments, silent] = await Promise.all([
      openOverlay(stage.overlay()),
      openOverlay(stage.overlay('?layout=alert&lang=zh-CN')),
      openOverlay(stage.overlay('?layout=bar&gifts=off')),
    ]);
    const viewer = await visit(`${kindcast.url}/sessions/${stage.village.session.id}`);
    await viewer.page.locator('.pill.live').first().waitFor();
    expect((await stage.post('test-gift')).status).to.equal(204);
    for (const { page } of [card, moments, silent]) {
      await page.locator('.gift.test').waitFor();
      expect(await page.locator('.gift.test').innerText()).to.contain('Test 测试');
      await putBusyVideoBehind(page);
    }
    expect(await card.page.locator('.gift.test').innerText()).to.contain('never counted');
    expect(await moments.page.locator('.gift.test').innerText()).to.contain('不计入总额');
    await keepPicture(card.page, 'overlay-test-gift-card-en');
    await keepPicture(moments.page, 'overlay-test-gift-alert-zh');
    await keepPicture(silent.page, 'overlay-test-gift-bar-en');
    await card.page.locator('.gift.test').waitFor({ state: 'detached', timeout: 15_000 });
    expect(await texts(card.page, '.gift-amount')).to.deep.equal(['CN¥10.00']);
    expect(await totalSeen(card.page)).to.equal('CN¥10.00');
    expect(await viewer.page.locator('.gift').count()).to.equal(1);
    expect([await kindcast.call('GET', `${topic}/totals`), await kindcast.call('GET', `${topic}/gifts`)]).to.deep.equal(
      before,
    );
    await booksBalance(kindcast.url);
    for (const { complaints } of [card, moments, silent]) expect(complaints).to.deep.equal([]);
  });

  it('tells a rush as one line with its exact sum, and a fall calmly with its reason', async () => {
    const { page, complaints } = await openOverlay(stage.overlay());
    const [order] = await Promise.all(Array.from({ length: 30 }, () => sell(stage.village, { unitPrice: '7.30' })));
    await page.locator('.gift.merged').waitFor();
    await becomes(() => totalSeen(page), 'CN¥43.80');
    // However they fell into messages, what is told adds up once all has been told; older lines may have left by then.
    const told = await page.locator('.gift.merged').first().innerText();
    const [, count, sum] = /\+(\d+) gifts.*?CN¥([\d.]+)/s.exec(told) ?? [];
    expect(parseInt(sum!.replace('.', ''), 10)).to.equal(parseInt(count!, 10) * 146);
    await keepPicture(page, 'overlay-rush-en');

    await send(stage.village, 'orders/cancelled', cancelled(order!, new Date(Date.now() + 5_000), { refund: false }));
    await page.locator('.gift.taken').waitFor();
    expect(await page.locator('.gift.taken').innerText()).to.match(/−CN¥1\.46\s+Cancelled/);
    expect(await page.locator('.drop').innerText()).to.equal('Cancelled −CN¥1.46, taken off the total');
    await becomes(() => totalSeen(page), 'CN¥42.34');
    expect(complaints).to.deep.equal([]);
  });

  it('goes on with the true total when it is reloaded in the middle of a rush, and celebrates nothing twice', async () => {
    const { page, complaints } = await openOverlay(stage.overlay());
    await sell(stage.village, { unitPrice: '1250.00' });
    await page.locator('.milestone').waitFor();
    expect(await page.locator('.milestone-title').innerText()).to.equal('25% of the CN¥1,000 goal');
    const rush = Promise.all(Array.from({ length: 20 }, () => sell(stage.village, { unitPrice: '3.10' })));
    await page.reload();
    // From the first picture on it is what was given, not a sum that climbs from zero.
    expect(parseInt((await totalHeard(page)).replace(/\D/g, ''), 10)).to.be.at.least(25_000);
    await rush;
    await becomes(() => totalSeen(page), 'CN¥262.40');
    expect(await page.locator('.milestone').count()).to.equal(0);
    expect(await page.locator('.gift').count()).to.be.at.most(3);
    expect(complaints).to.deep.equal([]);
  });

  for (const event of ['obsSourceVisibleChanged', 'obsSourceActiveChanged'])
    it(`asks for the truth when OBS shows it again (${event})`, async () => {
      const { page } = await openOverlay(stage.overlay());
      const asked: string[] = [];
      await page.exposeFunction('__asked', (frame: string) => asked.push(frame));
      await page.evaluate(() => {
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (data) {
          void (window as unknown as { __asked(frame: string): void }).__asked(String(data));
          return send.call(this, data);
        };
      });
      await page.evaluate((name) => window.dispatchEvent(new CustomEvent(name, { detail: { visible: true } })), event);
      await until(() => asked.some((frame) => frame.includes('"watch"')), 'it asks');
    });

  it('celebrates inside its own frame, for six seconds, and quietly for who wants no motion', async () => {
    const [lively, calm] = await Promise.all([
      openOverlay(stage.overlay('?lang=zh-CN'), { viewport: canvases.stream }),
      openOverlay(stage.overlay('?layout=bar'), { viewport: canvases.stream, reducedMotion: 'reduce' }),
    ]);
    await sell(stage.village, { unitPrice: '5000.00' });
    const since = Date.now();
    for (const { page } of [lively, calm]) await page.locator('.milestone').waitFor();
    expect(await lively.page.locator('.milestone-title').innerText()).to.equal('目标 ¥1,000 达成');
    expect(await calm.page.locator('.milestone-title').innerText()).to.equal('Goal reached: CN¥1,000');
    await putBusyVideoBehind(lively.page);
    await putBusyVideoBehind(calm.page);
    await lively.page.waitForTimeout(900);
    await keepPicture(lively.page, 'overlay-milestone-card-zh');
    await keepPicture(calm.page, 'overlay-milestone-bar-calm-en');
    expect(await calm.page.locator('.confetti').isVisible()).to.equal(false);
    const covered = await lively.page.evaluate(() => {
      const { width, height } = document.querySelector('.overlay')!.getBoundingClientRect();
      return (width * height) / (innerWidth * innerHeight);
    });
    expect(covered).to.be.lessThan(0.25);
    await lively.page.locator('.milestone').waitFor({ state: 'detached', timeout: 20_000 });
    expect(Date.now() - since).to.be.greaterThan(5_000);
    await lively.page.reload();
    await lively.page.locator('.overlay.live').waitFor();
    await sell(stage.village, { unitPrice: '1.00' });
    await becomes(() => totalSeen(lively.page), '¥1,000.20');
    expect(await lively.page.locator('.milestone').count()).to.equal(0);
    for (const { complaints } of [lively, calm]) expect(complaints).to.deep.equal([]);
  });

  it('says that its link was replaced, and stays so, instead of coming again for ever', async () => {
    await sell(stage.village);
    const { page, complaints } = await openOverlay(stage.overlay());
    expect((await stage.post('revoke')).status).to.equal(200);
    await page.locator('.overlay.gone').waitFor();
    expect(await page.locator('.overlay').innerText()).to.equal(
      'This overlay link was replaced. Put the new one into OBS.',
    );
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('websocket', (socket) => requests.push(socket.url()));
    await page.waitForTimeout(7_000);
    expect(requests).to.deep.equal([]);
    await keepPicture(page, 'overlay-replaced-en');
    expect(complaints).to.deep.equal([]);

    const late = await visit(stage.overlay());
    expect(await late.page.locator('.overlay.gone').innerText()).to.contain('was replaced');
    expect(await late.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).to.equal(
      'rgba(0, 0, 0, 0)',
    );
  });

  it('is silent unless asked for sound', async () => {
    const made = async (query: string): Promise<number> => {
      const { page } = await openOverlay(stage.overlay(query));
      await page.evaluate(() => {
        const counted = window as unknown as { __bells: number };
        counted.__bells = 0;
        const make = AudioContext.prototype.createOscillator;
        AudioContext.prototype.createOscillator = function () {
          counted.__bells += 1;
          return make.call(this);
        };
      });
      await sell(stage.village);
      await page.locator('.gift.fresh').first().waitFor();
      return page.evaluate(() => (window as unknown as { __bells: number }).__bells);
    };
    expect(await made('')).to.equal(0);
    expect(await made('?sound=on')).to.be.greaterThan(0);
  });

  it('leads the viewers who scan its code to the public page', async () => {
    const { page } = await openOverlay(stage.overlay('?qr=on'), { viewport: canvases.stream });
    const data = (await page.evaluate(() => JSON.parse(document.getElementById('page-data')!.textContent!))) as Answer;
    expect(await page.locator('.qr path').getAttribute('d')).to.equal(data.qr.path);
    expect((await page.locator('.qr svg').boundingBox())!.width).to.be.greaterThan(100);
    expect(await (await openOverlay(stage.overlay())).page.locator('.qr').count()).to.equal(0);
  });
});
