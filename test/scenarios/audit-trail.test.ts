import { expect } from 'chai';
import pg from 'pg';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';

describe('the audit trail', () => {
  let kindcast: Kindcast;
  before(async () => {
    kindcast = await startKindcast();
  });
  after(() => kindcast.stop());

  const entries = async (table: string) =>
    (await kindcast.call('GET', '/v1/audit-trail?limit=200')).items.filter(
      (entry: { subject: { table: string } }) => entry.subject.table === table,
    );

  it('tells who changed what, from where, before and after, and whose it is', async () => {
    const merchant = await kindcast.call('POST', '/v1/merchants', { name: 'Orchard' });
    const shop = await kindcast.call('POST', '/v1/shops', {
      merchantId: merchant.id,
      platform: 'shopify',
      domain: 'audited.example',
      currency: 'CNY',
      webhookSecret: 'never to be read again',
    });
    await kindcast.call('PUT', `/v1/shops/${shop.id}/origins`, { origins: ['https://audited.example'] });

    const [changed, created] = await entries('shops');
    expect(created).to.deep.include({
      organisationId: merchant.id,
      action: 'created',
      subject: { table: 'shops', id: shop.id },
    });
    expect(created.actor).to.deep.include({ kind: 'operator key', name: 'operator key', ip: '127.0.0.1' });
    expect(created.after).to.deep.include({ domain: 'audited.example', webhook_secret: 'secret' });
    expect(changed).to.deep.include({
      action: 'changed',
      before: { origins: [] },
      after: { origins: ['https://audited.example'] },
    });
    expect(JSON.stringify(await entries('shops'))).not.to.contain('never to be read again');
  });

  it('tells of nothing that did not happen: a refused request leaves no entry', async () => {
    const earlier = await entries('organisations');
    await kindcast.call('POST', '/v1/merchants', { name: '' }, 400);
    expect(await entries('organisations')).to.deep.equal(earlier);
  });

  it('tells that a session began, and its secrets only as secrets', async () => {
    const merchant = await kindcast.call('POST', '/v1/merchants', { name: 'Orchard' });
    const shop = await kindcast.call('POST', '/v1/shops', {
      merchantId: merchant.id,
      platform: 'shopify',
      domain: 'second.example',
      currency: 'CNY',
    });
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: 'Peaches',
      streamer: 'Xiao Lan',
      shopIds: [shop.id],
    });
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    await kindcast.call('POST', `/v1/sessions/${session.id}/overlay-key`);
    const told = await entries('sessions');
    expect(told[0]).to.deep.include({ before: { overlay_key: 'secret' }, after: { overlay_key: 'another secret' } });
    expect(told[1].after.status).to.equal('live');
    expect(JSON.stringify(told)).not.to.contain(session.token);
  });

  it('tells minor units as money too, in the currency of the shop or project, and no amount of a currency it cannot know', async () => {
    const charity = await kindcast.call('POST', '/v1/charities', { name: 'Lamp', country: 'CN' });
    const project = await kindcast.call('POST', '/v1/projects', {
      charityId: charity.id,
      title: 'Yen and no cents',
      currency: 'JPY',
      goal: { amount: '50000', currency: 'JPY' },
    });
    await kindcast.call('PUT', `/v1/projects/${project.id}`, {
      title: 'Yen and no cents',
      goal: { amount: '60000', currency: 'JPY' },
    });
    const [changed, created] = await entries('projects');
    expect(created.amounts.after).to.deep.equal({ goal: { amount: '50000', currency: 'JPY' } });
    // Only what changed stands in the entry; the currency stands with the project.
    expect(changed.before).to.deep.equal({ goal: 50000 });
    expect(changed.amounts).to.deep.equal({
      before: { goal: { amount: '50000', currency: 'JPY' } },
      after: { goal: { amount: '60000', currency: 'JPY' } },
    });
    expect((await entries('organisations'))[0]).not.to.have.property('amounts');
  });

  it('can be changed by nobody, the owner of the database included', async () => {
    const owner = new pg.Client(kindcast.testDatabase.address.owner);
    await owner.connect();
    try {
      for (const sql of ['UPDATE audit_trail SET at = now()', 'DELETE FROM audit_trail', 'TRUNCATE audit_trail'])
        expect(
          await owner.query(sql).then(
            () => 'done',
            (error: { code: string }) => error.code,
          ),
          sql,
        ).to.equal('KC001');
    } finally {
      await owner.end();
    }
    for (const sql of [
      'UPDATE audit_trail SET at = now()',
      'DELETE FROM audit_trail',
      `INSERT INTO audit_trail (actor, action, subject_table, subject_id) VALUES ('{}', 'created', 'x', 'x')`,
    ])
      expect(
        await kindcast.database.knex.raw(sql).then(
          () => 'done',
          (error: { code: string }) => error.code,
        ),
        sql,
      ).to.equal('42501');
  });
});
