import { expect } from 'chai';
import { openMailbox, type Mailbox } from '../../support/mailbox.js';
import { askAsPage, signedIn, type SignedIn } from '../../support/people.js';
import { until } from '../../support/until.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';

describe('organisations and who belongs to them', () => {
  let kindcast: Kindcast;
  let mailbox: Mailbox;
  let owner: SignedIn;
  let organisation: string;
  const at = (path: string) => `/v1/organisations/${organisation}/${path}`;

  before(async () => {
    mailbox = await openMailbox();
    kindcast = await startKindcast({ settings: { mail: mailbox.mail } });
    owner = await signedIn(kindcast, { email: 'owner@people.test' });
    organisation = (await owner.call('POST', '/v1/organisations', { kind: 'merchant', name: 'Honey', country: 'CN' }))
      .id;
  });
  after(async () => {
    await kindcast.stop();
    await mailbox.close();
  });

  const invite = (email: string, role = 'editor', by = owner) =>
    by.call('POST', at('invitations'), { email, role, language: 'en' }, 201);
  const tokenOf = (url: string) => url.split('/').at(-1)!;

  it('is made by whoever has signed in, who owns it then; the audit trail knows by whom', async () => {
    const me = await owner.call('GET', '/v1/me');
    expect(me.organisations).to.deep.equal([{ id: organisation, kind: 'merchant', name: 'Honey', role: 'owner' }]);
    const changed = await owner.call('PUT', `/v1/organisations/${organisation}`, { name: 'Yunling Honey' });
    expect(changed).to.include({ name: 'Yunling Honey', kind: 'merchant' }).and.not.property('country');
    const { items } = await owner.call('GET', '/v1/audit-trail');
    expect(items.map(({ subject, actor }: Answer) => `${subject.table} ${actor.name}`)).to.include.members([
      'organisations owner@people.test',
      'members owner@people.test',
    ]);
    const names = async (query: string) =>
      (await kindcast.call('GET', `/v1/organisations${query}`)).items.map(({ name }: Answer) => name);
    expect(await names('')).to.deep.equal(['Yunling Honey']);
    expect(await names('?kind=charity')).to.deep.equal([]);
  });

  it('is hidden from strangers, and lets each do what the role says', async () => {
    const stranger = await signedIn(kindcast);
    expect((await stranger.call('GET', '/v1/me')).organisations).to.deep.equal([]);
    await stranger.call('GET', `/v1/organisations/${organisation}`, undefined, 403);
    const elsewhere = (await stranger.call('POST', '/v1/organisations', { kind: 'charity', name: 'Wells' })).id;
    for (const path of ['', '/members', '/invitations', '/keys'])
      await stranger.call('GET', `/v1/organisations/${organisation}${path}`, undefined, 404);
    await stranger.call('PUT', `/v1/organisations/${organisation}`, { name: 'Mine' }, 404);
    await owner.call('GET', `/v1/organisations/${elsewhere}`, undefined, 404);
    const viewer = await signedIn(kindcast, { memberOf: [{ id: organisation, role: 'viewer' }] });
    expect((await viewer.call('GET', at('members'))).items).to.have.length(2);
    await viewer.call('GET', at('keys'), undefined, 403);
    await viewer.call('PUT', `/v1/organisations/${organisation}`, { name: 'Mine' }, 403);
    await viewer.call('DELETE', at(`members/${owner.id}`), undefined, 403);
    await viewer.call('DELETE', at(`members/${viewer.id}`), undefined, 204);
    await viewer.call('GET', at('members'), undefined, 403);
  });

  it('invites by a letter; only the address it came to may accept, once, within seven days', async () => {
    const { url, letter } = await invite('Editor@people.test');
    expect(letter).to.equal(true);
    const came = await mailbox.take('editor@people.test');
    expect(came.link).to.equal(url);
    expect(came.subject).to.equal('Yunling Honey invites you · Kindcast');
    const token = tokenOf(url);
    const shown = await askAsPage(kindcast.url, '', 'GET', `/v1/invitations/${token}`);
    expect(shown.body).to.deep.include({
      organisation: { name: 'Yunling Honey', kind: 'merchant' },
      role: 'editor',
      email: 'editor@people.test',
    });
    const thief = await signedIn(kindcast);
    expect((await thief.call('POST', `/v1/invitations/${token}/accept`, {}, 403)).title).to.match(/another e-mail/);
    const editor = await signedIn(kindcast, { email: 'editor@people.test' });
    await editor.call('POST', `/v1/invitations/${token}/accept`, {}, 200);
    await editor.call('POST', `/v1/invitations/${token}/accept`, {}, 404);
    expect((await editor.call('GET', '/v1/me')).organisations[0]).to.include({ role: 'editor' });
    expect((await owner.call('GET', at('invitations'))).items).to.deep.equal([]);
    await owner.call('POST', at('invitations'), { email: 'editor@people.test', role: 'viewer' }, 409);

    const second = await invite('late@people.test');
    const third = await invite('late@people.test');
    const late = await signedIn(kindcast, { email: 'late@people.test' });
    await late.call('POST', `/v1/invitations/${tokenOf(second.url)}/accept`, {}, 404);
    await kindcast.testDatabase.asOwner((client) =>
      client.query(`UPDATE invitations SET expires_at = now() - interval '1 second' WHERE accepted_at IS NULL`),
    );
    await late.call('POST', `/v1/invitations/${tokenOf(third.url)}/accept`, {}, 404);
    await owner.call('DELETE', at(`invitations/${third.id}`), undefined, 204);
    await owner.call('DELETE', at(`invitations/${third.id}`), undefined, 404);
    const { rows } = await kindcast.testDatabase.asOwner((client) => client.query('SELECT * FROM invitations'));
    expect(JSON.stringify(rows)).to.not.include(token);
  });

  it('always keeps an owner, also when two go at the same time', async () => {
    await owner.call('PUT', at(`members/${owner.id}`), { role: 'viewer' }, 409);
    await owner.call('DELETE', at(`members/${owner.id}`), undefined, 409);
    const second = await signedIn(kindcast, { memberOf: [{ id: organisation, role: 'owner' }] });
    // Both have come as far as the owners' rows before either may go on.
    const both = await kindcast.testDatabase.asOwner(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM members WHERE organisation_id = $1 FOR UPDATE', [organisation]);
      const leaving = [owner, second].map((person) =>
        askAsPage(kindcast.url, person.cookie, 'DELETE', at(`members/${person.id}`)),
      );
      await until(async () => {
        // Asked by another connection: within a transaction the first answer stays.
        const { rows } = await kindcast.testDatabase.asOwner((other) =>
          other.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`),
        );
        return rows.length === 2;
      }, 'both wait');
      await client.query('COMMIT');
      return Promise.all(leaving);
    });
    expect(both.map(({ status }) => status).sort()).to.deep.equal([204, 409]);
    const left = both[0]!.status === 204 ? second : owner;
    await kindcast.testDatabase.asOwner((client) =>
      client.query(
        `INSERT INTO members VALUES ($1, $2, 'owner') ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = 'owner'`,
        [organisation, owner.id],
      ),
    );
    if (left !== owner) await owner.call('DELETE', at(`members/${left.id}`), undefined, 204);
  });

  it('makes keys that are shown once, do what their scopes say and end at once', async () => {
    const made = await owner.call('POST', at('keys'), { name: 'Till', scopes: ['people:read', 'people:write'] }, 201);
    expect(made.key).to.match(/^kc_key_[0-9a-f]{40}$/);
    expect(made.hint).to.equal(made.key.slice(0, 12));
    const asKey = async (method: string, path: string, body?: unknown) =>
      askAsPage(kindcast.url, '', method, path, body, { authorization: `Bearer ${made.key}` });
    expect((await asKey('GET', at('members'))).status).to.equal(200);
    expect((await asKey('GET', `/v1/organisations/${organisation}`)).body.title).to.match(/lacks the scope/);
    expect((await asKey('POST', at('keys'), { name: 'More', scopes: ['people:read'] })).status).to.equal(403);
    const grab = await asKey('POST', at('invitations'), { email: 'thief@people.test', role: 'owner' });
    expect(grab.status, 'a key names no owners').to.equal(403);
    expect((await asKey('GET', '/v1/me')).status).to.equal(403);
    await owner.call('POST', at('keys'), { name: 'Bad', scopes: ['everything'] }, 400);
    await owner.call(
      'POST',
      at('keys'),
      { name: 'Old', scopes: ['people:read'], expiresAt: '2020-01-01T00:00:00Z' },
      400,
    );

    const listed = await owner.call('GET', at('keys'));
    expect(listed.items[0]).to.include({ name: 'Till', createdBy: 'owner@people.test' }).and.not.property('key');
    expect(listed.items[0].lastUsedAt).to.be.a('string');
    const { rows } = await kindcast.testDatabase.asOwner((client) => client.query('SELECT * FROM api_keys'));
    expect(JSON.stringify(rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') })))).to.not.include(
      made.key,
    );

    await owner.call('DELETE', at(`keys/${made.id}`), undefined, 204);
    expect((await asKey('GET', at('members'))).status).to.equal(401);
    const ending = await owner.call('POST', at('keys'), {
      name: 'Short',
      scopes: ['people:read'],
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    });
    await kindcast.testDatabase.asOwner((client) =>
      client.query('UPDATE api_keys SET expires_at = now() WHERE id = $1', [ending.id]),
    );
    const expired = await askAsPage(kindcast.url, '', 'GET', at('members'), undefined, {
      authorization: `Bearer ${ending.key}`,
    });
    expect(expired.status).to.equal(401);
  });

  it('makes operators of people who have confirmed their address, and takes it from them at once', async () => {
    await kindcast.call('POST', '/v1/operators', { email: 'nobody@people.test' }, 400);
    const person = await signedIn(kindcast, { secondFactor: true });
    await person.call('GET', '/v1/operators', undefined, 403);
    await kindcast.call('POST', '/v1/operators', { email: person.email }, 201);
    const { items } = await person.call('GET', '/v1/operators');
    expect(items[0]).to.include({ email: person.email, grantedBy: 'operator key', secondFactor: false });
    expect((await person.call('GET', `/v1/organisations/${organisation}`)).name).to.equal('Yunling Honey');
    await kindcast.call('DELETE', `/v1/operators/${person.id}`, undefined, 204);
    await person.call('GET', '/v1/operators', undefined, 403);
  });

  it('lets nobody fill the table of organisations', async () => {
    const busy = await signedIn(kindcast);
    const made = await Promise.all(
      Array.from({ length: 24 }, (_, nth) =>
        askAsPage(kindcast.url, busy.cookie, 'POST', '/v1/organisations', { kind: 'sponsor', name: `S ${nth}` }),
      ),
    );
    expect(made.filter(({ status }) => status === 201)).to.have.length(20);
    expect(made.filter(({ status }) => status === 409)).to.have.length(4);
  });
});
