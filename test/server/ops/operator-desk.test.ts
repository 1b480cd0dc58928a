import { expect } from 'chai';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { send, settle, type Village } from '../../support/village.js';

const buyer = {
  id: 77,
  created_at: 'yesterday, or so',
  email: 'mei@example.org',
  name: 'Wang Mei',
  phone: '13800138000',
  customer: { first_name: 'Mei', default_address: { address1: '5 Hill Road', zip: '650000', latitude: 25.04 } },
  note_attributes: [{ name: 'a note', value: 'for grandma' }],
  line_items: [{ id: 1, title: 'Honey for Mei', price: '50.05', quantity: 1 }],
  total_price: 'fifty',
};

describe('an operator’s desk', () => {
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    expect((await send(village, 'orders/paid', buyer)).body.outcome).to.equal('dead-letter');
  });
  after(() => kindcast.stop());
  const letters = async (state = '') => (await kindcast.call('GET', `/v1/dead-letters${state}`)).items as Answer[];

  it('says how the installation is, in sentences', async () => {
    const report = await kindcast.call('GET', '/v1/health-report');
    const part = (name: string) => report.parts.find((each: Answer) => each.name === name);
    expect(part('database')).to.deep.include({ state: 'well' });
    expect(part('recorder').state).to.equal('well');
    // Nobody leads in a test; on a real server somebody does.
    expect(part('jobs')).to.include({ state: 'watch' });
    expect(part('deadLetters')).to.include({ state: 'watch', count: 1 });
    expect(part('webhooks')).to.include({ state: 'well', count: 0 });
    expect(report.state).to.equal('watch');
    for (const { says } of report.parts) expect(says).to.match(/^[A-Z0-9].*\.$/);
    expect(report.versions.postgresql).to.match(/^\d/);
    expect(report.versions.kindcast).to.match(/^\d+\.\d+/);
  });

  it('shows what a delivery says and nothing of who bought', async () => {
    const [letter] = await letters();
    const shops = (await kindcast.call('GET', '/v1/shops')).items as Answer[];
    expect(letter.shopDomain).to.equal(shops.find(({ id }) => id === letter.shopId)!.domain);
    const { readable, payload } = await kindcast.call('GET', `/v1/dead-letters/${letter.id}/payload`);
    expect(readable).to.equal(true);
    expect(payload).to.deep.include({ id: 77, created_at: 'yesterday, or so', total_price: 'fifty' });
    expect(payload.line_items[0]).to.deep.include({ price: '50.05', quantity: 1 });
    const text = JSON.stringify(payload);
    for (const personal of ['Mei', 'mei@', '138001', 'Hill', '6500', '25.04', 'grandma'])
      expect(text).not.to.contain(personal);
  });

  it('lays a delivery aside with a reason, and takes it back', async () => {
    const [letter] = await letters();
    const aside = await kindcast.call('POST', `/v1/dead-letters/${letter.id}/dismiss`, {
      reason: 'a test of the shop',
    });
    expect(aside.dismissedReason).to.equal('a test of the shop');
    expect(await letters()).to.deep.equal([]);
    expect(await letters('?state=dismissed')).to.have.length(1);
    expect((await kindcast.call('GET', `/v1/dead-letters/${letter.id}/payload`)).readable).to.equal(true);
    await kindcast.call('POST', `/v1/dead-letters/${letter.id}/restore`, {});
    expect(await letters()).to.have.length(1);
    expect((await kindcast.call('POST', `/v1/dead-letters/${letter.id}/replay`, {})).outcome).to.equal('failed');
  });
});
