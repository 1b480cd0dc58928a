import { expect } from 'chai';
import type { Knex } from 'knex';
import { deskRoutes } from '../../../server/desk/desk-routes.js';
import type { Caller } from '../../../server/http/caller.js';
import { nameOf, type Route } from '../../../server/http/define-route.js';
import { Problem } from '../../../server/http/problem.js';
import { hostRoutes } from '../../../server/live/host-routes.js';
import { sell } from '../../support/sell.js';
import { settleHost } from '../../support/settle-host.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { setRule, settle, type Village } from '../../support/village.js';

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
    kindcast.database.knex.transaction(async (db: Knex) => {
      // The second wall is open, so that nothing but the first refuses.
      await db.raw(`SELECT set_config('kindcast.operator', 'on', true)`);
      const asked = { query: {}, params: {}, body: undefined, ...input, db, caller };
      return (await route.handle(asked as never)).body as Answer;
    });
  /** The same behind the second wall: the database, too, knows for whom it works. */
  const callBehindWalls = (name: string, caller: Caller, input: object = {}) =>
    kindcast.database.knex.transaction(async (db: Knex) => {
      await db.raw(
        `SELECT set_config('kindcast.organisations', ?, true), set_config('kindcast.operator', 'off', true)`,
        [caller.organisations.join(',')],
      );
      const asked = { query: {}, params: {}, body: undefined, ...input, db, caller };
      return (await named(name).handle(asked as never)).body as Answer;
    });
  const refused = (asked: Promise<unknown>) =>
    asked.then(
      () => 'let through',
      (error: unknown) => (error instanceof Problem ? error.kind : error),
    );

  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    [owner, stranger] = [await settleHost(kindcast), await settleHost(kindcast)];
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

  it('leaves a host and the merchant all they need behind the second wall', async () => {
    await setRule(village, 101, '10%', { well: 100 }, { title: 'Honey' });
    const [host, merchant] = [memberOf(owner), memberOf(village.merchantId)];
    const other = await settle(kindcast.url);
    const ofShop = { params: { shopId: other.shopId, streamerId: owner } };

    await callBehindWalls('POST /v1/shop-requests', host, { body: { domain: other.domain } });
    const { items } = await callBehindWalls('GET /v1/shops/{shopId}/streamers', memberOf(other.merchantId), ofShop);
    expect(items.map(({ streamerId, state }: Answer) => [streamerId, state])).to.deep.equal([[owner, 'asked']]);
    await callBehindWalls('PUT /v1/shops/{shopId}/streamers/{streamerId}', memberOf(other.merchantId), {
      ...ofShop,
      body: { state: 'allowed' },
    });
    const shops = await callBehindWalls('GET /v1/linkable-shops', host);
    expect(shops.items.map(({ id }: Answer) => id)).to.have.members([village.shopId, other.shopId]);

    const told = { title: 'Tea', streamer: 'Li Mei', shopIds: [village.shopId] };
    const made = await callBehindWalls('POST /v1/sessions', host, { body: told });
    const one = { params: { id: made.id } };
    await callBehindWalls('PUT /v1/sessions/{id}', host, {
      ...one,
      body: { ...told, title: 'Tea night', shopIds: [village.shopId, other.shopId] },
    });
    await callBehindWalls('DELETE /v1/sessions/{id}', host, one);
    await callBehindWalls('POST /v1/sessions/{id}/restore', host, one);
    await callBehindWalls('POST /v1/sessions/{id}/start', host, one);
    await sell({ ...village, session: made });
    const links = await callBehindWalls('GET /v1/sessions/{id}/links', host, one);
    expect(links.shops.map(({ shopId }: Answer) => shopId)).to.have.members([village.shopId, other.shopId]);
    const script = await callBehindWalls('GET /v1/sessions/{id}/script', host, one);
    expect(script.lines.map(({ kind }: Answer) => kind)).to.include.members(['item', 'thanks', 'total']);
    const pace = await callBehindWalls('GET /v1/sessions/{id}/pace', host, one);
    expect(pace.currencies[0].perMinute).to.equal('10.00');
    await callBehindWalls('POST /v1/sessions/{id}/end', host, one);
    const report = await callBehindWalls('GET /v1/sessions/{id}/report', host, one);
    expect(report.items).to.deep.include({
      shopId: village.shopId,
      productId: '101',
      title: 'Honey',
      currency: 'CNY',
      orders: 1,
      units: 2,
      given: '10.00',
    });
    expect(report.shops[0]).to.include({ orders: 1, given: '10.00' });
    expect(report.projects[0]).to.include({ title: 'well', given: '10.00' });
    expect(report.timeline.steps).to.have.length(1);

    const inShop = await callBehindWalls('GET /v1/shops/{shopId}/sessions', merchant, {
      params: { shopId: village.shopId },
    });
    expect(inShop.items.map(({ title }: Answer) => title)).to.include('Tea night');
    await callBehindWalls('DELETE /v1/shops/{shopId}/streamers/{streamerId}', memberOf(other.merchantId), ofShop);
    const [mine] = (await callBehindWalls('GET /v1/shop-requests', host)).items;
    await callBehindWalls('DELETE /v1/shop-requests/{id}', host, { params: { id: mine.id } });
    expect((await callBehindWalls('GET /v1/linkable-shops', host)).items).to.deep.equal([]);
  });
});
