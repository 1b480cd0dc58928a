import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { io, type Socket } from 'socket.io-client';
import { shopifyOrder } from '../../server/demo/shopify-order.js';
import { signShopify } from '../../server/demo/deliver-webhook.js';
import { connectBarely, hangUpAll, webhookHead } from '../support/bare-connection.js';
import { until } from '../support/until.js';
import { operatorKey, startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, givenByProject, send, setRule, settle, type Village } from '../support/village.js';

describe('a sender without manners', () => {
  let kindcast: Kindcast;
  let village: Village;
  let orderId = 70_000;
  before(async () => {
    kindcast = await startKindcast();
  });
  after(() => kindcast.stop());
  beforeEach(async () => {
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
  });
  afterEach(() => hangUpAll());

  const order = () =>
    shopifyOrder({
      id: (orderId += 1),
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: new Date(),
      financialStatus: 'paid',
      lines: [{ productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 1 }],
    });
  const given = async () => (await givenByProject(village))['school-lunch'];
  const apiHead = (...headers: string[]) =>
    [
      'POST /v1/charities HTTP/1.1',
      'Host: kindcast.test',
      `Authorization: Bearer ${operatorKey}`,
      ...headers,
      '',
      '',
    ].join('\r\n');
  const signed = (body: Buffer) => [
    'X-Shopify-Topic: orders/paid',
    `X-Shopify-Shop-Domain: ${village.domain}`,
    `X-Shopify-Hmac-Sha256: ${signShopify(body, village.secret)}`,
    `X-Shopify-Webhook-Id: ${randomUUID()}`,
  ];
  const post = async (body: string, more: Record<string, string> = {}) => {
    const response = await fetch(`${kindcast.url}/v1/charities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operatorKey}`, 'content-type': 'application/json', ...more },
      body,
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };

  describe('with a body that is too large', () => {
    for (const [where, head] of [
      ['a webhook', webhookHead],
      ['the API', apiHead],
    ] as const) {
      it(`is refused before the first byte of it, at ${where}`, async () => {
        const sender = await connectBarely(kindcast.url, head('Content-Length: 9000000000'));
        await until(sender.heard, 'he is answered');
        expect(sender.heard())
          .to.match(/^HTTP\/1\.1 413 /)
          .and.include('The body is larger than this address accepts.');
      });

      it(`is not told to go on when he asks first, at ${where}`, async () => {
        const sender = await connectBarely(kindcast.url, head('Content-Length: 3000000', 'Expect: 100-continue'));
        await until(sender.heard, 'he is answered');
        expect(sender.heard()).to.match(/^HTTP\/1\.1 413 /);
      });

      it(`that never ends is answered as soon as it is too large, and cut off soon after, at ${where}`, async () => {
        const sender = await connectBarely(kindcast.url, head('Transfer-Encoding: chunked'));
        const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
        let pieces = 0;
        while (!sender.isClosed()) {
          sender.say(piece);
          pieces += 1;
          if (sender.heard()) await Promise.race([sleep(100), sender.closed]);
          else await sleep(1);
        }
        expect(sender.heard()).to.match(/^HTTP\/1\.1 413 /);
        expect(pieces, 'pieces of 64 KiB').to.be.lessThan(400);
      });
    }
  });

  it('who asks before he sends is told to go on, and counted', async () => {
    const body = Buffer.from(JSON.stringify(order()));
    const head = webhookHead(...signed(body), `Content-Length: ${body.length}`, 'Expect: 100-continue');
    const sender = await connectBarely(kindcast.url, head);
    await until(() => sender.heard() === 'HTTP/1.1 100 Continue\r\n\r\n', 'he is told to go on');
    sender.say(body);
    await until(() => sender.heard().includes('{"outcome":"counted"}'), 'his order is counted');
  });

  it('who sends his order byte by byte is counted', async () => {
    const body = Buffer.from(JSON.stringify(order()));
    const pieces = [...body].map((byte) => Buffer.from(`1\r\n${String.fromCharCode(byte)}\r\n`, 'latin1'));
    const sender = await connectBarely(kindcast.url, webhookHead(...signed(body), 'Transfer-Encoding: chunked'));
    sender.say(Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]));
    await until(sender.heard, 'he is answered');
    expect(sender.heard()).to.include('{"outcome":"counted"}');
    expect(await given()).to.equal('5.00');
  });

  it('who sends a hundred orders without waiting has the first answered in order, and then has to wait', async () => {
    const bodies = Array.from({ length: 100 }, () => Buffer.from(JSON.stringify(order())));
    const sender = await connectBarely(kindcast.url);
    sender.say(
      Buffer.concat(
        bodies.flatMap((body) => [Buffer.from(webhookHead(...signed(body), `Content-Length: ${body.length}`)), body]),
      ),
    );
    await sender.closed;
    const answers = sender.heard().split(/(?=HTTP\/1\.1 )/);
    const last = answers.pop();
    expect(last)
      .to.match(/^HTTP\/1\.1 503 /)
      .and.include('Wait for answers before sending more;');
    expect(answers).to.have.length.at.least(8);
    for (const answer of answers) expect(answer).to.include('{"outcome":"counted"}');
    expect(await given()).to.equal(`${answers.length * 5}.00`);
  });

  it('who speaks no HTTP, or with headers without end, is told so', async () => {
    for (const [said, status] of [
      ['Good morning\r\n\r\n', '400'],
      [`GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(20_000)}`, '431'],
      [webhookHead('Content-Length: 5', 'Transfer-Encoding: chunked'), '400'],
      [webhookHead('Transfer-Encoding: chunked') + `1;${'x'.repeat(40_000)}`, '413'],
    ] as const) {
      const sender = await connectBarely(kindcast.url, said);
      await sender.closed;
      expect(sender.heard(), said.slice(0, 80))
        .to.match(new RegExp(`^HTTP/1\\.1 ${status} `))
        .and.match(/"title":"[^"]+\."/);
    }
  });

  describe('with JSON that is meant to hurt', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

    for (const [what, text, reason] of [
      ['100 levels', deep(100), /^body cannot be read/],
      ['a million levels', deep(1_000_000), /^body has more than 150000 values/],
      ['two million brackets that never close', '['.repeat(2_000_000), /^body has more than 150000 values/],
      ['60,000 levels', deep(60_000), /^body cannot be read/],
      ['a million lines', `{"line_items":[0${',0'.repeat(900_000)}]}`, /^body has more than 150000 values/],
      ['600,000 refunds', `{"refunds":[{}${',{}'.repeat(600_000)}]}`, /^body has more than 150000 values/],
    ] as const)
      it(`of ${what} gets a dead letter that says why`, async () => {
        expect((await send(village, 'orders/paid', Buffer.from(text))).body).to.deep.equal({ outcome: 'dead-letter' });
        const { items } = await kindcast.call('GET', '/v1/dead-letters?limit=1');
        expect(items[0].reason).to.match(reason);
      });

    it('within an order that is in order does not keep it from counting', async () => {
      const text = JSON.stringify(order()).replace(/}$/, '');
      const more = `,"__proto__":{"test":true,"cancelled_at":"x"},"constructor":{"prototype":{"test":true}},"note":${deep(100)}}`;
      expect((await send(village, 'orders/paid', Buffer.from(text + more))).body.outcome).to.equal('counted');
      expect(await given()).to.equal('5.00');
      expect(({} as Answer).test, 'no prototype was touched').to.equal(undefined);
      await booksBalance(kindcast.url);
    });

    it('is refused by the API with a sentence, also under an Idempotency-Key', async () => {
      for (const [body, says] of [
        [deep(100), 'The body is nested more than 32 levels deep.'],
        [deep(100_000), 'The body is nested more than 32 levels deep.'],
        [`{"name":"a","country":${deep(100_000)}}`, 'The body is nested more than 32 levels deep.'],
        ['['.repeat(200_000), 'The body is not valid JSON.'],
        ['{"name":"a","__proto__":{"country":"CN"}}', '__proto__ is not a known field; leave it out.'],
      ] as const) {
        const answer = await post(body, { 'idempotency-key': randomUUID() });
        expect(answer.status, body.slice(0, 80)).to.equal(400);
        expect(answer.body.title).to.include(says);
      }
    });

    it('is not mistaken for deep because its texts hold brackets', async () => {
      const name = `${'["\\'.repeat(40)} 乡村午餐`;
      expect((await post(JSON.stringify({ name }))).body.name).to.equal(name);
    });

    it('of thousands of wrong fields hears of the first twenty', async () => {
      const { status, body } = await post(
        JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field${at}`, 0]))),
      );
      expect(status).to.equal(400);
      expect(body.title).to.match(/\(and 10000 more\)\.$/);
      expect(body.errors).to.have.length(20);
    });
  });

  describe('at the feed (S6)', () => {
    const sockets: Socket[] = [];
    const screen = async (transports: ('websocket' | 'polling')[] = ['websocket']) => {
      const socket = io(`${kindcast.url}/live`, { transports, forceNew: true, reconnection: false });
      sockets.push(socket);
      await until(() => socket.connected, 'it is connected');
      return socket;
    };
    afterEach(() => {
      for (const socket of sockets.splice(0)) socket.close();
    });
    const watches = async (socket: Socket) =>
      (await socket.timeout(5_000).emitWithAck('watch', { topic: `session:${village.session.id}` })).ok as boolean;

    for (const transport of ['websocket', 'polling'] as const)
      it(`with frames without end is hung up on, others are not (${transport})`, async () => {
        const [quiet, loud] = [await screen(), await screen([transport])];
        await until(() => {
          for (let frames = 0; frames < 1_000; frames += 1) loud.emit('unwatch', { topic: 'session:x' });
          return !loud.connected;
        }, 'the flood is cut off');
        expect(await watches(quiet)).to.equal(true);
      });

    for (const transport of ['websocket', 'polling'] as const)
      it(`with a frame of 2 MB is hung up on (${transport})`, async () => {
        const [quiet, loud] = [await screen(), await screen([transport])];
        loud.emit('watch', { topic: 'x'.repeat(2_000_000) });
        await until(() => !loud.connected, 'the frame is too large');
        expect(await watches(quiet)).to.equal(true);
      });

    it('but a screen that watches its twenty topics at once is served', async () => {
      const busy = await screen();
      const answers = await Promise.all(Array.from({ length: 40 }, () => watches(busy)));
      expect(answers).to.not.include(false);
    });
  });
});
