import { expect } from 'chai';
import { io, type Socket } from 'socket.io-client';
import { overlaysChannel } from '../../server/live/overlay-keys.js';
import { TopicMemory } from '../../server/totals/topic-memory.js';
import { operatorKey, startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { until } from '../support/until.js';
import { booksBalance, settle, type Village } from '../support/village.js';

interface Overlay {
  socket: Socket;
  tests: Answer[];
  gone: Answer[];
  ended: string[];
  /** Why it was not let in. */
  refused: Answer[];
}

const keyOf = ({ overlayUrl }: { overlayUrl: string }) => overlayUrl.split('/').at(-1)!;

describe('the secret link of an overlay', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let other: Kindcast;
  let village: Village;
  const sockets: Socket[] = [];
  before(async () => {
    kindcast = await startKindcast();
    other = await startKindcast({ on: kindcast.testDatabase });
  });
  beforeEach(async () => (village = await settle(kindcast.url)));
  afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
  after(async () => {
    await other.stop();
    await kindcast.stop();
  });

  const post = (what: string, { url = kindcast.url, key = keyOf(village.session), headers = {} } = {}) =>
    fetch(`${url}/overlay/${key}/${what}`, { method: 'POST', headers });

  /** Comes as an overlay does; settles once it is let in or refused. */
  async function come(url: string, overlay?: unknown): Promise<Overlay> {
    const socket = io(`${url}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(overlay !== undefined && { auth: { overlay } }),
    });
    sockets.push(socket);
    const come: Overlay = { socket, tests: [], gone: [], ended: [], refused: [] };
    socket.on('test-gift', (message) => come.tests.push(message));
    socket.on('overlay-gone', (message) => come.gone.push(message));
    socket.on('disconnect', (why) => come.ended.push(why));
    socket.on('connect_error', (error: Error & { data?: unknown }) => come.refused.push(error.data ?? error.message));
    await until(() => socket.connected || come.refused.length > 0, 'it is let in or refused');
    return come;
  }

  it('lets a test gift through to those who came by it, on every server, and to nobody else', async () => {
    const key = keyOf(village.session);
    const stranger = await settle(kindcast.url);
    const overlays = await Promise.all([come(kindcast.url, key), come(other.url, key)]);
    const others = await Promise.all([come(kindcast.url), come(other.url, keyOf(stranger.session))]);
    for (const { socket } of [...overlays, ...others])
      await socket.timeout(5_000).emitWithAck('watch', { topic: `session:${village.session.id}` });
    const before = await kindcast.call('GET', `/v1/sessions/${village.session.id}/totals`);

    expect((await post('test-gift')).status).to.equal(204);
    await until(() => overlays.every(({ tests }) => tests.length === 1), 'both overlays hear of it');
    const [message] = overlays[0]!.tests;
    expect(message).to.deep.include({ topic: `session:${village.session.id}`, test: true });
    expect(message.gift).to.deep.include({ change: 'pledged', amount: { amount: '8.88', currency: 'CNY' } });
    expect(Object.keys(message.gift).sort()).to.deep.equal(['amount', 'at', 'change', 'item', 'projectId']);
    for (const { tests } of others) expect(tests).to.deep.equal([]);

    expect(await kindcast.call('GET', `/v1/sessions/${village.session.id}/totals`)).to.deep.equal(before);
    expect((await kindcast.call('GET', `/v1/sessions/${village.session.id}/gifts`)).gifts).to.deep.equal([]);
    const { rows } = await kindcast.testDatabase.pool.query('SELECT count(*)::int AS transfers FROM transfers');
    expect(rows).to.deep.equal([{ transfers: 0 }]);
    await booksBalance(kindcast.url);
  });

  it('takes one test gift a second', async () => {
    const answers = await Promise.all([post('test-gift'), post('test-gift'), post('test-gift')]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([204, 503, 503]);
    const slow = answers.find(({ status }) => status === 503)!;
    expect(slow.headers.get('retry-after')).to.equal('1');
    expect((await slow.json()).title).to.equal('One test gift a second is enough; try again in a moment.');
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await post('test-gift')).status).to.equal(204);
  });

  it('stops at once when it is replaced: sockets of every server are hung up on and told why (S5)', async () => {
    const key = keyOf(village.session);
    const [here, there, viewer] = await Promise.all([come(kindcast.url, key), come(other.url, key), come(other.url)]);
    const answer = await post('revoke');
    expect(answer.status).to.equal(200);
    const made = (await answer.json()) as { overlayUrl: string; studioUrl: string };
    expect(made.studioUrl).to.equal(`${made.overlayUrl}/studio`);
    const newKey = keyOf(made);
    expect(newKey)
      .to.match(/^[0-9a-z]{26}$/)
      .and.not.equal(key);

    await until(() => !here.socket.connected && !there.socket.connected, 'both are hung up on');
    for (const { gone, ended } of [here, there]) {
      expect(ended).to.deep.equal(['io server disconnect']);
      expect(gone[0].title).to.contain('This overlay link was replaced');
    }
    expect(viewer.socket.connected).to.equal(true);

    for (const { url } of [kindcast, other]) {
      const late = await come(url, key);
      expect(late.socket.connected).to.equal(false);
      expect(late.refused[0]).to.include({ type: 'urn:kindcast:problem:not-found' });
      expect((await fetch(`${url}/overlay/${key}`)).status).to.equal(404);
      expect((await fetch(`${url}/overlay/${key}/studio`)).status).to.equal(404);
      expect((await fetch(`${url}/overlay/${key}/session-qr.png`)).status).to.equal(404);
      expect((await post('test-gift', { url, key })).status).to.equal(404);
      expect((await post('revoke', { url, key })).status).to.equal(404);
      expect((await come(url, newKey)).socket.connected).to.equal(true);
      expect((await fetch(`${url}/overlay/${newKey}/studio`)).status).to.equal(200);
    }
  });

  it('does not give its successor away to whoever sends the request again that replaced it', async () => {
    const headers = { 'idempotency-key': 'again' };
    expect((await post('revoke', { headers })).status).to.equal(200);
    const again = await post('revoke', { headers });
    expect(again.status).to.equal(404);
    expect(await again.text()).not.to.contain('/overlay/');
    const { rows } = await kindcast.testDatabase.pool.query('SELECT FROM idempotency_keys');
    expect(rows).to.deep.equal([]);
  });

  it("takes no Idempotency-Key of the operator's away, nor makes every topic be read again", async () => {
    const headers = { 'idempotency-key': 'one-for-all' };
    const { touchAll } = TopicMemory.prototype;
    let touched = 0;
    TopicMemory.prototype.touchAll = function () {
      touched += 1;
      touchAll.call(this);
    };
    try {
      expect((await post('test-gift', { headers })).status).to.equal(204);
      expect(touched).to.equal(0);
      const answer = await fetch(`${kindcast.url}/v1/charities`, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${operatorKey}`, 'content-type': 'application/json' },
        body: '{"name":"A"}',
      });
      expect(answer.status).to.equal(201);
      expect(touched).to.equal(1);
    } finally {
      TopicMemory.prototype.touchAll = touchAll;
    }
  });

  it('leaves alone who came by the new one before the news of it', async () => {
    const made = (await (await post('revoke')).json()) as { overlayUrl: string };
    const overlay = await come(other.url, keyOf(made));
    // The news again, as if it had been late.
    await kindcast.testDatabase.pool.query('SELECT pg_notify($1, $2)', [
      overlaysChannel,
      JSON.stringify({ kind: 'key-replaced', sessionId: village.session.id }),
    ]);
    await post('test-gift', { key: keyOf(made) });
    await until(() => overlay.tests.length === 1, 'it still hears');
    expect(overlay.ended).to.deep.equal([]);
  });

  it('is replaced by the operator, too, and by nobody without his key', async () => {
    const path = `/v1/sessions/${village.session.id}/overlay-key`;
    const overlay = await come(other.url, keyOf(village.session));
    expect((await fetch(kindcast.url + path, { method: 'POST' })).status).to.equal(401);
    const session = await kindcast.call('POST', path, {});
    expect(session).to.include({ id: village.session.id, studioUrl: `${session.overlayUrl}/studio` });
    expect(keyOf(session)).not.to.equal(keyOf(village.session));
    expect(session.token).to.equal(village.session.token);
    await until(() => !overlay.socket.connected, 'the overlay is hung up on');
    await kindcast.call('POST', '/v1/sessions/nobody/overlay-key', {}, 404);
  });

  it('finds out after the database was away that a link was replaced meanwhile', async () => {
    const overlay = await come(kindcast.url, keyOf(village.session));
    // Without a word to the servers, as if it had been said while none of them could hear.
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query('UPDATE sessions SET overlay_key = $1 WHERE id = $2', ['y'.repeat(26), village.session.id]),
    );
    await kindcast.testDatabase.whileAway(async () => undefined);
    await until(() => !overlay.socket.connected, 'it is hung up on');
    expect(overlay.gone).to.have.length(1);
  });

  it('refuses what is no link, and pages of others, without asking the database', async () => {
    await kindcast.testDatabase.whileAway(async () => {
      for (const what of ['test-gift', 'revoke']) {
        expect((await post(what, { key: 'garbage' })).status).to.equal(404);
        expect((await post(what, { headers: { origin: 'https://elsewhere.test' } })).status).to.equal(403);
        expect((await post(what)).status).to.equal(503);
      }
    });
  });

  for (const [name, headers, status] of [
    ['a page of another site', { origin: 'https://elsewhere.test', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of a sister site', { origin: 'https://a.kindcast.test', 'sec-fetch-site': 'same-site' }, 403],
    ['a page of another site in an old browser', { origin: 'https://elsewhere.test' }, 403],
    ['a form that hides where it is from', { origin: 'null' }, 403],
    ['our own page', { origin: 'http://kindcast.test', 'sec-fetch-site': 'same-origin' }, 204],
    ['our own page in an old browser', { origin: 'http://kindcast.test' }, 204],
    ['a program', {}, 204],
  ] as const)
    it(`answers ${status} to ${name}`, async () => {
      expect((await post('test-gift', { headers })).status).to.equal(status);
      if (status === 403) expect((await post('revoke', { headers })).status).to.equal(403);
    });

  for (const wrong of [
    'nobody',
    '',
    'z'.repeat(26),
    'Z'.repeat(26),
    '%00',
    `${'z'.repeat(26)}'--`,
    { key: 1 },
    null,
    7,
  ])
    it(`is no link: ${JSON.stringify(wrong)}`, async () => {
      const overlay = await come(kindcast.url, wrong);
      expect(overlay.refused[0]).to.include({ type: 'urn:kindcast:problem:not-found' });
      if (typeof wrong !== 'string' || wrong === '') return;
      for (const what of ['test-gift', 'revoke'])
        expect((await post(what, { key: encodeURIComponent(wrong) })).status).to.equal(404);
      expect((await fetch(`${kindcast.url}/overlay/${encodeURIComponent(wrong)}/studio`)).status).to.be.oneOf([
        400, 404,
      ]);
    });
});
