import { expect } from 'chai';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { browserCookie, signedIn } from '../support/people.js';
import { closeVisits, keepPicture, visit } from '../support/browser.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { settle, type Village } from '../support/village.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('people at their browsers', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let village: Village;
  let localhost: string;
  before(async () => {
    // A passkey belongs to a name, never to a bare address, and to one port of it.
    const port = await freePort();
    const organisations: Record<string, string> = {};
    kindcast = await startKindcast({
      settings: { port, publicUrl: `http://localhost:${port}` },
      demo: { organisationOf: (kind) => organisations[kind] },
    });
    localhost = kindcast.url.replace('127.0.0.1', 'localhost');
    village = await settle(kindcast.url);
    organisations.merchant = village.merchantId;
  });
  afterEach(closeVisits);
  after(() => kindcast.stop());

  const me = (page: Page) => page.evaluate(async () => (await fetch('/v1/me')).json());

  it('signs in to each role of the demo by one click, and to none for a page of others', async () => {
    const { page, complaints } = await visit(`${kindcast.url}/?lang=zh-CN`, { locale: 'zh-CN' });
    await keepPicture(page, 'demo-start-zh', { fullPage: true });
    await page.getByRole('button', { name: /^商家/ }).click();
    await page.waitForURL('**/console**');
    const spoken = () => page.evaluate(() => document.documentElement.lang);
    expect(await spoken()).to.equal('zh-CN');
    expect(complaints).to.deep.equal([]);
    expect((await me(page)).organisations[0]).to.include({ id: village.merchantId, role: 'owner' });
    await page.goto(`${kindcast.url}/?lang=en`);
    await keepPicture(page, 'demo-start-en', { fullPage: true });
    await page.getByRole('button', { name: /^As the operator/ }).click();
    await page.waitForURL('**/console**');
    expect(await spoken(), 'the language of the start page, not of the browser').to.equal('en');
    expect(await me(page)).to.include({ operator: true, secondFactor: true });
    expect(await page.evaluate(async () => (await fetch('/v1/dead-letters')).status)).to.equal(200);
    const trail = (await kindcast.call('GET', '/v1/audit-trail?limit=200')).items as Answer[];
    for (const table of ['members', 'operators'])
      expect(trail.find(({ subject }) => subject.table === table)!.actor).to.deep.equal({
        kind: 'system',
        name: 'the demo',
      });
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name === 'kindcast.session_token')).to.include({
      httpOnly: true,
      sameSite: 'Lax',
    });

    const phone = await visit(`${kindcast.url}/?lang=zh-CN`, {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
    });
    await keepPicture(phone.page, 'demo-start-phone-dark', { fullPage: true });

    const foreign = await fetch(`${kindcast.url}/demo/sign-in/operator`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' },
    });
    expect(foreign.status).to.equal(403);
    const strange = await fetch(`${kindcast.url}/demo/sign-in/operator?lang=en%0d%0aset-cookie:x`, {
      method: 'POST',
      headers: { origin: kindcast.url },
      redirect: 'manual',
    });
    expect(strange.headers.get('location')).to.equal('/console');
    // A foreign name that leads to this machine: to the browser a page of that name is one of ours.
    const { port } = new URL(kindcast.url);
    const rebound = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { host: `evil.example:${port}`, 'sec-fetch-site': 'same-origin' };
      request({ port, method: 'POST', path: '/demo/sign-in/operator', headers }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
    expect(rebound).to.equal(403);
    const early = await fetch(`${kindcast.url}/demo/sign-in/charity`, {
      method: 'POST',
      headers: { origin: kindcast.url },
    });
    expect(early.status, 'the sample is not there yet').to.equal(409);
  });

  it('has that door in a demo alone', async () => {
    const plain = await startKindcast();
    try {
      const answer = await fetch(`${plain.url}/demo/sign-in/operator`, {
        method: 'POST',
        headers: { origin: plain.url },
      });
      expect(answer.status).to.equal(404);
      expect(await (await fetch(plain.url)).text()).to.not.include('/demo/');
    } finally {
      await plain.stop();
    }
  });

  it('sets a passkey up and signs in with nothing else; one that was not unlocked does not do', async () => {
    const person = await signedIn(kindcast, { email: 'passkey@people.test' });
    const { page } = await visit(`${localhost}/widgets`);
    await page.context().addCookies([browserCookie(localhost, person)]);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });

    const made = await page.evaluate(async () => {
      const options = await (await fetch('/auth/passkey/generate-register-options')).json();
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
      const answer = await fetch('/auth/passkey/verify-registration', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response: made.toJSON(), name: 'My phone' }),
      });
      return { status: answer.status, body: await answer.json() };
    });
    expect(made.status, JSON.stringify(made.body)).to.equal(200);
    const listed = await page.evaluate(async () => (await fetch('/auth/passkey/list-user-passkeys')).json());
    expect(listed.map(({ name }: { name: string }) => name)).to.deep.equal(['My phone']);

    await page.context().clearCookies();
    const signIn = (wanted: { userVerification?: string } = {}) =>
      page.evaluate(async (wanted) => {
        const options = await (await fetch('/auth/passkey/generate-authenticate-options')).json();
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, ...wanted });
        const found = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
        const answer = await fetch('/auth/passkey/verify-authentication', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ response: found.toJSON() }),
        });
        return { status: answer.status, body: await answer.json() };
      }, wanted);
    // As a script of somebody else would ask: the server itself has to insist.
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    const locked = await signIn({ userVerification: 'discouraged' });
    expect(locked.body).to.include({ status: 401, code: 'PASSKEY_NOT_UNLOCKED' });
    expect((await me(page)).status).to.equal(401);
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    expect((await signIn()).status).to.equal(200);
    expect((await me(page)).person).to.include({ email: 'passkey@people.test' });
  });
});
