import { expect } from 'chai';
import { sell } from '../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { becomes } from '../support/browser.js';
import { setRule, settle, type Village } from '../support/village.js';

describe('what everybody may know', () => {
  let kindcast: Kindcast;
  before(async () => (kindcast = await startKindcast()));
  after(() => kindcast.stop());

  /** Asks as a stranger's page does. */
  async function ask(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(kindcast.url + path, { headers: { origin: 'https://blog.example', ...headers } });
    const text = await response.text();
    return { response, status: response.status, text, body: (text ? JSON.parse(text) : undefined) as Answer };
  }
  const shownTo = (response: Response) => [
    response.headers.get('access-control-allow-origin'),
    response.headers.get('cross-origin-resource-policy'),
  ];

  describe("a charity item's rule", () => {
    let village: Village;
    before(async () => (village = await settle(kindcast.url)));
    const ruleOf = async (productId: number | string) =>
      (await ask(`/v1/shops/${village.shopId}/items/${productId}/rule`)).body;

    it('is told with projects, charities, end, cap, and a sentence in each language', async () => {
      await setRule(
        village,
        101,
        '5%',
        { 'school-lunch': 3, well: 1 },
        { title: 'Honey', until: '2099-01-01T00:00:00Z', cap: { amount: '10000.00', currency: 'CNY' } },
      );
      const { rule, words, ...item } = await ruleOf(101);
      expect(item).to.deep.equal({ shopId: village.shopId, productId: '101', title: 'Honey', charityItem: true });
      expect(rule).to.deep.include({
        version: 1,
        share: { kind: 'percent', value: '5' },
        base: 'asPriced',
        until: '2099-01-01T00:00:00.000Z',
        cap: { amount: '10000.00', currency: 'CNY' },
        capReached: false,
      });
      expect(rule.projects.map(({ title, weight }: Answer) => [title, weight])).to.deep.equal([
        ['school-lunch', 3],
        ['well', 1],
      ]);
      expect(rule.projects[0].charity.name).to.equal('Rural Lunch Foundation 乡村午餐');
      const charity = 'Rural Lunch Foundation 乡村午餐';
      expect(words.en).to.equal(
        '5% of what you pay for this goes to 2 projects, until 31 Dec 2098, at most CN¥10,000 in all: ' +
          `75% to school-lunch (${charity}) and 25% to well (${charity}).`,
      );
      expect(words['zh-CN']).to.match(/^商家从你为此商品支付的金额中拿出 5%，捐给 2 个项目，截至2098年12月31日/);
    });

    it('says so as soon as the cap is reached, and again when a new version has room', async () => {
      const capped = { cap: { amount: '3.00', currency: 'CNY' } };
      await setRule(village, 102, '10%', { well: 1 }, capped);
      await sell(village, { productId: 102, unitPrice: '20.00', quantity: 1 });
      expect((await ruleOf(102)).rule.capReached).to.equal(false);
      await sell(village, { productId: 102, unitPrice: '50.00', quantity: 1 });
      const { charityItem, rule, words } = await ruleOf(102);
      expect([charityItem, rule.capReached]).to.deep.equal([true, true]);
      expect(words.en).to.match(/^The cap of CN¥3 has been reached .* Further orders give nothing more\.$/);
      await setRule(village, 102, '10%', { well: 1 }, capped);
      expect((await ruleOf(102)).rule).to.include({ version: 2, capReached: false });
    });

    it('is none for products without one, before it begins, after its end, and once it was taken back', async () => {
      const none = (productId: number) => ({ shopId: village.shopId, productId: `${productId}`, charityItem: false });
      expect(await ruleOf(999)).to.deep.equal(none(999));
      await setRule(village, 103, '5%', { well: 1 }, { from: '2098-01-01T00:00:00Z' });
      expect(await ruleOf(103)).to.deep.equal(none(103));
      await setRule(village, 104, '5%', { well: 1 }, { from: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' });
      expect(await ruleOf(104)).to.deep.equal(none(104));
      await setRule(village, 105, '5%', { well: 1 });
      expect((await ruleOf(105)).charityItem).to.equal(true);
      await kindcast.call('DELETE', `/v1/shops/${village.shopId}/items/105`);
      expect(await ruleOf(105)).to.deep.equal(none(105));
    });

    it('is of one shop alone', async () => {
      const other = await settle(kindcast.url);
      expect((await ask(`/v1/shops/${other.shopId}/items/101/rule`)).body.charityItem).to.equal(false);
    });
  });

  it('tells what a project is and whose it is', async () => {
    const charity = await kindcast.call('POST', '/v1/charities', {
      name: 'Wells',
      country: 'CN',
      registrationNumber: '5330 0000 X',
    });
    const cny = (amount: string) => ({ amount, currency: 'CNY' });
    const project = await kindcast.call('POST', '/v1/projects', {
      charityId: charity.id,
      title: 'A well',
      currency: 'CNY',
      goal: cny('500.00'),
      impact: { unit: 'metre', cost: cny('12.50') },
    });
    const { body } = await ask(`/v1/projects/${project.id}/about`);
    expect(body).to.deep.equal({
      id: project.id,
      title: 'A well',
      currency: 'CNY',
      goal: cny('500.00'),
      impact: { unit: 'metre', cost: cny('12.50') },
      charity: { id: charity.id, name: 'Wells', country: 'CN', registrationNumber: '5330 0000 X', verified: false },
      pageUrl: `http://kindcast.test/projects/${project.id}`,
    });
  });

  it('tells what a session is, but neither its token nor the key of its overlay', async () => {
    const { session } = await settle(kindcast.url);
    const { body, text } = await ask(`/v1/sessions/${session.id}/about`);
    expect(body).to.include({ id: session.id, title: 'Honey, live', streamer: 'Li Mei', status: 'live' });
    expect(body.startedAt).to.match(/Z$/);
    expect(body.pageUrl).to.equal(`http://kindcast.test/sessions/${session.id}`);
    expect(text).not.to.contain(session.token);
    expect(text).not.to.contain(session.overlayUrl.split('/').at(-1));
    await kindcast.call('POST', `/v1/sessions/${session.id}/end`);
    const ended = (await ask(`/v1/sessions/${session.id}/about`)).body;
    expect(ended).to.include({ status: 'ended' }).and.include.keys('endedAt');
  });

  it('is for every page and for caches, and a known state is not sent again', async () => {
    const village = await settle(kindcast.url);
    for (const path of [
      `/v1/sessions/${village.session.id}/about`,
      `/v1/projects/${village.projects.well}/about`,
      `/v1/shops/${village.shopId}/items/101/rule`,
      '/v1/board?by=shop',
    ]) {
      const { response } = await ask(path);
      expect(shownTo(response), path).to.deep.equal(['*', 'cross-origin']);
      expect(response.headers.get('cache-control')).to.match(/^public, s-maxage=1, stale-while-revalidate=\d+$/);
      // A board is made anew every two seconds: on a busy machine between one question and the next.
      await becomes(async () => {
        const etag = (await ask(path)).response.headers.get('etag')!;
        return (await ask(path, { 'if-none-match': etag })).status;
      }, 304);
      expect((await ask(path, { 'if-none-match': '"another"' })).status).to.equal(200);
    }
  });

  it('answers what it does not know with a problem that every page may read', async () => {
    for (const path of [
      '/v1/sessions/nobody/about',
      '/v1/projects/nobody/about',
      '/v1/shops/nobody/items/1/rule',
      '/v1/shops/nobody/orders/1/thanks?key=x',
    ]) {
      const { response, status, body } = await ask(path);
      expect(status, path).to.equal(404);
      expect(body.type).to.equal('urn:kindcast:problem:not-found');
      expect(body.title).to.match(/^There is no .*\.$/);
      // Ids that do not exist are no way past a cache; a buyer's address is kept by none.
      expect(response.headers.get('cache-control')).to.equal(
        path.includes('thanks') ? 'no-store' : 'public, s-maxage=1',
      );
      expect(shownTo(response), path).to.deep.equal(['*', 'cross-origin']);
    }
  });
});
