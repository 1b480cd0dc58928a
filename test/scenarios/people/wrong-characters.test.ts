import { expect } from 'chai';
import { askAsPage, signedIn, type SignedIn } from '../../support/people.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';

/** What the database cannot take must be told to whoever sent it, and never become a fault of ours in the log. */
describe('what no database takes', () => {
  let kindcast: Kindcast;
  let owner: SignedIn;

  before(async () => {
    kindcast = await startKindcast();
    owner = await signedIn(kindcast);
    await owner.call('POST', '/v1/organisations', { kind: 'merchant', name: 'Honey' });
  });
  after(() => kindcast.stop());

  const wrongField = async (method: string, path: string, body?: unknown) => {
    const answer = await askAsPage(kindcast.url, owner.cookie, method, path, body);
    return [answer.status, answer.body.errors?.[0].path];
  };

  it('is refused in tokens, codes and answers of passkeys', async () => {
    for (const sign of ['\0', '\u0001', '\ud800'])
      for (const [path, body, field] of [
        ['reset-password', { token: `a${sign}`, newPassword: 'a long enough password' }, 'token'],
        ['two-factor/verify-totp', { code: `a${sign}` }, 'code'],
        ['two-factor/verify-backup-code', { code: `a${sign}` }, 'code'],
        ['passkey/verify-authentication', { response: { id: `a${sign}` } }, 'response.id'],
        [
          'passkey/verify-registration',
          { response: { id: 'a', response: { transports: [`a${sign}`] } } },
          'response.response.transports.0',
        ],
      ] as const)
        expect(await wrongField('POST', `/auth/${path}`, body), path).to.deep.equal([400, field]);
    expect(await wrongField('GET', '/auth/verify-email?token=a%00')).to.deep.equal([400, 'token']);
  });

  it('is refused in cursors: times that never were, ids that this table cannot have, signs', async () => {
    const cursor = (text: string) => Buffer.from(text).toString('base64url');
    const rightTime = '2026-11-23 12:00:00.123456+00';
    const places = [
      '2026-99-99 12:00:00+00 abc',
      '2026-02-30 12:00:00+00 abc',
      '0000-01-01 12:00:00+00 abc',
      '2026-11-23 12:00:00+99 abc',
    ];
    for (const place of places)
      for (const list of ['organisations', 'shops', 'audit-trail'])
        expect(await wrongField('GET', `/v1/${list}?cursor=${cursor(place)}`), `${list} ${place}`).to.deep.equal([
          400,
          'cursor',
        ]);
    expect(await wrongField('GET', `/v1/audit-trail?cursor=${cursor(`${rightTime} abc`)}`)).to.deep.equal([
      400,
      'cursor',
    ]);
    expect((await owner.call('GET', `/v1/audit-trail?cursor=${cursor(`${rightTime} 1`)}`)).items).to.be.an('array');

    const merchantId = (await owner.call('GET', '/v1/organisations')).items[0].id;
    const shop = { merchantId, platform: 'shopify', domain: 'honey.myshopify.com', currency: 'CNY' };
    const products = `/v1/shops/${(await owner.call('POST', '/v1/shops', shop)).id}/products`;
    for (const place of [
      ['a\0', 'b'],
      ['a', '\0'],
    ])
      expect(await wrongField('GET', `${products}?cursor=${cursor(JSON.stringify(place))}`)).to.deep.equal([
        400,
        'cursor',
      ]);
  });
});
