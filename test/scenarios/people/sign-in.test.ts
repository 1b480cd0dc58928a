import { expect } from 'chai';
import { getMigrations } from 'better-auth/db/migration';
import { type TOTP, URI } from 'otpauth';
import type { Request } from 'express';
import pg from 'pg';
import type { Problem } from '../../../server/http/problem.js';
import { Sessions } from '../../../server/people/sign-in/sessions.js';
import { SignInLimits } from '../../../server/people/sign-in/sign-in-limits.js';
import { signInOptions } from '../../../server/people/sign-in/sign-in-options.js';
import { sealWith } from '../../../server/secrets/seal.js';
import { openMailbox, type Mailbox } from '../../support/mailbox.js';
import { askAsPage, signedIn } from '../../support/people.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';

const password = 'four words are plenty';

describe('signing in', () => {
  let kindcast: Kindcast;
  let mailbox: Mailbox;
  before(async () => {
    mailbox = await openMailbox();
    kindcast = await startKindcast({ settings: { mail: mailbox.mail } });
  });
  after(async () => {
    await kindcast.stop();
    await mailbox.close();
  });

  const ask = (method: string, path: string, body?: unknown, cookie = '', headers?: Record<string, string>) =>
    askAsPage(kindcast.url, cookie, method, path, body, headers);
  const cookieOf = (cookies: string[]) =>
    cookies
      .map((cookie) => cookie.split(';', 1)[0]!)
      .filter((cookie) => !cookie.endsWith('='))
      .join('; ');
  /** The link of a letter, asked of the server under test. */
  const follow = async (link: string, cookie = '') => {
    const { pathname, search } = new URL(link);
    return ask('GET', pathname + search, undefined, cookie);
  };

  /** Signs up, reads the letter, follows its link; the browser is signed in then. */
  const signUp = async (email: string, language = 'en') => {
    const { status, cookies } = await ask('POST', '/auth/sign-up/email', { name: 'Lin', email, password, language });
    expect(status).to.equal(200);
    const letter = await mailbox.take(email);
    const confirmed = await follow(letter.link, cookieOf(cookies));
    expect(confirmed.status).to.equal(302);
    return { letter, cookie: cookieOf(confirmed.cookies), confirmed };
  };
  const signIn = (email: string, with_ = password) => ask('POST', '/auth/sign-in/email', { email, password: with_ });

  it('signs up, confirms by a letter in the own language, and is signed in', async () => {
    const early = await ask('POST', '/auth/sign-up/email', { name: '林', email: 'lin@people.test', password });
    expect(early).to.deep.include({ status: 200, body: { status: true } });
    expect(early.cookies.join()).to.match(
      /^kindcast\.sign_up=\w+; Max-Age=86400; Path=\/auth; HttpOnly; SameSite=Lax$/,
    );
    const unconfirmed = await signIn('lin@people.test');
    expect(unconfirmed.status).to.equal(403);
    expect(unconfirmed.body).to.include({ code: 'EMAIL_NOT_VERIFIED' });

    const letter = await mailbox.take('lin@people.test');
    expect(letter.subject).to.equal('请确认您的邮箱地址 · 善播 Kindcast');
    expect(letter.text).to.include('林，您好');
    const confirmed = await follow(letter.link, cookieOf(early.cookies));
    expect(confirmed.headers.get('location')).to.equal('/console');
    const cookie = confirmed.cookies.find((each) => each.startsWith('kindcast.session_token='))!;
    expect(cookie)
      .to.match(/; Path=\/; HttpOnly; SameSite=Lax/)
      .and.not.match(/Secure/);

    const me = await ask('GET', '/v1/me', undefined, cookieOf(confirmed.cookies));
    expect(me.body).to.deep.include({ organisations: [], operator: false, secondFactor: false });
    expect(me.body.person).to.include({ email: 'lin@people.test', name: '林' });
    expect(JSON.stringify(await signIn('LIN@people.test'))).to.not.include('"token"');

    const again = await follow(letter.link);
    expect(again.cookies, 'a link that was used signs nobody in').to.deep.equal([]);
    expect((await follow(letter.link.replace(/token=.{9}/, 'token=x'))).headers.get('location')).to.match(/\?error=/);
  });

  it('does not tell who has an account', async () => {
    await signUp('known@people.test');
    const known = await ask('POST', '/auth/sign-up/email', { name: 'X', email: 'known@people.test', password });
    const unknown = await ask('POST', '/auth/sign-up/email', { name: 'X', email: 'new@people.test', password });
    expect(known.body).to.deep.equal(unknown.body);
    expect((await mailbox.take('known@people.test')).subject).to.match(/already have an account/);
    const told = async (email: string) => {
      const { status, body } = await signIn(email, 'a wrong password');
      return { status, title: body.title, code: body.code };
    };
    expect(await told('known@people.test')).to.deep.equal(await told('nobody@people.test'));
    expect((await ask('POST', '/auth/request-password-reset', { email: 'nobody@people.test' })).body).to.deep.equal(
      (await ask('POST', '/auth/request-password-reset', { email: 'known@people.test' })).body,
    );
  });

  it('says what a password needs, in a sentence that names the field', async () => {
    const { status, body } = await ask('POST', '/auth/sign-up/email', {
      name: 'Short',
      email: 'short@people.test',
      password: 'elevenchars',
    });
    expect(status).to.equal(400);
    expect(body.errors[0]).to.deep.include({ path: 'password' });
    expect(body.title).to.match(/at least 12 characters/);
    const unknownField = await ask('POST', '/auth/sign-in/email', { email: 'a@b.test', password, trustDevice: true });
    expect(unknownField.body.errors[0].path).to.equal('trustDevice');
  });

  it('locks after five wrong passwords, whoever has an account, and a reset opens it again', async () => {
    const { cookie } = await signUp('locked@people.test');
    for (const email of ['locked@people.test', 'no-account@people.test']) {
      for (let guess = 1; guess <= 6; guess += 1) expect((await signIn(email, `wrong ${guess}`)).status).to.equal(401);
      const refused = await signIn(email);
      expect(refused.status).to.equal(429);
      expect(refused.headers.get('retry-after')).to.match(/^\d+$/);
      expect(refused.body.title).to.match(/^That was tried too often; wait /);
    }
    await ask('POST', '/auth/request-password-reset', { email: 'locked@people.test' });
    const { link } = await mailbox.take('locked@people.test');
    expect(link).to.match(/^http:\/\/kindcast\.test\/console\/reset-password\/\w+$/);
    // As if somebody else had signed up with this address and never confirmed it.
    await kindcast.testDatabase.asOwner((client) =>
      client.query(`UPDATE people SET email_verified = false WHERE email = 'locked@people.test'`),
    );
    const token = link.split('/').at(-1);
    const newPassword = 'another four good words';
    expect((await ask('POST', '/auth/reset-password', { token, newPassword })).status).to.equal(200);
    expect((await ask('POST', '/auth/reset-password', { token, newPassword })).status).to.equal(403);
    expect((await signIn('locked@people.test', newPassword)).status).to.equal(200);
    expect((await ask('GET', '/v1/me', undefined, cookie)).status, 'signed out everywhere').to.equal(401);
  });

  it('counts guesses before it looks at them: of forty at once no more than six are looked at', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, at) => signIn('crowd@people.test', `wrong ${at}`)),
    );
    expect(guesses.filter(({ status }) => status === 401).length).to.be.at.most(6);
  });

  it('asks operators for a second factor, and everybody who has set one up for its code', async () => {
    const email = 'operator@people.test';
    const { cookie } = await signUp(email);
    await kindcast.call('POST', '/v1/operators', { email }, 201);
    const refused = await ask('GET', '/v1/dead-letters', undefined, cookie);
    expect(refused.status).to.equal(403);
    expect(refused.body.title).to.match(/^Operators need the second factor/);

    const begun = await ask('POST', '/auth/two-factor/enable', { password }, cookie);
    expect(begun.body.backupCodes).to.have.length(10);
    const totp = URI.parse(begun.body.totpURI) as TOTP;
    // Each code is good once; the next one is good already, for clocks that go wrong.
    const codeIn = (seconds: number) => totp.generate({ timestamp: Date.now() + seconds * 1_000 });
    const first = codeIn(0);
    const confirmed = await ask('POST', '/auth/two-factor/verify-totp', { code: first }, cookie);
    expect(confirmed.status, JSON.stringify(confirmed.body)).to.equal(200);
    const inside = cookieOf(confirmed.cookies);
    expect((await ask('GET', '/v1/dead-letters', undefined, inside)).status).to.equal(200);

    const half = await signIn(email);
    expect(half.body).to.deep.include({ twoFactorRedirect: true });
    const halfway = cookieOf(half.cookies);
    expect((await ask('GET', '/v1/me', undefined, halfway)).status).to.equal(401);
    const replayed = await ask('POST', '/auth/two-factor/verify-totp', { code: first }, halfway);
    expect(replayed.body).to.include({ status: 401, code: 'CODE_USED' });
    const byBackup = await ask(
      'POST',
      '/auth/two-factor/verify-backup-code',
      { code: begun.body.backupCodes[0] },
      cookieOf((await signIn(email)).cookies),
    );
    expect(byBackup.status, JSON.stringify(byBackup.body)).to.equal(200);
    expect((await ask('GET', '/v1/me', undefined, cookieOf(byBackup.cookies))).body).to.include({
      operator: true,
      secondFactor: true,
      secondFactorSetUp: true,
    });

    await kindcast.testDatabase.asOwner((client) =>
      client.query(`UPDATE person_sessions SET second_factor_at = now() - interval '13 hours'`),
    );
    expect((await ask('GET', '/v1/dead-letters', undefined, inside)).status, 'half a day is over').to.equal(403);
    expect((await ask('POST', '/auth/two-factor/verify-totp', { code: '000000' }, inside)).status).to.equal(401);
    const renewed = await ask('POST', '/auth/two-factor/verify-totp', { code: codeIn(30) }, inside);
    expect(renewed.status, JSON.stringify(renewed.body)).to.equal(200);
    expect((await ask('GET', '/v1/dead-letters', undefined, inside)).status).to.equal(200);
  });

  it('lists sessions, and one that is revoked ends at once', async () => {
    const { cookie } = await signUp('two-devices@people.test');
    const other = cookieOf((await signIn('two-devices@people.test')).cookies);
    const { items } = (await ask('GET', '/v1/me/sessions', undefined, cookie)).body;
    expect(items).to.have.length(2);
    const notThis = items.find(({ current }: { current: boolean }) => !current);
    expect(notThis).to.include({ ip: '127.0.0.1' });
    expect((await ask('DELETE', `/v1/me/sessions/${notThis.id}`, undefined, cookie)).status).to.equal(204);
    expect((await ask('GET', '/v1/me', undefined, other)).status).to.equal(401);
    await ask('POST', '/auth/sign-out', {}, cookie);
    expect((await ask('GET', '/v1/me', undefined, cookie)).status).to.equal(401);
  });

  it('lets what cannot be taken back be done only just after a code', async () => {
    const pool = new pg.Pool({ ...kindcast.testDatabase.address.roles.people, max: 1 });
    try {
      const secret = sealWith('test-secret-key').keyFor('people v1');
      const sessions = new Sessions(pool, new SignInLimits(pool), secret, 'http://kindcast.test');
      const may = async ({ cookie }: { cookie: string }) =>
        sessions.assertSecondFactor({ headers: { cookie } } as Request).then(
          () => true,
          (problem: Problem) => problem.more.code,
        );
      const fresh = await signedIn(kindcast, { secondFactor: true });
      expect(await may(fresh)).to.equal(true);
      expect(await may(await signedIn(kindcast))).to.equal('SECOND_FACTOR_NEEDED');
      expect(await may({ cookie: '' })).to.equal('SECOND_FACTOR_NEEDED');
      await kindcast.testDatabase.asOwner((client) =>
        client.query(`UPDATE person_sessions SET second_factor_at = now() - interval '16 minutes' WHERE id = $1`, [
          fresh.session.id,
        ]),
      );
      expect(await may(fresh)).to.equal('SECOND_FACTOR_NEEDED');
    } finally {
      await pool.end();
    }
  });

  it('forgets who never confirmed his address, and sessions that are over', async () => {
    await ask('POST', '/auth/sign-up/email', { name: 'A', email: 'never@people.test', password });
    const { cookie } = await signUp('stays@people.test');
    await kindcast.testDatabase.asOwner(async (client) => {
      await client.query(`UPDATE people SET created_at = now() - interval '8 days'`);
      await client.query(`UPDATE person_sessions SET expires_at = now() - interval '1 second'`);
    });
    expect((await ask('GET', '/v1/me', undefined, cookie)).status).to.equal(401);
    await signUp('next@people.test');
    expect((await signIn('stays@people.test')).status).to.equal(200);
    const { rows } = await kindcast.testDatabase.asOwner((client) =>
      client.query(`SELECT email, (SELECT count(*)::int FROM person_sessions s WHERE s.person_id = p.id) AS sessions
        FROM people p WHERE email IN ('never@people.test', 'stays@people.test')`),
    );
    expect(rows).to.deep.equal([{ email: 'stays@people.test', sessions: 1 }]);
  });

  it('opens no address of better-auth that is not listed, and none to pages of others', async () => {
    for (const path of ['/auth/list-sessions', '/auth/delete-user', '/auth/ok', '/auth/sign-in/social', '/auth/error'])
      for (const method of ['GET', 'POST'])
        expect((await ask(method, path, method === 'POST' ? {} : undefined)).status, `${method} ${path}`).to.equal(404);
    const body = { email: 'a@people.test', password };
    for (const headers of [{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await ask('POST', '/auth/sign-in/email', body, '', headers)).status).to.equal(403);
    const { cookie } = await signUp('csrf@people.test');
    const foreign = await ask('POST', '/v1/organisations', { kind: 'merchant', name: 'A' }, cookie, {
      origin: 'https://evil.test',
    });
    expect(foreign.status).to.equal(403);
    const away = await ask('POST', '/auth/sign-up/email', {
      name: 'A',
      email: 'away@people.test',
      password,
      callbackURL: 'https://evil.test/console',
    });
    expect(away.body.errors[0].path).to.equal('callbackURL');
  });

  it('takes no cookie that it did not sign', async () => {
    const { cookie } = await signUp('forged@people.test');
    const [name, value] = cookie.split('=') as [string, string];
    const token = decodeURIComponent(value).split('.')[0];
    for (const forged of [`${token}`, `${token}.${'A'.repeat(43)}=`, `${token}.%%`, '.', 'x'.repeat(900)])
      expect((await ask('GET', '/v1/me', undefined, `${name}=${forged}`)).status, forged).to.equal(401);
  });

  it('finds its tables as better-auth wants them', async () => {
    const pool = new pg.Pool({ ...kindcast.testDatabase.address.owner, max: 2 });
    try {
      const options = signInOptions({
        pool,
        publicUrl: 'http://kindcast.test',
        secret: 'a secret that is long enough for this',
        limits: new SignInLimits(pool),
        log: { warn: () => undefined, error: () => undefined },
        letters: { verify: () => undefined, alreadyHere: () => undefined, reset: () => undefined },
      });
      const {
        toBeAdded,
        toBeCreated,
        toBeAddedIndexes = [],
      } = (await getMigrations(options)) as unknown as {
        toBeAdded: unknown[];
        toBeCreated: unknown[];
        toBeAddedIndexes?: unknown[];
      };
      expect({ toBeAdded, toBeCreated, toBeAddedIndexes }).to.deep.equal({
        toBeAdded: [],
        toBeCreated: [],
        toBeAddedIndexes: [],
      });
    } finally {
      await pool.end();
    }
  });
});
