import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { KindcastProblem, kindcastClient, once, type KindcastClient } from '../../../plugin/client/kindcast-client.js';
import { operatorKey, startKindcast, type Kindcast } from '../../support/start-kindcast.js';

const problemIn = (call: Promise<unknown>): Promise<KindcastProblem> =>
  call.then(
    () => expect.fail('it should have been refused'),
    (error: unknown) => {
      if (error instanceof KindcastProblem) return error;
      throw error;
    },
  );

describe('the client for programs', () => {
  let kindcast: Kindcast;
  let client: KindcastClient;
  before(async () => {
    kindcast = await startKindcast();
    client = kindcastClient({ baseUrl: kindcast.url, key: operatorKey });
  });
  after(() => kindcast.stop());

  it('has the types of the routes as they are now', async () => {
    await promisify(execFile)(process.execPath, ['build-client.mjs', '--check']);
  });

  it('answers what the server answers, typed by the description', async () => {
    const charity = await client.post('/v1/charities', { body: { name: 'Rural Lunch', country: 'CN' } });
    const project = await client.post('/v1/projects', {
      body: { charityId: charity.id, title: 'Lunch', currency: 'CNY', goal: { amount: '100.00', currency: 'CNY' } },
    });
    const goal: string | undefined = project.goal?.amount;
    expect(goal).to.equal('100.00');
    const totals = await client.get('/v1/projects/{id}/totals', { params: { path: { id: project.id } } });
    expect(totals.topic).to.equal(`project:${project.id}`);
  });

  it('goes through a list page by page, and no further than it is asked', async () => {
    for (const name of ['A', 'B', 'C', 'D', 'E']) await client.post('/v1/merchants', { body: { name } });
    let pages = 0;
    const counting = kindcastClient({
      baseUrl: kindcast.url,
      key: operatorKey,
      fetch: (request) => ((pages += 1), fetch(request)),
    });
    const names: string[] = [];
    for await (const merchant of counting.each('/v1/merchants', { params: { query: { limit: 2 } } }))
      names.push(merchant.name);
    expect([names, pages]).to.deep.equal([['E', 'D', 'C', 'B', 'A'], 3]);
    pages = 0;
    for await (const { name } of counting.each('/v1/merchants', { params: { query: { limit: 2 } } }))
      if (name === 'D') break;
    expect(pages).to.equal(1);
  });

  it('throws what was refused, with the words for each field', async () => {
    const problem = await problemIn(
      client.post('/v1/projects', { body: { charityId: 'nobody', title: ' ', currency: 'CNY' } }),
    );
    expect(problem).to.include({ kind: 'invalid-input', status: 400 });
    expect(problem.ofField('title')).to.equal('must not be empty');
    expect(problem.ofField('currency')).to.equal(undefined);
    const stranger = kindcastClient({ baseUrl: kindcast.url });
    expect(await problemIn(stranger.get('/v1/shops'))).to.include({ kind: 'unauthorized', status: 401 });
  });

  it('does a write once under one key, and says when the key was used for another', async () => {
    const name = 'Once and no more';
    const headers = once();
    const first = await client.post('/v1/charities', { body: { name }, headers });
    expect(await client.post('/v1/charities', { body: { name }, headers })).to.deep.equal(first);
    const problem = await problemIn(client.post('/v1/charities', { body: { name: 'Another' }, headers }));
    expect(problem.kind).to.equal('idempotency-key-reused');
    expect(once()).to.not.deep.equal(once());
  });

  it('tells a server out of reach from an answer that is not ours', async () => {
    const nowhere = kindcastClient({ baseUrl: 'http://127.0.0.1:9' });
    expect(await problemIn(nowhere.get('/v1/board', { params: { query: { by: 'shop' } } }))).to.include({
      kind: 'unreachable',
      status: 0,
    });
    const proxy = kindcastClient({
      baseUrl: kindcast.url,
      fetch: async () => new Response('<h1>502</h1>', { status: 502, headers: { 'retry-after': '7' } }),
    });
    const problem = await problemIn(proxy.get('/v1/checks'));
    expect(problem).to.include({ kind: 'unreadable', status: 502, retryAfterSeconds: 7 });
  });

  it('lets whoever gives up see that he did', async () => {
    const giveUp = new AbortController();
    giveUp.abort();
    const error = await client.get('/v1/checks', { signal: giveUp.signal }).catch((reason: unknown) => reason);
    expect((error as Error).name).to.equal('AbortError');
  });
});
