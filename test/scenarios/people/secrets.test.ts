import { expect } from 'chai';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { readSettings } from '../../../server/config.js';
import { openMailbox } from '../../support/mailbox.js';
import { askAsPage } from '../../support/people.js';
import { startKindcast } from '../../support/start-kindcast.js';
import { until } from '../../support/until.js';

const password = 'four words are plenty';

describe('what is secret about people', () => {
  it('is in no log, whatever goes wrong', async () => {
    const lines: string[] = [];
    const log = pino(
      { level: 'trace' },
      new Writable({ write: (line, _, done) => (lines.push(String(line)), done()) }),
    );
    // Nobody listens there: every letter fails, and the log tells of it.
    const mail = { smtpUrl: 'smtp://mailuser:mailsecret@127.0.0.1:1', from: 'a@kindcast.test' };
    const kindcast = await startKindcast({ settings: { mail }, log });
    try {
      const ask = (path: string, body: unknown) => askAsPage(kindcast.url, '', 'POST', path, body);
      const email = 'secret@people.test';
      await ask('/auth/sign-up/email', { name: 'S', email, password });
      await ask('/auth/sign-up/email', { name: 'S', email, password });
      await ask('/auth/sign-in/email', { email, password });
      await ask('/auth/sign-in/email', { email, password: 'not the right secret' });
      await ask('/auth/request-password-reset', { email });
      await ask('/auth/reset-password', { token: 'wrongtoken123', newPassword: password });
      await until(
        async () => lines.some((line) => line.includes('letter could not be sent')),
        'the log tells of letters',
      );
      const tokens = await kindcast.testDatabase.asOwner(async (client) => {
        const { rows } = await client.query<{ secret: string }>(
          `SELECT identifier AS secret FROM person_proofs UNION ALL SELECT password FROM person_accounts`,
        );
        return rows.map(({ secret }) => secret.replace(/^.*:/, ''));
      });
      expect(tokens.length).to.be.greaterThan(1);
      const told = lines.join('');
      for (const secret of [password, 'not the right secret', 'wrongtoken123', 'mailsecret', 'verify-email', ...tokens])
        expect(told).to.not.include(secret);
    } finally {
      await kindcast.stop();
    }
  });

  it('goes over https alone where pages do', async () => {
    const mailbox = await openMailbox();
    const publicUrl = 'https://give.test';
    const kindcast = await startKindcast({ settings: { mail: mailbox.mail, publicUrl } });
    try {
      const email = 'secure@people.test';
      const signedUp = await askAsPage(
        kindcast.url,
        '',
        'POST',
        '/auth/sign-up/email',
        { name: 'S', email, password },
        { origin: publicUrl },
      );
      const browser = signedUp.cookies.find((each) => each.startsWith('__Secure-kindcast.sign_up='))!;
      expect(browser).to.match(/; HttpOnly; SameSite=Lax; Secure$/);
      const { link } = await mailbox.take(email);
      expect(link).to.match(/^https:\/\/give\.test\/auth\/verify-email\?/);
      const { pathname, search } = new URL(link);
      const { cookies } = await askAsPage(kindcast.url, browser.split(';')[0]!, 'GET', pathname + search);
      const cookie = cookies.find((each) => each.startsWith('__Secure-kindcast.session_token='))!;
      expect(cookie).to.match(/; HttpOnly; Secure; SameSite=Lax/);
      const me = await askAsPage(kindcast.url, cookie.split(';')[0]!, 'GET', '/v1/me');
      expect(me.body.person.email).to.equal(email);
    } finally {
      await kindcast.stop();
      await mailbox.close();
    }
  });

  it('is shown on the own machine alone, and only without a mail server', async () => {
    const shown = (env: NodeJS.ProcessEnv) => readSettings(env).showLetters;
    expect(shown({})).to.equal(true);
    expect(shown({ PUBLIC_URL: 'http://127.0.0.1:8080' })).to.equal(true);
    expect(shown({ NODE_ENV: 'production' })).to.equal(false);
    expect(shown({ PUBLIC_URL: 'https://give.example.org' })).to.equal(false);
    expect(shown({ PUBLIC_URL: 'http://localhost.example.org' })).to.equal(false);
    expect(() => readSettings({ KINDCAST_SMTP_URL: 'mail.example.org' })).to.throw(/must be an address such as smtps/);
    expect(() => readSettings({ KINDCAST_SMTP_URL: 'smtp://mail.example.org' })).to.throw(
      /KINDCAST_MAIL_FROM must say/,
    );

    const letters: string[] = [];
    const people = { showLetter: (line: string) => void letters.push(line) };
    const signUp = { name: 'S', email: 'dev@people.test', password };
    const open = await startKindcast({ settings: { showLetters: false }, people });
    try {
      const refused = await askAsPage(open.url, '', 'POST', '/auth/sign-up/email', signUp);
      expect(refused.body).to.include({ status: 403, code: 'NO_MAIL' });
      expect(refused.body.title).to.match(/its operator has to set KINDCAST_SMTP_URL/);
    } finally {
      await open.stop();
    }
    const own = await startKindcast({ settings: { showLetters: true }, people });
    try {
      expect((await askAsPage(own.url, '', 'POST', '/auth/sign-up/email', signUp)).status).to.equal(200);
      await until(async () => letters.length > 0, 'the letter is shown');
      expect(letters[0]).to.match(
        /^Letter to dev@people\.test .*\n {2}http:\/\/kindcast\.test\/auth\/verify-email\?token=/,
      );
    } finally {
      await own.stop();
    }
  });
});
