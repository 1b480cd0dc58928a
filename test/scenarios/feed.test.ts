import { once } from 'node:events';
import { expect } from 'chai';
import { io, type Socket } from 'socket.io-client';
import { shopifyOrder } from '../../server/demo/shopify-order.js';
import { sell } from '../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { until } from '../support/until.js';
import { send, setRule, settle, type Village } from '../support/village.js';

describe('the feed', () => {
  let kindcast: Kindcast;
  let village: Village;
  let orderId = 70_000;
  const sockets: Socket[] = [];
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 3, well: 2 });
  });
  afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
  after(() => kindcast.stop());

  async function connect(url = kindcast.url, headers: Record<string, string> = {}): Promise<Socket> {
    const socket = io(`${url}/live`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: headers,
    });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    return socket;
  }
  const watch = (socket: Socket, topic: unknown): Promise<Answer> =>
    socket.timeout(5_000).emitWithAck('watch', { topic });
  const sellHoney = (on: Pick<Village, 'url'> = village) => sell({ ...village, ...on }, { title: 'Honey' });

  it('answers watch with the snapshot that HTTP serves', async () => {
    await sellHoney();
    const socket = await connect();
    const topic = `session:${village.session.id}`;
    const answer = await watch(socket, topic);
    expect(answer.ok).to.equal(true);
    expect(answer.snapshot).to.deep.equal(await kindcast.call('GET', `/v1/sessions/${village.session.id}/totals`));
    expect(answer.snapshot).to.include({ topic, status: 'live' });
    expect(answer.gifts[0]).to.include({ item: 'Honey', change: 'pledged' });
  });

  it('tells totals and gifts as they change, the first at once, later ones at most five a second, with growing seq', async () => {
    const socket = await connect();
    const topic = `session:${village.session.id}`;
    const { snapshot } = await watch(socket, topic);
    const heard: { at: number; snapshot: Answer }[] = [];
    const gifts: Answer[] = [];
    socket.on('totals', (next: Answer) => heard.push({ at: Date.now(), snapshot: next }));
    socket.on('gifts', (message: Answer) => gifts.push(message));
    const started = Date.now();
    await sellHoney();
    await until(() => heard.length === 1, 'the first change is told');
    expect(heard[0]!.at - started).to.be.lessThan(150 + (Date.now() - started) / 2);
    const [before, sold] = [parseFloat(snapshot.totals[0].given), 30];
    for (let at = 0; at < sold - 1; at += 1) await sellHoney();
    await until(
      () => parseFloat(heard.at(-1)!.snapshot.totals[0].given) === before + sold * 10,
      'the last total is told',
    );
    heard.forEach(({ at, snapshot: { seq } }, index) => {
      if (index === 0) return expect(seq).to.be.greaterThan(snapshot.seq);
      expect(seq).to.be.greaterThan(heard[index - 1]!.snapshot.seq);
      return expect(at - heard[index - 1]!.at).to.be.greaterThan(150);
    });
    for (const message of gifts) {
      expect(message.topic).to.equal(topic);
      expect(message.gifts.length).to.be.within(1, 20);
      for (const gift of message.gifts)
        expect(Object.keys(gift).sort()).to.deep.equal(['amount', 'at', 'change', 'item', 'projectId']);
    }
  });

  it('tells a fall with its reason', async () => {
    const socket = await connect();
    await watch(socket, `project:${village.projects.well}`);
    const paidOrder = shopifyOrder({
      id: (orderId += 1),
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: new Date(),
      financialStatus: 'paid',
      lines: [{ productId: 101, title: '<b>Honey</b>', unitPrice: '50.00', quantity: 2 }],
    });
    const next = once(socket as never, 'gifts') as Promise<Answer[]>;
    await send(village, 'orders/paid', paidOrder);
    await next;
    const fall = once(socket as never, 'gifts') as Promise<Answer[]>;
    await send(village, 'orders/cancelled', {
      ...paidOrder,
      cancelled_at: new Date().toISOString(),
      updated_at: new Date(Date.now() + 2_000).toISOString(),
    });
    const [message] = await fall;
    expect(message.gifts[0]).to.deep.include({
      change: 'reversed',
      reason: 'cancelled',
      amount: { amount: '4.00', currency: 'CNY' },
    });
  });

  it('tells when a session ends', async () => {
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: 'Short',
      streamer: 'Li',
      shopIds: [village.shopId],
    });
    const socket = await connect();
    expect((await watch(socket, `session:${session.id}`)).snapshot.status).to.equal('scheduled');
    const told = once(socket as never, 'session') as Promise<Answer[]>;
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    expect((await told)[0]).to.deep.equal({ id: session.id, status: 'live' });
  });

  it('tells nothing more of a topic that is unwatched', async () => {
    const socket = await connect();
    const topic = `shop:${village.shopId}`;
    await watch(socket, topic);
    let heard = 0;
    socket.on('totals', () => (heard += 1));
    await socket.timeout(5_000).emitWithAck('unwatch', { topic });
    const other = await connect();
    await watch(other, topic);
    const told = once(other as never, 'totals');
    await sellHoney();
    await told;
    expect(heard).to.equal(0);
  });

  it('refuses unknown topics, nonsense, and more than twenty', async () => {
    const socket = await connect();
    for (const [topic, kind] of [
      ['session:nobody', 'not-found'],
      ['price:1', 'invalid-input'],
      [7, 'invalid-input'],
      [undefined, 'invalid-input'],
    ] as const) {
      const answer = await watch(socket, topic);
      expect(answer.ok).to.equal(false);
      expect(answer.error.type).to.equal(`urn:kindcast:problem:${kind}`);
      expect(answer.error.title).to.match(/\.$/);
    }
    for (let at = 0; at < 20; at += 1) {
      const session = await kindcast.call('POST', '/v1/sessions', {
        title: `S${at}`,
        streamer: 'Li',
        shopIds: [village.shopId],
      });
      expect((await watch(socket, `session:${session.id}`)).ok).to.equal(true);
    }
    expect((await watch(socket, `shop:${village.shopId}`)).ok).to.equal(false);
  });

  it('is closed to pages of strangers, open to our own and to connected shops (S5)', async () => {
    const refused = await connect(kindcast.url, { origin: 'https://evil.example' }).then(
      () => false,
      () => true,
    );
    expect(refused).to.equal(true);
    for (const origin of ['http://kindcast.test', kindcast.url, `https://${village.domain}`])
      await connect(kindcast.url, { origin });
  });

  it('tells watchers of another server on the same database', async () => {
    const second = await startKindcast({ on: kindcast.testDatabase });
    try {
      const [here, there] = [await connect(), await connect(second.url)];
      const topic = `shop:${village.shopId}`;
      await Promise.all([watch(here, topic), watch(there, topic)]);
      for (const sender of [kindcast.url, second.url]) {
        const told = Promise.all([once(here as never, 'totals'), once(there as never, 'totals')]);
        await sellHoney({ url: sender });
        const [first, other] = ((await told) as Answer[][]).map(([snapshot]) => snapshot as Answer);
        expect(first).to.deep.equal(other);
      }
    } finally {
      await second.stop();
    }
  });

  it('goes on when the connection that brings the news was broken', async () => {
    const socket = await connect();
    await watch(socket, `shop:${village.shopId}`);
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kindcast feed' AND datname = current_database()`,
      ),
    );
    const told = once(socket as never, 'totals');
    await sellHoney();
    await told;
  });

  it('goes on when somebody else writes into its channel', async () => {
    const socket = await connect();
    await watch(socket, `shop:${village.shopId}`);
    for (const payload of ['nonsense', '', '{"a":1}', '[7]'])
      await kindcast.testDatabase.asOwner((owner) =>
        owner.query('SELECT pg_notify($1, $2)', ['kindcast_topics', payload]),
      );
    const told = once(socket as never, 'totals');
    await sellHoney();
    await told;
  });

  it('serves totals for caches: an ETag per state, 304 while nothing changed', async () => {
    const url = `${kindcast.url}/v1/shops/${village.shopId}/totals`;
    const first = await fetch(url);
    expect(first.headers.get('cache-control')).to.match(/^public, s-maxage=1, stale-while-revalidate=5\b/);
    const etag = first.headers.get('etag')!;
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).to.equal(304);
    await sellHoney();
    const changed = await fetch(url, { headers: { 'if-none-match': etag } });
    expect(changed.status).to.equal(200);
    expect(changed.headers.get('etag')).not.to.equal(etag);
  });
});
