import { closeVisits, keepPicture, visit } from '../../support/browser.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { sell } from '../screens.js';
import { setStage, type Stage } from './stage.js';
describe('dev look', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let stage: Stage;
  before(async () => {
    kindcast = await startKindcast();
    stage = await setStage(kindcast, '3000.00');
    for (const unitPrice of ['612.50', '1288.00', '39.90']) await sell(stage.village, { unitPrice, quantity: 3 });
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());
  it('shots', async () => {
    for (const [name, q, o] of [
      ['desk-en', '', { viewport: { width: 1440, height: 900 } }],
      [
        'desk-zh-dark',
        '?lang=zh-CN&layout=portrait&theme=light',
        { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
      ],
      ['phone-zh', '?lang=zh-CN&layout=bar&qr=on', { viewport: { width: 390, height: 844 }, isMobile: true }],
    ] as const) {
      const { page, complaints } = await visit(stage.studio(q), o as never);
      await page.waitForTimeout(2500);
      await keepPicture(page, `studio-${name}`, { fullPage: true });
      console.log(name, complaints, await page.evaluate(() => document.documentElement.scrollWidth));
    }
  });
});
