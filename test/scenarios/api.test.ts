import { expect } from 'chai';
import { isGuarded, whoMayCall } from '../../server/http/access.js';
import { askApi, isProblem, type AskApi } from '../support/ask-api.js';
import { operatorKey, startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { settle, type Village } from '../support/village.js';

describe('the API', () => {
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
  });
  after(() => kindcast.stop());

  const request: AskApi = (...asked) => askApi(kindcast.url, ...asked);

  it('describes every route it serves, and says for each who may call it', async () => {
    const { body } = await request('GET', '/openapi.json');
    expect(body.openapi).to.equal('3.1.0');
    const described = Object.entries(body.paths as Record<string, Record<string, Answer>>).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, route]) => [`${verb.toUpperCase()} ${path}`, route.security !== undefined]),
    );
    const guarded = Object.entries(whoMayCall).map(([name, access]) => [name, isGuarded(access)]);
    expect(Object.fromEntries(described)).to.deep.equal(Object.fromEntries(guarded));
  });

  it('answers 401 on every guarded route without the key or with another, before it looks at anything', async () => {
    for (const [name, access] of Object.entries(whoMayCall)) {
      if (!isGuarded(access)) continue;
      const [method, path] = name.split(' ') as [string, string];
      for (const authorization of ['', 'Bearer nonsense', `Basic ${operatorKey}`, `Bearer ${operatorKey}x`]) {
        const answer = await request(
          method,
          path.replaceAll(/\{\w+\}/g, 'x'),
          method === 'GET' ? undefined : '{broken',
          { authorization },
        );
        isProblem(answer, 401);
        expect(answer.response.headers.get('www-authenticate')).to.equal('Bearer');
      }
    }
  });

  const cases: [string, string, string, () => unknown, string][] = [
    ['an empty name', 'POST', '/v1/charities', () => ({ name: ' ' }), 'name'],
    ['a missing name', 'POST', '/v1/charities', () => ({}), 'name'],
    ['an unknown field', 'POST', '/v1/merchants', () => ({ name: 'A', vat: '1' }), 'vat'],
    ['a country that is none', 'POST', '/v1/merchants', () => ({ name: 'A', country: 'China' }), 'country'],
    [
      'a charity that does not exist',
      'POST',
      '/v1/projects',
      () => ({ charityId: 'nobody', title: 'T', currency: 'CNY' }),
      'charityId',
    ],
    [
      'a currency that is none',
      'POST',
      '/v1/projects',
      () => ({ charityId: 'x', title: 'T', currency: 'RMB' }),
      'currency',
    ],
    [
      'a goal with too many digits',
      'POST',
      '/v1/projects',
      () => ({ charityId: 'x', title: 'T', currency: 'JPY', goal: { amount: '1.5', currency: 'JPY' } }),
      'goal.amount',
    ],
    [
      'a goal written 1e21',
      'POST',
      '/v1/projects',
      () => ({ charityId: 'x', title: 'T', currency: 'CNY', goal: { amount: '1e21', currency: 'CNY' } }),
      'goal.amount',
    ],
    [
      'a merchant that does not exist',
      'POST',
      '/v1/shops',
      () => ({ merchantId: 'nobody', platform: 'shopify', domain: 'a.myshopify.com', currency: 'CNY' }),
      'merchantId',
    ],
    [
      'a domain with https',
      'POST',
      '/v1/shops',
      () => ({ merchantId: village.merchantId, platform: 'shopify', domain: 'https://a.com', currency: 'CNY' }),
      'domain',
    ],
    [
      'another platform',
      'POST',
      '/v1/shops',
      () => ({ merchantId: village.merchantId, platform: 'ebay', domain: 'a.com', currency: 'CNY' }),
      'platform',
    ],
    [
      'a shop that does not exist',
      'POST',
      '/v1/sessions',
      () => ({ title: 'T', streamer: 'S', shopIds: ['nobody'] }),
      'shopIds.0',
    ],
    ['no shop at all', 'POST', '/v1/sessions', () => ({ title: 'T', streamer: 'S', shopIds: [] }), 'shopIds'],
    ['a share of 0 %', 'PUT', 'item', () => rule({ share: { kind: 'percent', value: '0' } }), 'share.value'],
    ['a share of 101 %', 'PUT', 'item', () => rule({ share: { kind: 'percent', value: '101' } }), 'share.value'],
    ['a share as a number', 'PUT', 'item', () => rule({ share: { kind: 'percent', value: 5 } }), 'share.value'],
    ['a share of an unknown kind', 'PUT', 'item', () => rule({ share: { kind: 'half' } }), 'share.kind'],
    [
      'money per unit with thirty digits',
      'PUT',
      'item',
      () => rule({ share: { kind: 'perUnit', amount: '1'.repeat(30) } }),
      'share.amount',
    ],
    [
      'weights that are all zero',
      'PUT',
      'item',
      () => rule({ projects: [{ projectId: village.projects.well, weight: 0 }] }),
      'projects',
    ],
    [
      'a weight below zero',
      'PUT',
      'item',
      () => rule({ projects: [{ projectId: village.projects.well, weight: -1 }] }),
      'projects.0.weight',
    ],
    [
      'a project twice',
      'PUT',
      'item',
      () => rule({ projects: [1, 2].map((weight) => ({ projectId: village.projects.well, weight })) }),
      'projects',
    ],
    [
      'a project that does not exist',
      'PUT',
      'item',
      () => rule({ projects: [{ projectId: 'nobody', weight: 1 }] }),
      'projects.0.projectId',
    ],
    [
      'an end before the beginning',
      'PUT',
      'item',
      () => rule({ from: '2027-01-02T00:00:00Z', until: '2027-01-01T00:00:00Z' }),
      'until',
    ],
    ['a cap in another currency', 'PUT', 'item', () => rule({ cap: { amount: '5', currency: 'USD' } }), 'cap.currency'],
    ['a limit of zero', 'GET', '/v1/charities?limit=0', () => undefined, 'limit'],
    ['a made-up cursor', 'GET', '/v1/charities?cursor=abc', () => undefined, 'cursor'],
    ['an unknown query', 'GET', '/v1/charities?sort=name', () => undefined, 'sort'],
  ];
  const rule = (more: object) => ({
    share: { kind: 'percent', value: '5' },
    projects: [{ projectId: village.projects.well, weight: 1 }],
    ...more,
  });
  for (const [what, method, path, body, field] of cases)
    it(`names the field for ${what}`, async () => {
      const address = path === 'item' ? `/v1/shops/${village.shopId}/items/101` : path;
      isProblem(await request(method, address, body()), 400, field);
    });

  it('says what is wrong with a body that is no JSON, too large or of another type, and with unknown addresses', async () => {
    isProblem(await request('POST', '/v1/charities', '{"name":'), 400, 'body');
    isProblem(await request('POST', '/v1/charities', { name: 'x'.repeat(300_000) }), 413);
    isProblem(
      await request('POST', '/v1/charities', 'name=A', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
    );
    isProblem(await request('PATCH', '/v1/charities', {}), 405);
    isProblem(await request('GET', '/v1/nothing'), 404);
    isProblem(await request('GET', '/v1/sessions/nobody/totals'), 404);
    isProblem(await request('GET', `/v1/orders/${village.shopId}/404`), 404);
    isProblem(await request('PUT', '/v1/shops/nobody/items/1', rule({})), 404);
    isProblem(
      await request('POST', '/v1/shops', {
        merchantId: village.merchantId,
        platform: 'shopify',
        domain: village.domain,
        currency: 'CNY',
      }),
      409,
    );
  });

  it('tells a wrong type from a missing field', async () => {
    const said = async (body: unknown) =>
      (await request('POST', '/v1/projects', body)).body.errors[0].message as string;
    const project = { charityId: 'x', title: 'T', currency: 'CNY' };
    expect(await said({ ...project, title: undefined })).to.equal('is missing; give text in quotes');
    expect(await said({ ...project, title: 5 })).to.equal('must be text in quotes');
    expect(await said({ ...project, title: 'half \ud83d' })).to.match(/halves of characters/);
    expect(await said({ ...project, title: 'turned \u202e about' })).to.match(/direction of writing; leave them out$/);
    expect(await said({ ...project, title: 'shut in \u2066 here' })).to.match(/direction of writing; leave them out$/);
    expect(await said([])).to.equal('must be an object');
  });

  it('tells senders of garbage in the same form', async () => {
    const { connect } = await import('node:net');
    const socket = connect(parseInt(new URL(kindcast.url).port, 10), '127.0.0.1');
    socket.end('NONSENSE\r\n\r\n');
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).to.match(
      /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*urn:kindcast:problem:invalid-input/,
    );
  });

  it('keeps a title that is markup as the text it is, and takes __proto__ for an unknown field', async () => {
    const title = '<script>alert(1)</script>';
    const session = await kindcast.call('POST', '/v1/sessions', { title, streamer: 'S', shopIds: [village.shopId] });
    expect(session.title).to.equal(title);
    isProblem(await request('POST', '/v1/charities', '{"name":"A","__proto__":{"x":1}}'), 400, '__proto__');
  });

  it('versions rules, ends them, and pages through all of them', async () => {
    const item = `/v1/shops/${village.shopId}/items/555`;
    const first = (await request('PUT', item, rule({ title: 'Honey' }))).body;
    const second = (await request('PUT', item, rule({ cap: { amount: '9.00', currency: 'CNY' } }))).body;
    expect([first.version, second.version]).to.deep.equal([1, 2]);
    expect(second.ruleId).to.equal(first.ruleId);
    expect(second.cap).to.deep.equal({ amount: '9.00', currency: 'CNY' });
    expect((await request('DELETE', item)).status).to.equal(204);
    expect((await request('DELETE', item)).status).to.equal(204);
    isProblem(await request('DELETE', `/v1/shops/${village.shopId}/items/556`), 404);
    const versions: number[] = [];
    let cursor = '';
    do {
      const page = (await request('GET', `/v1/shops/${village.shopId}/items?limit=1${cursor && `&cursor=${cursor}`}`))
        .body;
      versions.push(...page.items.map((each: Answer) => each.version));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(versions).to.deep.equal([3, 2, 1]);
  });

  it('pages without repeating or hiding anything', async () => {
    const names = Array.from({ length: 7 }, (_, at) => `Page ${at}`);
    for (const name of names) await kindcast.call('POST', '/v1/merchants', { name });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await kindcast.call('GET', `/v1/merchants?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.items.length).to.be.at.most(3);
      seen.push(...page.items.map((item: Answer) => item.name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.filter((name) => name.startsWith('Page')).reverse()).to.deep.equal(names);
  });

  it('moves a session on, once, and never back', async () => {
    const { id, status, token, overlayUrl } = await kindcast.call('POST', '/v1/sessions', {
      title: 'T',
      streamer: 'S',
      shopIds: [village.shopId],
      goal: { amount: '100', currency: 'CNY' },
    });
    expect(status).to.equal('scheduled');
    expect(token).to.have.length.greaterThan(20);
    expect(overlayUrl).to.match(/^http:\/\/kindcast\.test\/overlay\//);
    expect((await request('POST', `/v1/sessions/${id}/start`)).body.status).to.equal('live');
    const again = await request('POST', `/v1/sessions/${id}/start`);
    expect(again.status).to.equal(200);
    expect((await request('POST', `/v1/sessions/${id}/end`)).body.status).to.equal('ended');
    isProblem(await request('POST', `/v1/sessions/${id}/start`), 409);
    const totals = await kindcast.call('GET', `/v1/sessions/${id}/totals`);
    expect(totals).to.deep.include({
      status: 'ended',
      seq: 2,
      totals: [],
      goal: { amount: '100.00', currency: 'CNY' },
    });
  });
});
