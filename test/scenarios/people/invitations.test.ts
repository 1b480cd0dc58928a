import { expect } from 'chai';
import type { Role } from '../../../server/http/access.js';
import { letterWords } from '../../../server/people/mail/letter-words.js';
import { openPost } from '../../../server/people/mail/post.js';
import { writeLetter } from '../../../server/people/mail/write-letter.js';
import { openMailbox, type Mailbox } from '../../support/mailbox.js';
import { askAsPage, signedIn, type SignedIn } from '../../support/people.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { until } from '../../support/until.js';

describe('what owners give out: invitations and keys', () => {
  let kindcast: Kindcast;
  let mailbox: Mailbox;
  let owner: SignedIn;
  let organisation: string;
  const at = (path: string) => `/v1/organisations/${organisation}/${path}`;

  before(async () => {
    mailbox = await openMailbox();
    kindcast = await startKindcast({ settings: { mail: mailbox.mail } });
    owner = await signedIn(kindcast, { email: 'owner@people.test' });
    organisation = (await owner.call('POST', '/v1/organisations', { kind: 'merchant', name: 'Honey' })).id;
  });
  after(async () => {
    await kindcast.stop();
    await mailbox.close();
  });

  const invite = (by: SignedIn, email: string, role: Role = 'editor', expected = 201) =>
    by.call('POST', at('invitations'), { email, role, language: 'en' }, expected);
  const another = (role: Role) => signedIn(kindcast, { memberOf: [{ id: organisation, role }] });
  const keyOf = async (by: SignedIn, name: string, ...scopes: string[]) => {
    const { key } = await by.call('POST', at('keys'), { name, scopes }, 201);
    return (method: string, path: string, body?: unknown) =>
      askAsPage(kindcast.url, '', method, path, body, { authorization: `Bearer ${key}` });
  };
  const accept = (by: SignedIn, { url }: Answer, expected: number) =>
    by.call('POST', `/v1/invitations/${url.split('/').at(-1)}/accept`, {}, expected);

  describe('letters', () => {
    it('come to one address five times an hour at most, whoever invites', async () => {
      const flooder = await signedIn(kindcast);
      for (let nth = 0; nth < 6; nth += 1) {
        const { id } = await flooder.call('POST', '/v1/organisations', { kind: 'sponsor', name: `S ${nth}` });
        const body = { email: 'Flooded@people.test', role: 'viewer' };
        await flooder.call('POST', `/v1/organisations/${id}/invitations`, body, nth < 5 ? 201 : 429);
      }
      await invite(owner, 'flooded@people.test', 'viewer', 429);
      const signUp = { name: 'F', email: 'flooded@people.test', password: 'a long enough password' };
      expect((await askAsPage(kindcast.url, '', 'POST', '/auth/sign-up/email', signUp)).status).to.equal(429);
    });

    it('go to one plain address', async () => {
      const bad = [
        'a@b.test,c@d.test',
        '"a b"@c.test',
        'a;b@c.test',
        '<a@b.test>',
        'a:b@c.test',
        'a@b.test(x)',
        'a\0@b.test',
      ];
      for (const email of [...bad, 'a\u007f@b.test', 'a\u202e@b.test', 'a/b@c.test']) {
        expect((await invite(owner, email, 'viewer', 400)).errors[0].path, email).to.equal('email');
        const operator = await kindcast.call('POST', '/v1/operators', { email }, 400);
        expect(operator.errors[0], email).to.deep.equal({ path: 'email', message: 'must be an e-mail address' });
        for (const [path, more] of [
          ['sign-up/email', { name: 'S', password: 'a long enough password' }],
          ['sign-in/email', { password: 'a long enough password' }],
          ['send-verification-email', {}],
          ['request-password-reset', {}],
        ] as const) {
          const { status, body } = await askAsPage(kindcast.url, '', 'POST', `/auth/${path}`, { email, ...more });
          expect([status, body.errors?.[0].path], `${path} ${email}`).to.deep.equal([400, 'email']);
        }
      }
    });

    it('lead nowhere but to us, whatever people and organisations are called', async () => {
      for (const name of ['Prize https://evil.example', 'WWW.evil.example'])
        for (const [method, path, more] of [
          ['POST', '/v1/organisations', { kind: 'merchant' }],
          ['PUT', `/v1/organisations/${organisation}`, {}],
        ] as const) {
          const refused = await owner.call(method, path, { name, ...more }, 400);
          expect(refused.title).to.match(/name must be a name alone; leave out addresses/);
        }
      // From before that was refused.
      await kindcast.testDatabase.asOwner((client) =>
        client.query(`UPDATE organisations SET name = 'Win: https://evil.example/x' WHERE id = $1`, [organisation]),
      );
      await invite(owner, 'reader@people.test');
      const { subject, text } = await mailbox.take('reader@people.test');
      expect(subject).to.equal('Win: https·evil·example/x invites you · Kindcast');
      expect(text).to.include('owner@people.test invites you').and.not.include('evil.example');
      await owner.call('PUT', `/v1/organisations/${organisation}`, { name: 'Honey' });

      const signUp = {
        name: 'Pay at www.evil.example',
        email: 'reader@people.test',
        password: 'a long enough password',
      };
      expect((await askAsPage(kindcast.url, '', 'POST', '/auth/sign-up/email', signUp)).status).to.equal(200);
      const welcome = await mailbox.take('reader@people.test');
      expect(welcome.text).to.include('Pay at www·evil·example').and.not.include('evil.example');
    });

    it('are shown to an operator without a mail server with their own link', () => {
      const lines: string[] = [];
      const post = openPost(
        { showLetters: true },
        { warn: () => undefined, error: () => undefined },
        (line) => void lines.push(line),
      );
      const words = { ...letterWords.en.reset('A'), paragraphs: ['Hello https://evil.example,'] };
      post.send(writeLetter('a@people.test', 'en', words, 'https://give.test/own'));
      expect(lines[0]).to.match(/\n {2}https:\/\/give\.test\/own$/);
    });
  });

  describe('of somebody who is no owner any more', () => {
    for (const [what, leave] of [
      ['removed', (gone: SignedIn) => owner.call('DELETE', at(`members/${gone.id}`), undefined, 204)],
      ['made less', (gone: SignedIn) => owner.call('PUT', at(`members/${gone.id}`), { role: 'editor' }, 200)],
      ['gone by himself', (gone: SignedIn) => gone.call('DELETE', at(`members/${gone.id}`), undefined, 204)],
    ] as const)
      it(`end with his role, when he is ${what}; what others gave out goes on`, async () => {
        const name = what.replaceAll(' ', '-');
        const gone = await another('owner');
        const ask = await keyOf(gone, `Key of ${name}`, 'people:read', 'people:write');
        const kept = await keyOf(owner, `Kept ${name}`, 'people:read');
        const backDoor = await signedIn(kindcast);
        const sideDoor = await signedIn(kindcast);
        const friend = await signedIn(kindcast);
        const byHim = await invite(gone, backDoor.email, 'owner');
        const byHisKey = await ask('POST', at('invitations'), { email: sideDoor.email, role: 'viewer' });
        expect(byHisKey.status).to.equal(201);
        const byOwner = await invite(owner, friend.email);

        await leave(gone);
        expect((await ask('GET', at('members'))).status).to.equal(401);
        await accept(backDoor, byHim, 404);
        await accept(sideDoor, byHisKey.body, 404);
        expect((await kept('GET', at('members'))).status).to.equal(200);
        await accept(friend, byOwner, 200);
      });

    it('are not made in the moment in which he is removed', async () => {
      const gone = await another('owner');
      const answers = await kindcast.testDatabase.asOwner(async (client) => {
        await client.query('BEGIN');
        await client.query('DELETE FROM members WHERE organisation_id = $1 AND person_id = $2', [
          organisation,
          gone.id,
        ]);
        const asked = [
          askAsPage(kindcast.url, gone.cookie, 'POST', at('invitations'), { email: 'b@people.test', role: 'owner' }),
          askAsPage(kindcast.url, gone.cookie, 'POST', at('keys'), { name: 'Back', scopes: ['people:read'] }),
        ];
        await until(async () => {
          const { rows } = await kindcast.testDatabase.asOwner((other) =>
            other.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`),
          );
          return rows.length === 2;
        }, 'both wait');
        await client.query('COMMIT');
        return Promise.all(asked);
      });
      expect(answers.map(({ status }) => status)).to.deep.equal([403, 403]);
    });
  });

  describe('of programs', () => {
    it('name viewers and nobody who may do more than that', async () => {
      const ask = await keyOf(owner, 'Staff', 'people:read', 'people:write');
      const viewer = await another('viewer');
      const editor = await another('editor');
      for (const role of ['editor', 'owner']) {
        const asked = await ask('POST', at('invitations'), { email: 'more@people.test', role });
        expect(asked.status, role).to.equal(403);
        expect((await ask('PUT', at(`members/${viewer.id}`), { role })).status, role).to.equal(403);
      }
      expect((await ask('PUT', at(`members/${owner.id}`), { role: 'viewer' })).status).to.equal(403);
      const seeing = await ask('POST', at('invitations'), { email: 'less@people.test', role: 'viewer' });
      expect(seeing.status).to.equal(201);
      expect((await ask('PUT', at(`members/${editor.id}`), { role: 'viewer' })).status).to.equal(200);
    });

    it('see the trail of changes, which knows addresses of people, only when that was said', async () => {
      const about = await keyOf(owner, 'About', 'organisation:read', 'people:read');
      const refused = await about('GET', '/v1/audit-trail');
      expect([refused.status, refused.body.title]).to.deep.equal([
        403,
        'This key may not do that: it lacks the scope audit:read.',
      ]);
      const trail = await keyOf(owner, 'Trail', 'audit:read');
      expect((await trail('GET', '/v1/audit-trail')).body.items[0].actor.name).to.equal('owner@people.test');
    });
  });
});
