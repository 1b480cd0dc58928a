import { expect } from 'chai';
import { sell } from '../../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { booksBalance, givenByProject, setRule, settle, type Village } from '../../support/village.js';

describe("a shop's items", () => {
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
  });
  beforeEach(async () => {
    village = await settle(kindcast.url);
  });
  after(() => kindcast.stop());

  const call = (method: string, path: string, body?: unknown, expected?: number) =>
    kindcast.call(method, `/v1/shops/${village.shopId}${path}`, body, expected);
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const terms = (percent: string, more: object = {}) => ({
    share: { kind: 'percent', value: percent },
    projects: [{ projectId: village.projects['school-lunch'], weight: 1 }],
    ...more,
  });
  const tag = (ids: string[], percent: string, more: object = {}) =>
    call('PUT', '/items', { items: ids.map((productId) => ({ productId })), ...terms(percent, more) });
  const products = async (query = '') => (await call('GET', `/products${query}`)).items as Answer[];
  const tell = (list: Answer[]) =>
    list.map((found) => `${found.title} ${found.rule?.share.value ?? '-'} ${found.draft?.share.value ?? '-'}`);

  const tellOfThree = () =>
    call('PUT', '/products', {
      products: [
        { productId: '101', title: 'Honey', price: cny('39.90'), imageUrl: 'https://cdn.example.com/honey.jpg' },
        { productId: '102', title: 'Tea 100%', price: cny('20.00'), handle: 'spring-tea' },
        { productId: '103', title: 'Rice' },
      ],
    });

  it('are found by title, with the rule that holds, the one that comes, and what they have given', async () => {
    await tellOfThree();
    await setRule(village, 104, '3%', { well: 1 }, { title: 'Walnuts' });
    await setRule(village, 101, '5%', { 'school-lunch': 1 });
    await setRule(village, 101, '8%', { well: 1 }, { from: '2036-01-01T00:00:00Z' });
    await sell(village, { productId: 101, unitPrice: '39.90', quantity: 1 });
    const list = await products();
    expect(tell(list)).to.deep.equal(['Honey 5 -', 'Rice - -', 'Tea 100% - -', 'Walnuts 3 -']);
    expect(list[0]).to.deep.include({ price: cny('39.90'), given: cny('2.00') });
    expect(list[0].upcoming).to.deep.include({ version: 2, from: '2036-01-01T00:00:00.000Z' });
    expect(list[0].rule.words.en).to.match(/^5% of what you pay for this goes to school-lunch \(Rural/);
    expect(list[0].rule.projects[0].charity).to.deep.include({
      name: 'Rural Lunch Foundation 乡村午餐',
      verified: false,
    });

    expect(tell(await products('?search=100%25'))).to.deep.equal(['Tea 100% - -']);
    expect(tell(await products('?search=spring'))).to.deep.equal(['Tea 100% - -']);
    expect(tell(await products('?tagged=yes'))).to.deep.equal(['Honey 5 -', 'Walnuts 3 -']);
    expect(tell(await products('?tagged=no'))).to.deep.equal(['Rice - -', 'Tea 100% - -']);
    const first = await call('GET', '/products?limit=3');
    expect(tell((await call('GET', `/products?limit=3&cursor=${first.nextCursor}`)).items)).to.deep.equal([
      'Walnuts 3 -',
    ]);

    await call('PUT', '/products', { products: [{ productId: '101', title: 'Forest honey' }] });
    expect((await products('?search=forest'))[0]).to.deep.include({ price: cny('39.90') });
  });

  it('are tagged many at once, all or none, and every change can be undone by a new version', async () => {
    await tellOfThree();
    const first = await tag(['101', '102'], '5');
    expect(first.items).to.deep.equal([
      { productId: '101', version: 1 },
      { productId: '102', version: 1 },
    ]);
    const second = await tag(['101', '103'], '10', { cap: cny('6.00') });
    expect(second.items[0]).to.deep.equal({ productId: '101', version: 2, previous: 1 });
    expect(tell(await products())).to.deep.equal(['Honey 10 -', 'Rice 10 -', 'Tea 100% 5 -']);

    const wrong = { items: [{ productId: '101' }], ...terms('5'), projects: [{ projectId: 'nothing', weight: 1 }] };
    expect((await call('PUT', '/items', wrong, 400)).errors[0].path).to.equal('projects.0.projectId');
    const twice = { items: [{ productId: '101' }, { productId: '101' }], ...terms('5') };
    expect((await call('PUT', '/items', twice, 400)).errors[0].message).to.equal('must name each item once');

    const back = second.items.map(({ productId, previous }: Answer) => ({ productId, version: previous }));
    await call('POST', '/items/restore', { items: back });
    expect(tell(await products())).to.deep.equal(['Honey 5 -', 'Rice - -', 'Tea 100% 5 -']);
    const ended = await call('POST', '/items/end', { items: [{ productId: '101' }, { productId: '103' }] });
    expect(ended.items).to.deep.equal([{ productId: '101', version: 4, previous: 3 }]);
    const [honey] = await products('?search=honey');
    expect(honey).not.to.have.property('rule');
    expect((await call('POST', '/items/restore', { items: [{ productId: '101', version: 9 }] }, 400)).title).to.match(
      /items\.0\.version is no version of this item/,
    );
  });

  it('keep their name when they give no longer, although the shop never told it as a product', async () => {
    await setRule(village, 104, '3%', { well: 1 }, { title: 'Nuts' });
    await setRule(village, 104, '5%', { well: 1 }, { title: 'Walnuts' });
    await call('POST', '/items/end', { items: [{ productId: '104' }] });
    expect(tell(await products())).to.deep.equal(['Walnuts - -']);
  });

  it('restored under a cap give only what the cap has left', async () => {
    const { items } = await tag(['101'], '10', { cap: cny('6.00') });
    await sell(village, { productId: 101, unitPrice: '50.00', quantity: 1 });
    await call('POST', '/items/end', { items: [{ productId: '101' }] });
    await call('POST', '/items/restore', { items: [{ productId: '101', version: items[0].version }] });
    await sell(village, { productId: 101, unitPrice: '50.00', quantity: 1 });
    expect((await givenByProject(village))['school-lunch']).to.equal('6.00');
    expect((await products())[0].rule).to.deep.include({ cap: cny('1.00'), capReached: true });
    await booksBalance(kindcast.url);
  });

  it('prepared as drafts give nothing until the giving is switched on, and wait again when it is switched off', async () => {
    await tellOfThree();
    await tag(['101', '102'], '10', { draft: true });
    expect(tell(await products('?tagged=draft'))).to.deep.equal(['Honey - 10', 'Tea 100% - 10']);
    await sell(village, { productId: 101, unitPrice: '50.00', quantity: 1 });
    expect((await givenByProject(village))['school-lunch']).to.equal('0.00');
    expect(await call('GET', '/giving')).to.deep.equal({ giving: 0, drafts: 2 });

    expect(await call('POST', '/giving/start')).to.deep.equal({ giving: 2, drafts: 0, changed: 2, expired: [] });
    await sell(village, { productId: 101, unitPrice: '50.00', quantity: 1 });
    expect((await givenByProject(village))['school-lunch']).to.equal('5.00');

    expect(await call('POST', '/giving/pause')).to.deep.equal({ giving: 0, drafts: 2, changed: 2, expired: [] });
    await sell(village, { productId: 101, unitPrice: '50.00', quantity: 1 });
    expect((await givenByProject(village))['school-lunch']).to.equal('5.00');
    await call('POST', '/giving/start');
    expect(tell(await products('?tagged=yes'))).to.deep.equal(['Honey 10 -', 'Tea 100% 10 -']);
    await booksBalance(kindcast.url);
  });

  it('keep their history: every version with its words, who made it, and what it gave', async () => {
    await tag(['101'], '10');
    await sell(village, { productId: 101, unitPrice: '50.00', quantity: 1 });
    await tag(['101'], '20');
    await call('POST', '/items/end', { items: [{ productId: '101' }] });
    const { items } = await call('GET', '/items/101/versions');
    expect(
      items.map((version: Answer) => [version.version, version.terms?.share.value, version.given.amount]),
    ).to.deep.equal([
      [3, undefined, '0.00'],
      [2, '20', '0.00'],
      [1, '10', '5.00'],
    ]);
    expect(items[2].terms.words['zh-CN']).to.match(/^商家从你为此商品支付的金额中拿出 10%/);
    expect(items[2].made.by).to.equal('operator key');
    expect(items[2].end).to.equal(items[1].from);
    await call('GET', '/items/999/versions', undefined, 404);
  });

  it('show what an order would give, in words exact to the cent, by a rule tried, a draft, or the rule in force', async () => {
    await tellOfThree();
    await tag(['102'], '10');
    await tag(['103'], '50', { draft: true });
    const sample = await call('POST', '/sample-order', {
      lines: [
        { productId: '101', price: cny('39.90'), quantity: 1 },
        { productId: '102', price: cny('20.00'), quantity: 3 },
        { productId: '103', price: cny('8.00'), quantity: 1 },
        { productId: '104', title: 'Card', price: cny('5.00'), quantity: 1 },
      ],
      rules: [
        {
          productId: '101',
          share: { kind: 'percent', value: '5' },
          projects: [
            { projectId: village.projects['school-lunch'], weight: 60 },
            { projectId: village.projects.well, weight: 40 },
          ],
        },
      ],
    });
    expect(sample.lines.map((line: Answer) => [line.rule, line.net.amount, line.gives.amount])).to.deep.equal([
      ['tried', '39.90', '2.00'],
      ['inForce', '60.00', '6.00'],
      ['draft', '8.00', '4.00'],
      ['none', '5.00', '0.00'],
    ]);
    expect(sample.gives).to.deep.equal(cny('12.00'));
    expect(sample.lines.map((line: Answer) => line.words.en)).to.deep.equal([
      '“Honey” at CN¥39.90 gives CN¥2.00: CN¥1.20 to school-lunch and CN¥0.80 to well.',
      '3 × “Tea 100%” for CN¥60.00 give CN¥6.00 to school-lunch.',
      '“Rice” at CN¥8.00 gives CN¥4.00 to school-lunch.',
      '“Card” at CN¥5.00 gives nothing: it is no charity item.',
    ]);
    expect(sample.lines[0].words['zh-CN']).to.equal(
      '“Honey”卖 ¥39.90，捐 ¥2.00：¥1.20 给“school-lunch”，¥0.80 给“well”。',
    );
    expect(await givenByProject(village)).to.deep.equal({ 'school-lunch': '0.00', well: '0.00' });
  });
});
