import { expect } from 'chai';
import { signedIn, type SignedIn } from '../../support/people.js';
import { sell } from '../../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { setRule, settle, type Village } from '../../support/village.js';

describe("who may do what with a merchant's shop", () => {
  let kindcast: Kindcast;
  let village: Village;
  let owner: SignedIn;
  let viewer: SignedIn;
  let stranger: SignedIn;
  let orderId: number;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    const other = await settle(kindcast.url);
    await setRule(village, 101, '5%', { well: 1 });
    orderId = (await sell(village, { productId: 101 })).id;
    const as = (id: string, role: 'owner' | 'viewer') => signedIn(kindcast, { memberOf: [{ id, role }] });
    owner = await as(village.merchantId, 'owner');
    viewer = await as(village.merchantId, 'viewer');
    stranger = await as(other.merchantId, 'owner');
  });
  after(() => kindcast.stop());

  const shop = (path: string) => `/v1/shops/${village.shopId}${path}`;
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const items = { items: [{ productId: '101' }] };
  const terms = () => ({
    share: { kind: 'percent', value: '5' },
    projects: [{ projectId: village.projects.well, weight: 1 }],
  });
  const reads = () => [
    shop('/products'),
    shop('/orders'),
    shop('/giving'),
    shop('/connection'),
    shop('/items/101/versions'),
    `/v1/orders/${village.shopId}/${orderId}`,
    `/v1/merchants/${village.merchantId}/owed`,
  ];
  const writes = (): [string, string, unknown][] => [
    ['PUT', shop('/products'), { products: [{ productId: '101', title: 'Honey' }] }],
    ['PUT', shop('/items'), { ...items, ...terms() }],
    ['PUT', shop('/items'), { ...items, ...terms(), draft: true }],
    ['POST', shop('/items/drop-drafts'), items],
    ['POST', shop('/items/end'), items],
    ['POST', shop('/items/restore'), { items: [{ productId: '101', version: 1 }] }],
    ['POST', shop('/giving/pause'), {}],
    ['POST', shop('/giving/start'), {}],
    ['PUT', shop('/webhook-secret'), { secret: 'another' }],
  ];
  const sample = () => ({ lines: [{ productId: '101', price: cny('39.90'), quantity: 1 }] });

  it('a stranger, owner of another merchant, finds nothing there, whatever he asks for', async () => {
    for (const path of reads()) await stranger.call('GET', path, undefined, 404);
    for (const [method, path, body] of writes()) await stranger.call(method, path, body, 404);
    await stranger.call('POST', shop('/sample-order'), sample(), 404);
    const own = await stranger.call('GET', '/v1/shops');
    expect(own.items.map((each: Answer) => each.id)).to.not.include(village.shopId);
    expect((await stranger.call('GET', `/v1/shops?merchant=${village.merchantId}`)).items).to.deep.equal([]);
    const { items: kept } = await kindcast.call('GET', shop('/items/101/versions'));
    expect(kept).to.have.length(1);
  });

  it('a viewer sees everything, may try a sample, and changes nothing', async () => {
    for (const path of reads()) await viewer.call('GET', path, undefined, 200);
    const { gives } = await viewer.call('POST', shop('/sample-order'), sample(), 200);
    expect(gives).to.deep.equal(cny('2.00'));
    for (const [method, path, body] of writes()) await viewer.call(method, path, body, 403);
  });

  it('an owner does all of it, and the history names him', async () => {
    for (const path of reads()) await owner.call('GET', path, undefined, 200);
    for (const [method, path, body] of writes()) await owner.call(method, path, body, 200);
    const { items: versions } = await owner.call('GET', shop('/items/101/versions'));
    expect(versions[0].made.by).to.equal(owner.email);
    expect(versions.at(-1).made.by).to.equal('operator key');
  });
});
