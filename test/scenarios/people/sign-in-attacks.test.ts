import { expect } from 'chai';
import { type TOTP, URI } from 'otpauth';
import { openMailbox, type Mailbox } from '../../support/mailbox.js';
import { askAsPage } from '../../support/people.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';

const password = 'four words are plenty';

describe('whoever attacks signing in', () => {
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
  const cookieOf = (cookies: string[]) => cookies.map((cookie) => cookie.split(';', 1)[0]!).join('; ');
  const pathOf = (link: string) => link.slice(new URL(link).origin.length);

  async function signUp(email: string): Promise<{ cookie: string; link: string }> {
    const { cookies } = await ask('POST', '/auth/sign-up/email', { name: 'Somebody', email, password });
    const { link } = await mailbox.take(email);
    const confirmed = await ask('GET', pathOf(link), undefined, cookieOf(cookies));
    return { cookie: cookieOf(confirmed.cookies), link };
  }

  /** Sets up a second factor; the session it ends in, and what makes its codes. */
  async function withFactor(cookie: string): Promise<{ cookie: string; codes: TOTP }> {
    const { body } = await ask('POST', '/auth/two-factor/enable', { password }, cookie);
    const codes = URI.parse(body.totpURI) as TOTP;
    const done = await ask('POST', '/auth/two-factor/verify-totp', { code: codes.generate() }, cookie);
    expect(done.status).to.equal(200);
    return { cookie: done.cookies.length > 0 ? cookieOf(done.cookies) : cookie, codes };
  }
  const later = (codes: TOTP) => codes.generate({ timestamp: Date.now() + 30_000 });

  it('does not pass the second factor with a code of an account of his own', async () => {
    const operator = await signUp('operator@attack.test');
    await kindcast.call('POST', '/v1/operators', { email: 'operator@attack.test' });
    const own = await withFactor((await signUp('attacker@attack.test')).cookie);
    const valueOf = (cookie: string) => /kindcast\.session_token=([^;]+)/.exec(cookie)![1]!;
    for (const both of [
      `kindcast.session_token =${valueOf(own.cookie)}; kindcast.session_token=${valueOf(operator.cookie)}`,
      `kindcast.session_token=${valueOf(operator.cookie)}; kindcast.session_token =${valueOf(own.cookie)}`,
      `kindcast.session_token=${valueOf(own.cookie)}; kindcast.session_token=${valueOf(operator.cookie)}`,
    ]) {
      await ask('POST', '/auth/two-factor/verify-totp', { code: later(own.codes) }, both);
      expect((await ask('GET', '/v1/operators', undefined, operator.cookie)).status).to.equal(403);
    }
  });

  it('has his guesses counted, however he writes the cookie', async () => {
    const victim = await withFactor((await signUp('guessed@attack.test')).cookie);
    const odd = victim.cookie.replace('kindcast.session_token=', 'kindcast.session_token =');
    const answers: number[] = [];
    for (let guess = 0; guess < 8; guess += 1)
      answers.push((await ask('POST', '/auth/two-factor/verify-totp', { code: '000000' }, odd)).status);
    expect(answers.at(-1)).to.equal(429);
  });

  it('does not get rid of the second factor by the password alone', async () => {
    const { cookie } = await withFactor((await signUp('factor@attack.test')).cookie);
    const olden = `UPDATE person_sessions SET second_factor_at = now() - interval '1 hour'`;
    await kindcast.testDatabase.asOwner(async (client) => {
      await client.query(`SELECT set_config('kindcast.operator', 'on', false)`);
      await client.query(olden);
    });
    for (const path of ['generate-backup-codes', 'disable']) {
      const { status, body } = await ask('POST', `/auth/two-factor/${path}`, { password }, cookie);
      expect([status, body.code], path).to.deep.equal([403, 'SECOND_FACTOR_NEEDED']);
    }
  });

  it('gets no account with somebody else’s mailbox behind it, and gives none away', async () => {
    await ask('POST', '/auth/sign-up/email', { name: 'Attacker', email: 'victim@attack.test', password });
    const { link } = await mailbox.take('victim@attack.test');
    // The mailbox's owner opens the link in a browser that did not sign up.
    const opened = await ask('GET', pathOf(link));
    expect(opened.cookies).to.deep.equal([]);
    const page = new URL(opened.headers.get('location')!, kindcast.url);
    expect(page.pathname).to.match(/^\/console\/reset-password\/\w+$/);
    expect((await ask('POST', '/auth/sign-in/email', { email: 'victim@attack.test', password })).body.code).to.equal(
      'EMAIL_NOT_VERIFIED',
    );

    const newPassword = 'other words, my own';
    const token = page.pathname.split('/').at(-1);
    expect((await ask('POST', '/auth/reset-password', { token, newPassword })).status).to.equal(200);
    expect((await ask('POST', '/auth/sign-in/email', { email: 'victim@attack.test', password })).status).to.equal(401);
    const own = await ask('POST', '/auth/sign-in/email', { email: 'victim@attack.test', password: newPassword });
    expect(own.status).to.equal(200);
  });

  it('knows the browser of a sign-up again only when that sign-up made the account', async () => {
    await ask('POST', '/auth/sign-up/email', { name: 'Attacker', email: 'twice@attack.test', password });
    const { link } = await mailbox.take('twice@attack.test');
    const second = await ask('POST', '/auth/sign-up/email', { name: 'Owner', email: 'twice@attack.test', password });
    const opened = await ask('GET', pathOf(link), undefined, cookieOf(second.cookies));
    expect(opened.headers.get('location')).to.match(/^\/console\/reset-password\//);
  });

  it('leads nobody away by a link of ours', async () => {
    const { link } = await signUp('redirect@attack.test');
    const token = new URL(link).searchParams.get('token')!;
    for (const page of [
      '/console/..//evil.example/a',
      '//evil.example',
      '/console//evil.example',
      '/console/%2e%2e//evil.example',
    ]) {
      const query = new URLSearchParams({ token, callbackURL: page });
      const { status, headers } = await ask('GET', `/auth/verify-email?${query}`);
      expect(status === 400 || /^\/console(\/|\?|$)(?!.*\/\/)/.test(headers.get('location')!), page).to.equal(true);
    }
  });

  it('leaves a line in the audit trail for whatever he changes about an account, with his address and no secret', async () => {
    const own = await withFactor((await signUp('trail@attack.test')).cookie);
    const newPassword = 'quite another password';
    expect(
      (await ask('POST', '/auth/change-password', { currentPassword: password, newPassword }, own.cookie)).status,
    ).to.equal(200);
    const { items } = await kindcast.call('GET', '/v1/audit-trail?limit=20');
    const about = (table: string) =>
      items.find((entry: { subject: { table: string } }) => entry.subject.table === table);
    expect(about('person_accounts').actor).to.deep.include({
      kind: 'person',
      name: 'trail@attack.test',
      ip: '127.0.0.1',
    });
    expect(about('person_accounts')).to.deep.include({
      action: 'changed',
      before: { password: 'secret' },
      after: { password: 'another secret' },
    });
    expect(about('person_second_factors').actor).to.deep.include({ kind: 'person', name: 'trail@attack.test' });
    expect(about('person_second_factors').after).to.not.have.property('failed_count');
    expect(JSON.stringify(items)).to.not.match(/otpauth|\$argon|[0-9a-f]{32}:[0-9a-f]{64}/);
  });

  it('does not blind the audit trail with a table of his own (temporary ones come first in PostgreSQL)', async () => {
    const { rows } = await kindcast.testDatabase.pool.query(
      `SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
         AND NOT coalesce(array_to_string(proconfig, ' ') LIKE '%pg_temp%', false)`,
    );
    expect(rows).to.deep.equal([]);
  });
});
