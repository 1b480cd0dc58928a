import { expect } from 'chai';
import express from 'express';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whoMayCall } from '../../server/http/access.js';
import { problemHandler } from '../../server/http/mount-routes.js';
import { authoriseWith, type Person } from '../../server/people/find-caller.js';
import { closeVisits, visit } from '../support/browser.js';
import { operatorKey, startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { sell } from '../support/sell.js';
import { send, setRule, settle } from '../support/village.js';

const cookie = 'kindcast.session_token=mei';
const mei: Person = {
  id: 'p1',
  email: 'mei@example.org',
  memberships: [{ organisationId: 'm1', kind: 'merchant', role: 'owner' }],
  operator: false,
  secondFactor: false,
};

describe('a page of another site', function () {
  this.timeout(60_000);
  let server: Server;
  let url: string;
  let port: number;
  /** What the guard let through to be done. */
  let done: string[] = [];
  before(async () => {
    const app = express();
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
    url = `http://127.0.0.1:${port}`;
    // Who carries the cookie is signed in; all else is the guard as it stands in front of the API.
    const personOf = async (request: express.Request) => (request.headers.cookie?.includes(cookie) ? mei : undefined);
    const guard = authoriseWith({ sha256: Buffer.alloc(32) }, { personOf, apiKey: async () => undefined }, url);
    app.get('/sign-in', (_request, response) => {
      response
        .cookie('kindcast.session_token', 'mei', { httpOnly: true, sameSite: 'lax' })
        .type('html')
        .send('<p>in</p>');
    });
    app.all('/v1/shops', async (request, response) => {
      await guard(request, whoMayCall['POST /v1/shops'] as never);
      done.push(request.method);
      response.json({ done: request.method });
    });
    app.use(problemHandler({ error: () => undefined } as never));
  });
  beforeEach(() => (done = []));
  afterEach(closeVisits);
  after(() => server.close());

  const ask = async (method: string, headers: Record<string, string>) => {
    const answer = await fetch(`${url}/v1/shops`, { method, headers: { cookie, ...headers } });
    return { status: answer.status, title: ((await answer.json()) as { title?: string }).title };
  };

  const strangers: [string, Record<string, string>][] = [
    ['with an origin of its own', { origin: 'https://evil.example' }],
    ['with an origin that only begins like ours', { origin: 'http://127.0.0.1:1.evil.example' }],
    ['from nowhere (a sandboxed frame, a file)', { origin: 'null' }],
    ['as every browser says it', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['of a sister site', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' }],
    ['that lies about the host beside it', { 'sec-fetch-site': 'cross-site', origin: 'null', 'x-forwarded-host': 'x' }],
    ['typed by hand, which no write ever is', { 'sec-fetch-site': 'none' }],
    ['that says nothing of where it is from', {}],
  ];
  for (const [what, headers] of strangers)
    it(`cannot write with somebody's cookie: ${what}`, async () => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
          const { status, title } = await ask(method, { ...headers, 'content-type': type });
          expect(status, `${method} ${type}`).to.equal(403);
          expect(title).to.match(/only pages of this server may ask/);
        }
      expect(done).to.deep.equal([]);
    });

  it('is not ours: those may write, with an origin or, where a browser says it, without', async () => {
    expect(await ask('POST', { origin: url })).to.include({ status: 200 });
    expect(await ask('POST', { 'sec-fetch-site': 'same-origin' })).to.include({ status: 200 });
    expect(await ask('GET', {})).to.include({ status: 200 });
  });

  it('gets nowhere in a real browser: form, script, sandboxed frame, picture', async () => {
    const foreign = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>evil</title>
        <iframe name="hole"></iframe>
        <form id="plain" method="post" enctype="text/plain" target="hole" action="${url}/v1/shops">
          <input name='{"merchantId":"m1","x":"' value='"}'></form>
        <iframe sandbox="allow-scripts allow-forms" srcdoc="<form method=post action='${url}/v1/shops'></form>
          <script>document.forms[0].submit()</script>"></iframe>`);
    });
    foreign.listen(0, '127.0.0.1');
    await once(foreign, 'listening');
    try {
      const { page } = await visit(`${url}/sign-in`);
      // Another port is another origin, but the same site: the cookie travels along, so only the guard stands there.
      await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
      const refused: number[] = [];
      page.context().on('response', (response) => {
        if (response.request().method() === 'POST') refused.push(response.status());
      });
      await page.evaluate(async (address) => {
        const body = JSON.stringify({ merchantId: 'm1' });
        await fetch(address, { method: 'POST', mode: 'no-cors', credentials: 'include', body }).catch(() => undefined);
        await fetch(address, {
          method: 'POST',
          credentials: 'include',
          headers: { 'content-type': 'application/json' },
          body,
        }).catch(() => undefined);
        new Image().src = address;
        (document.getElementById('plain') as HTMLFormElement).submit();
      }, `${url}/v1/shops`);
      await page.waitForTimeout(1_000);
      expect(done.filter((method) => method !== 'GET' && method !== 'OPTIONS')).to.deep.equal([]);
      expect(refused.filter((status) => status === 403).length).to.be.greaterThan(1);
    } finally {
      foreign.close();
    }
  });
});

describe('reading', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  before(async () => {
    kindcast = await startKindcast();
  });
  after(() => kindcast.stop());

  it('never writes: every GET there is leaves every table as it was', async () => {
    const village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
    const order = await sell(village, { unitPrice: '100.00' });
    await send(village, 'orders/paid', { id: 1 });
    const ids: Record<string, string> = {
      shopId: village.shopId,
      storeOrderId: String(order.id),
      productId: '101',
      key: new URL(village.session.overlayUrl).pathname.split('/')[2]!,
    };
    const before = await everything(kindcast);
    const answered = new Set<number>();
    // A passkey is asked with a challenge, which has to be remembered until it answers; it says nothing of anybody.
    const asks = (name: string) => name.startsWith('GET ') && !name.includes('/auth/passkey/generate-');
    for (const name of Object.keys(whoMayCall).filter(asks))
      for (const id of [village.session.id, village.shopId, village.projects['well']!]) {
        const path = name.slice(4).replaceAll(/\{(\w+)\}/g, (_, param: string) => ids[param] ?? id);
        const headers = { authorization: `Bearer ${operatorKey}` };
        const { status } = await fetch(kindcast.url + path + (path === '/v1/board' ? '?by=shop' : ''), { headers });
        answered.add(status);
        expect(status, name).to.be.lessThan(500);
      }
    expect([...answered]).to.include(200);
    expect(await everything(kindcast)).to.deep.equal(before);
  });
});

/** A fingerprint of every table. */
async function everything({ testDatabase }: Kindcast): Promise<Record<string, string>> {
  return testDatabase.asOwner(async (owner) => {
    await owner.query(`SET kindcast.operator = 'on'`);
    const { rows } = await owner.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const prints: Record<string, string> = {};
    for (const { name } of rows)
      prints[name] = (
        await owner.query(`SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM ${name} t`)
      ).rows[0].print;
    return prints;
  });
}
