import { expect } from 'chai';
import { closeVisits } from '../support/browser.js';
import { faultsOf, looksOf } from '../support/looks.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { liveThroughAnHour, lunches, settlePublicly } from './public-village.js';
import { addressesOf } from './screens.js';

describe('every screen, in every size, language and light', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let addresses: ReturnType<typeof addressesOf> & { project: string };
  before(async () => {
    kindcast = await startKindcast();
    const village = await settlePublicly(kindcast);
    await liveThroughAnHour(kindcast, village);
    addresses = { ...addressesOf(kindcast, village), project: `${kindcast.url}/projects/${village.projects[lunches]}` };
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  for (const screen of ['session', 'project', 'start', 'overlay'] as const)
    it(`${screen}: holds to the rules of accessibility, fits, and the browser has nothing to complain of`, async () => {
      const looks = await looksOf(screen, addresses[screen], {
        fullPage: screen !== 'overlay',
        settled: (page) => page.locator('.pill.live, .fall').first().waitFor(),
      });
      expect(looks).to.have.length(12);
      expect(faultsOf(looks)).to.deep.equal([]);
    });
});
