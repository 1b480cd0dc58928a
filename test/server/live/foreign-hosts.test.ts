import { expect } from 'chai';
import type { Knex } from 'knex';
import { newId } from '../../../server/database/new-id.js';
import { deskRoutes } from '../../../server/desk/desk-routes.js';
import type { Caller } from '../../../server/http/caller.js';
import { nameOf, type Route } from '../../../server/http/define-route.js';
import { Problem } from '../../../server/http/problem.js';
import { hostRoutes } from '../../../server/live/host-routes.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { settle, type Village } from '../../support/village.js';

const routes = [...hostRoutes('http://kindcast.test'), ...deskRoutes('http://kindcast.test')];
const named = (name: string) => routes.find((route) => nameOf(route) === name)!;

/** What each write needs to get as far as the question whose it is. */
const bodies: Record<string, object> = {
  'PUT /v1/sessions/{id}': { title: 'Mine now', streamer: 'Thief', shopIds: ['x'] },
  'PUT /v1/shops/{shopId}/streamers/{streamerId}': { state: 'allowed' },
};

/** The first wall alone: routes as members of organisations call them, whatever stands in front of them or behind. */
describe('routes of hosts, called by somebody else', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  let owner: string;
  let stranger: string;
  let session: Answer;
  let request: Answer;
  const memberOf = (...organisations: string[]): Caller => ({
    kind: 'person',
    id: 'p',
    name: 'p@example.org',
    operator: false,
    organisations,
  });
  const call = (route: Route, caller: Caller, input: { params?: object; query?: object; body?: object } = {}) =>
    kindcast.database.knex.transaction(
      async (db: Knex) =>
        (await route.handle({ query: {}, params: {}, body: undefined, ...input, db, caller } as never)).body as Answer,
    );
  const refused = (asked: Promise<unknown>) =>
    asked.then(
      () => 'let through',
      (error: unknown) => (error instanceof Problem ? error.kind : error),
    );

  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    [owner, stranger] = [newId(), newId()];
    for (const id of [owner, stranger])
      await kindcast.database.knex('organisations').insert({ id, kind: 'streamer', name: id });
    await kindcast.call('PUT', `/v1/shops/${village.shopId}/streamers/${owner}`, { state: 'allowed' });
    [request] = (await kindcast.call('GET', `/v1/shop-requests?organisationId=${owner}`)).items;
    session = await call(named('POST /v1/sessions'), memberOf(owner), {
      body: { title: 'Honey', streamer: 'Li Mei', shopIds: [village.shopId] },
    });
  });
  after(() => kindcast.stop());

  for (const route of routes.filter(({ path }) => path.includes('{')))
    it(`${nameOf(route)} is not found`, async () => {
      const id = route.path.startsWith('/v1/shop-requests') ? request.id : session.id;
      const input = {
        params: { id, shopId: village.shopId, streamerId: owner },
        ...(route.method !== 'get' && { body: bodies[nameOf(route)] ?? {} }),
      };
      expect(await refused(call(route, memberOf(stranger), input))).to.equal('not-found');
      expect(await refused(call(route, memberOf(), input))).to.equal('not-found');
    });

  it('belongs to the only organisation one acts for, and to no other', async () => {
    expect(session.organisationId).to.equal(owner);
    const schedule = (caller: Caller, more: object) =>
      call(named('POST /v1/sessions'), caller, {
        body: { title: 'Honey', streamer: 'Li Mei', shopIds: [village.shopId], ...more },
      });
    for (const [caller, more] of [
      [memberOf(owner, stranger), {}],
      [memberOf(stranger), { organisationId: owner }],
      [memberOf(stranger), {}],
    ] as const)
      expect(await refused(schedule(caller, more))).to.equal('invalid-input');
    expect((await schedule(memberOf(owner, stranger), { organisationId: owner })).organisationId).to.equal(owner);
  });

  it('lists only what is the own, and no secrets to those who may only look', async () => {
    const list = async (name: string, caller: Caller) => (await call(named(name), caller)).items;
    for (const name of ['GET /v1/sessions', 'GET /v1/shop-requests', 'GET /v1/linkable-shops']) {
      expect(await list(name, memberOf(stranger)), name).to.deep.equal([]);
      expect(await list(name, memberOf(owner)), name).to.have.length.above(0);
    }
    for (const seen of await list('GET /v1/sessions', memberOf(owner)))
      expect(seen).to.not.have.any.keys('token', 'overlayUrl', 'studioUrl');
    const [one] = await list('GET /v1/sessions', memberOf(owner));
    expect(
      await call(named('GET /v1/sessions/{id}'), memberOf(owner), { params: { id: one.id } }),
    ).to.not.have.any.keys('token', 'overlayUrl', 'studioUrl');
  });

  it('asks for the own organisation alone', async () => {
    const ask = (organisationId: string) =>
      refused(
        call(named('POST /v1/shop-requests'), memberOf(stranger), { body: { domain: village.domain, organisationId } }),
      );
    expect(await ask(owner)).to.equal('invalid-input');
    expect(await ask(village.merchantId)).to.equal('invalid-input');
    expect(await ask(stranger)).to.equal('let through');
  });
});
