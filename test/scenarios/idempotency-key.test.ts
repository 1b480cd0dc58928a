import { expect } from 'chai';
import { askApi, isProblem, type AskApi } from '../support/ask-api.js';
import { operatorKey, startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';

describe('a request with an Idempotency-Key (S14)', () => {
  let kindcast: Kindcast;
  before(async () => {
    kindcast = await startKindcast();
  });
  after(() => kindcast.stop());

  const request: AskApi = (...asked) => askApi(kindcast.url, ...asked);
  const add = (key: string, name: string) => request('POST', '/v1/charities', { name }, { 'idempotency-key': key });

  it('does the same request once, also when it comes 20 times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => add('once', 'Idem')));
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1);
    const { items } = await kindcast.call('GET', '/v1/charities?limit=200');
    expect(items.filter((item: Answer) => item.name === 'Idem')).to.have.length(1);
  });

  it('gives the same answer to the letter', async () => {
    const texts = [1, 2].map(async () =>
      (
        await fetch(`${kindcast.url}/v1/merchants`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${operatorKey}`,
            'content-type': 'application/json',
            'idempotency-key': 'letter',
          },
          body: '{"name":"A","country":"CN"}',
        })
      ).text(),
    );
    expect(await texts[0]).to.equal(await texts[1]);
  });

  it('answers 409 to another body or address under the same key', async () => {
    await add('mine', 'A');
    isProblem(await add('mine', 'B'), 409);
    isProblem(await request('POST', '/v1/merchants', { name: 'A' }, { 'idempotency-key': 'mine' }), 409);
  });

  it('lets the key be used again after a request that failed', async () => {
    isProblem(await add('retry', ''), 400, 'name');
    expect((await add('retry', 'Now right')).status).to.equal(201);
  });

  it('takes the same JSON in another order of fields for the same body', async () => {
    const send = (body: string) => request('POST', '/v1/merchants', body, { 'idempotency-key': 'order' });
    const first = await send('{"name":"A","country":"CN"}');
    expect((await send('{"country":"CN","name":"A"}')).body.id).to.equal(first.body.id);
  });

  it('refuses a key that is no visible ASCII', async () => {
    isProblem(await add('x'.repeat(201), 'A'), 400, 'Idempotency-Key');
  });
});
