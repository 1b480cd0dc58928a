import { expect } from 'chai';
import { shopifyOrder } from '../../server/demo/shopify-order.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../support/village.js';

describe('the public totals over HTTP', () => {
  let kindcast: Kindcast;
  let village: Village;
  let orderId = 80_000;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 3, well: 2 });
  });
  after(() => kindcast.stop());

  const order = (id = (orderId += 1)) =>
    shopifyOrder({
      id,
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: new Date(),
      financialStatus: 'paid',
      noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
      lines: [{ productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 2 }],
    });
  const sell = (on: Pick<Village, 'url'> = village) => send({ ...village, ...on }, 'orders/paid', order());
  const get = (path: string, options: RequestInit = {}) => fetch(kindcast.url + path, options);
  const read = async (path: string) => (await get(path)).json() as Promise<Answer>;
  const addresses = () => ({
    session: `/v1/sessions/${village.session.id}`,
    project: `/v1/projects/${village.projects.well}`,
    shop: `/v1/shops/${village.shopId}`,
  });

  it('count every order that was answered, for whoever asks next', async () => {
    const before = (await read(`${addresses().shop}/totals`)) as { totals: { orders: number }[] };
    const already = before.totals[0]?.orders ?? 0;
    for (let sold = 1; sold <= 8; sold += 1) {
      await sell();
      for (const address of Object.values(addresses()))
        expect((await read(`${address}/totals`)).totals[0].orders).to.equal(already + sold);
    }
  });

  it('show a session that has just begun', async () => {
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: 'S',
      streamer: 'Li',
      shopIds: [village.shopId],
    });
    const status = async () => (await read(`/v1/sessions/${session.id}/totals`)).status as string;
    expect(await status()).to.equal('scheduled');
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    expect(await status()).to.equal('live');
    await kindcast.call('POST', `/v1/sessions/${session.id}/end`);
    expect(await status()).to.equal('ended');
  });

  it('come with the newest gifts beside them, of the same sequence number, newest first', async () => {
    await sell();
    for (const [kind, address] of Object.entries(addresses())) {
      const [totals, gifts] = [await read(`${address}/totals`), await read(`${address}/gifts`)];
      expect(gifts).to.include({ topic: totals.topic, seq: totals.seq });
      expect(gifts.gifts.length).to.be.within(1, 20);
      const [newest] = gifts.gifts;
      expect(newest).to.include({ item: 'Honey', change: 'pledged' });
      expect(Object.keys(newest).sort()).to.deep.equal(['amount', 'at', 'change', 'item', 'projectId']);
      if (kind === 'project') expect(newest.amount).to.deep.equal({ amount: '4.00', currency: 'CNY' });
    }
    const sold = order();
    await send(village, 'orders/paid', sold);
    await send(village, 'orders/cancelled', {
      ...sold,
      cancelled_at: new Date().toISOString(),
      updated_at: new Date(Date.now() + 2_000).toISOString(),
    });
    const [fall] = (await read(`${addresses().project}/gifts`)).gifts;
    expect(fall).to.include({ change: 'reversed', reason: 'cancelled' });
  });

  for (const what of ['totals', 'gifts'])
    it(`are made for caches and for pages anywhere (${what})`, async () => {
      const path = `${addresses().session}/${what}`;
      const first = await get(path);
      const body = await first.text();
      expect(Object.fromEntries(first.headers)).to.include({
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        'cache-control': 'public, s-maxage=1, stale-while-revalidate=5, stale-if-error=10',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      });
      const etag = first.headers.get('etag')!;
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await get(path, { headers: { 'if-none-match': known } });
        expect([again.status, again.headers.get('etag'), await again.text()], known).to.deep.equal([304, etag, '']);
      }
      expect((await get(path, { headers: { 'if-none-match': '"other"' } })).status).to.equal(200);
      const head = await get(`${path}?fresh=1`, { method: 'HEAD' });
      expect([
        head.status,
        head.headers.get('etag'),
        head.headers.get('content-length'),
        await head.text(),
      ]).to.deep.equal([200, etag, first.headers.get('content-length'), '']);
      await sell();
      const changed = await get(path, { headers: { 'if-none-match': etag } });
      expect([changed.status, changed.headers.get('etag') === etag]).to.deep.equal([200, false]);
    });

  it('totals and gifts of one state are told apart by their tags', async () => {
    const tags = await Promise.all(
      ['totals', 'gifts'].map(async (what) => (await get(`${addresses().shop}/${what}`)).headers.get('etag')),
    );
    expect(tags[0]).to.not.equal(tags[1]);
  });

  it('are read from the database once, however many ask for however long, while nothing changes', async () => {
    const { public: pool } = kindcast.database.pools;
    const query = pool.query.bind(pool) as (...all: unknown[]) => unknown;
    let readings = 0;
    pool.query = ((...all: unknown[]) => {
      if ((all[0] as { name?: string }).name === 'read-topics') readings += 1;
      return query(...all);
    }) as typeof pool.query;
    try {
      let answers = 0;
      for (const end = Date.now() + 3_000; Date.now() < end; answers += 20)
        await Promise.all(Array.from({ length: 20 }, () => read(`${addresses().shop}/totals`)));
      // A busy machine may keep the ear from showing for a second that it hears.
      expect(readings).to.be.at.most(3);
      expect(answers).to.be.greaterThan(40);
    } finally {
      pool.query = query as typeof pool.query;
    }
  });

  it('say in the usual form what is wrong, to pages anywhere as well', async () => {
    for (const [path, method, status, kind, title] of [
      ['/v1/sessions/nobody/totals', 'GET', 404, 'not-found', 'There is no session with this id.'],
      ['/v1/shops/nobody/gifts', 'GET', 404, 'not-found', 'There is no shop with this id.'],
      [`/v1/projects/${village.shopId}/totals`, 'GET', 404, 'not-found', 'There is no project with this id.'],
      ['/v1/sessions/a%20b/totals', 'GET', 400, 'invalid-input', 'id must be an id as the server gave it'],
      [`/v1/shops/${'x'.repeat(65)}/gifts`, 'GET', 400, 'invalid-input', 'id must be an id as the server gave it'],
      [`${addresses().shop}/totals`, 'POST', 405, 'method-not-allowed', 'POST is not possible here; use GET.'],
    ] as const) {
      const answer = await get(path, { method });
      const problem = (await answer.json()) as Answer;
      expect(answer.status, path).to.equal(status);
      expect(problem).to.include({ type: `urn:kindcast:problem:${kind}`, status });
      expect(problem.title).to.include(title);
      expect(problem.instance).to.equal(`urn:kindcast:request:${answer.headers.get('x-request-id')}`);
      expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
      expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
      if (status === 404 || status === 400) expect(answer.headers.get('cache-control')).to.equal('public, s-maxage=1');
      if (status === 405) expect(answer.headers.get('allow')).to.equal('GET');
    }
  });

  it('are told of by the other server on the same database within a moment', async () => {
    const second = await startKindcast({ on: kindcast.testDatabase });
    try {
      const path = `${addresses().shop}/totals`;
      const ordersAt = async (url: string) => ((await (await fetch(url + path)).json()) as Answer).totals[0].orders;
      const before = await ordersAt(second.url);
      await sell();
      for (const end = Date.now() + 5_000; (await ordersAt(second.url)) !== before + 1;)
        expect(Date.now()).to.be.lessThan(end);
      expect(await ordersAt(kindcast.url)).to.equal(before + 1);
    } finally {
      await second.stop();
    }
  });

  it('stay true while nobody tells of changes, to the second', async () => {
    const path = `${addresses().shop}/totals`;
    const given = async () => (await read(path)).totals[0].orders as number;
    const before = await given();
    // A change that comes with no notification, and an ear that is cut off again and again.
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(`UPDATE topic_totals SET orders = orders + 1000 WHERE topic = $1`, [`shop:${village.shopId}`]),
    );
    const cutOff = setInterval(() => {
      void kindcast.testDatabase.asOwner((owner) =>
        owner.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kindcast feed' AND datname = current_database()`,
        ),
      );
    }, 100);
    try {
      for (const end = Date.now() + 10_000; (await given()) !== before + 1_000;) expect(Date.now()).to.be.lessThan(end);
    } finally {
      clearInterval(cutOff);
      await kindcast.testDatabase.asOwner((owner) =>
        owner.query(`UPDATE topic_totals SET orders = orders - 1000 WHERE topic = $1`, [`shop:${village.shopId}`]),
      );
    }
  });
});
