import { expect } from 'chai';
import type { Caller } from '../../../server/http/caller.js';
import type { Route } from '../../../server/http/define-route.js';
import { sealWith } from '../../../server/secrets/seal.js';
import { deliveryRoutes } from '../../../server/webhooks/delivery-routes.js';
import { endpointRoutes } from '../../../server/webhooks/endpoint-routes.js';
import { surroundingsOf } from '../../../server/webhooks/find-address.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { ownNetworks } from '../../support/webhook-leaders.js';

describe('the webhook endpoints of two organisations', () => {
  let kindcast: Kindcast;
  const routes = [
    ...endpointRoutes({ seal: sealWith('test-secret-key'), surroundings: surroundingsOf(ownNetworks) }),
    ...deliveryRoutes,
  ];

  before(async () => {
    kindcast = await startKindcast({ settings: { webhooks: ownNetworks } });
  });
  after(() => kindcast.stop());

  const member = (...organisations: string[]): Caller => ({
    kind: 'key',
    id: 'k',
    name: 'k',
    operator: false,
    organisations,
  });
  const routeOf = (name: string) => routes.find((route) => `${route.method} ${route.path}` === name)!;
  /** What the route does for a caller whom the guard has let through. */
  const ask = async (route: Route, caller: Caller, params = {}, body = {}): Promise<Answer> => {
    const { body: answer } = await kindcast.database.knex.transaction(async (db) => {
      // The database would let him; so what refuses him is the route itself.
      await db.raw(`SELECT set_config('kindcast.operator', 'on', true)`);
      return route.handle({ params, query: {}, body, db, caller, request: undefined } as never);
    });
    return answer;
  };
  const kindOf = (asking: Promise<Answer>) =>
    asking.then(
      () => 'answered',
      (error: { kind?: string }) => error.kind,
    );

  it('are hidden from each other, whatever is asked of them', async () => {
    const [ours, theirs] = await Promise.all(
      ['Orchard', 'Dairy'].map(async (name) => (await kindcast.call('POST', '/v1/merchants', { name })).id as string),
    );
    const url = 'http://127.0.0.1:9/';
    const settings = { url, events: ['gift.pledged'], enabled: true };
    const create = routeOf('post /v1/webhook-endpoints');
    const foreign = await ask(create, member(theirs!), {}, settings);
    expect(foreign.organisationId, 'whoever acts for one need not say which').to.equal(theirs);
    const test = await ask(routeOf('post /v1/webhook-endpoints/{id}/test'), member(theirs!), { id: foreign.id });

    expect(await kindOf(ask(create, member(ours!), {}, { ...settings, organisationId: theirs }))).to.equal('not-found');
    expect(await kindOf(ask(create, member(ours!, theirs!), {}, settings))).to.equal('invalid-input');
    expect((await ask(routeOf('get /v1/webhook-endpoints'), member(ours!))).items).to.deep.equal([]);
    const withId = routes.filter((route) => route.path.includes('{id}'));
    expect(withId.length).to.equal(7);
    for (const route of withId) {
      const id = route.path.includes('deliveries/{id}') ? test.id : foreign.id;
      expect(await kindOf(ask(route, member(ours!), { id }, settings)), route.path).to.equal('not-found');
    }
    expect((await ask(routeOf('get /v1/webhook-endpoints'), member(theirs!))).items).to.have.length(1);
    await kindcast.call('GET', `/v1/webhook-endpoints/${foreign.id}`);
  });

  it('are at most twenty each', async () => {
    const { id } = await kindcast.call('POST', '/v1/merchants', { name: 'Collector' });
    const body = { organisationId: id, url: 'http://127.0.0.1:9/', events: ['gift.pledged'] };
    for (let at = 0; at < 20; at++) await kindcast.call('POST', '/v1/webhook-endpoints', body);
    await kindcast.call('POST', '/v1/webhook-endpoints', body, 409);
  });
});
