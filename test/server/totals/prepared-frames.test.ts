import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { Server, type Namespace, type Socket as Joined } from 'socket.io';
import { io, type ManagerOptions, type Socket } from 'socket.io-client';
import { connectionOf, hangUp } from '../../../server/totals/feed-connection.js';
import { PreparedFrames, type News } from '../../../server/totals/prepared-frames.js';
import { openDeafScreen, type DeafScreen } from '../../support/deaf-screen.js';
import { until as waitUntil } from '../../support/until.js';

const room = 'session:a';
const slowOnes = { leftBehind: () => undefined, overfull: () => undefined };

interface Hall {
  url: string;
  live: Namespace;
  frames: PreparedFrames;
  close(): Promise<void>;
}

/** A bare Socket.IO server with our adapter, whose sockets are in the room from the start. */
async function openHall(options: object = {}): Promise<Hall> {
  const http = createServer();
  const server = new Server(http, { serveClient: false, adapter: PreparedFrames, ...options });
  const live = server.of('/live');
  live.on('connection', (socket) => {
    void socket.join(room);
    socket.on('ask', (question: unknown, ack: (answer: unknown) => void) => ack({ answer: question }));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    live,
    frames: live.adapter as PreparedFrames,
    close: () => server.close(),
  };
}

/** Of every length that a frame writes in another way, with characters of one to four bytes. */
const sizes = [0, 40, 130, 3_000, 70_000];
const news = (seq: number): News => {
  const filling = '善播 é 🍯 "quoted" \\ \n'.repeat(Math.ceil(sizes[seq % sizes.length]! / 20));
  return {
    state: { event: 'totals', json: JSON.stringify({ seq, filling }) },
    events: seq % 3 === 0 ? [{ event: 'gifts', json: JSON.stringify({ seq, gifts: [filling] }) }] : [],
  };
};

/** As the plain library would do it. */
const tellPlainly = ({ live }: Hall, { state, events }: News) => {
  for (const { event, json } of [state, ...events]) live.to(room).emit(event, JSON.parse(json));
};

type Heard = [event: string, ...args: unknown[]];

describe('frames written once', () => {
  let hall: Hall;
  const screens: Socket[] = [];
  const deafOnes: DeafScreen[] = [];
  beforeEach(async () => (hall = await openHall()));
  afterEach(async () => {
    screens.splice(0).forEach((screen) => screen.disconnect());
    deafOnes.splice(0).forEach((screen) => screen.leave());
    await hall.close();
  });

  async function open(options: Partial<ManagerOptions>, at = hall): Promise<{ screen: Socket; heard: Heard[] }> {
    const screen = io(`${at.url}/live`, { forceNew: true, reconnection: false, ...options });
    const heard: Heard[] = [];
    screen.onAny((...event: Heard) => heard.push(event));
    screens.push(screen);
    await new Promise<void>((resolve, reject) => screen.on('connect', resolve).on('connect_error', reject));
    return { screen, heard };
  }
  const until = (what: () => boolean) => waitUntil(what, 'everyone has heard it');
  const seqs = (heard: Heard[], event: string) =>
    heard.filter(([name]) => name === event).map(([, said]) => (said as { seq: number }).seq);

  const websockets: [name: string, Partial<ManagerOptions>][] = [
    ['websocket', { transports: ['websocket'] }],
    ['websocket, base64 for bytes', { transports: ['websocket'], forceBase64: true }],
  ];
  for (const [name, options] of websockets)
    it(`arrive as the library would send them, in order with what the library sends (${name})`, async () => {
      const plain = await openHall({ adapter: undefined });
      try {
        const [ours, theirs] = [await open(options), await open(options, plain)];
        const tellBoth = (seq: number) => {
          hall.frames.tell(room, news(seq), slowOnes);
          tellPlainly(plain, news(seq));
        };
        for (let seq = 1; seq <= 40; seq += 1) {
          tellBoth(seq);
          for (const { live } of [hall, plain]) {
            if (seq % 4 === 0) live.to(room).emit('session', { seq });
            if (seq % 5 === 0) live.emit('bytes', Buffer.from([1, 2, seq]));
          }
          if (seq % 7 === 0) {
            const asked = [ours, theirs].map(({ screen, heard }) =>
              screen.emitWithAck('ask', seq).then((answer) => heard.push(['answer', answer])),
            );
            await Promise.all(asked);
          }
          if (seq % 2 === 0) await sleep(1);
        }
        await until(() => theirs.heard.length > 0 && ours.heard.length >= theirs.heard.length);
        await until(() => seqs(ours.heard, 'totals').at(-1) === 40 && seqs(theirs.heard, 'totals').at(-1) === 40);
        const sent = (heard: Heard[]) => heard.filter(([event]) => event !== 'totals');
        expect(sent(ours.heard)).to.deep.equal(sent(theirs.heard));
        // A state that could not be taken at once may be left out, and then only with a later one behind it.
        expectInOrder(ours.heard, theirs.heard);
      } finally {
        await plain.close();
      }
    });

  it('are one write for each watcher, whatever is told at that moment', async () => {
    const { heard } = await open({ transports: ['websocket'] });
    const [joined] = [...hall.live.sockets.values()] as [Joined];
    await sleep(50);
    const wire = connectionOf(joined).transport.socket!._socket!;
    let writes = 0;
    const write = wire.write.bind(wire) as (...all: unknown[]) => boolean;
    wire.write = ((...all: unknown[]) => {
      writes += 1;
      return write(...all);
    }) as TcpSocket['write'];
    hall.frames.tell(room, news(3), slowOnes);
    await until(() => heard.length === 2);
    expect(writes).to.equal(1);
    expect(heard.map(([event]) => event)).to.deep.equal(['totals', 'gifts']);
  });

  it('reach those who poll through the library: every event, the last state, in order', async () => {
    const { heard } = await open({ transports: ['polling'] });
    await tellAll(60, 3);
    await until(() => seqs(heard, 'totals').at(-1) === 60 && seqs(heard, 'gifts').at(-1) === 60);
    expectGrowing(heard);
    expect(seqs(heard, 'gifts')).to.deep.equal(multiplesOfThree(60));
  });

  it('reach those who upgrade from polling to a websocket meanwhile, with nothing lost, doubled or overtaken', async () => {
    const crowd = await Promise.all(Array.from({ length: 10 }, () => open({ transports: ['polling', 'websocket'] })));
    await tellAll(100, 4);
    await until(() => crowd.every(({ heard }) => seqs(heard, 'totals').at(-1) === 100));
    for (const { screen, heard } of crowd) {
      await until(() => screen.io.engine.transport.name === 'websocket');
      expectGrowing(heard);
      expect(seqs(heard, 'gifts')).to.deep.equal(multiplesOfThree(100));
    }
  });

  it('go through the library when messages are compressed', async () => {
    const compressing = await openHall({ perMessageDeflate: { threshold: 0 } });
    try {
      const { heard } = await open({ transports: ['websocket'] }, compressing);
      const told = tellAll(30, 3, compressing);
      await told;
      await until(() => seqs(heard, 'totals').at(-1) === 30 && seqs(heard, 'gifts').at(-1) === 30);
      expectGrowing(heard);
      expect(seqs(heard, 'gifts')).to.deep.equal(multiplesOfThree(30));
    } finally {
      await compressing.close();
    }
  });

  it('are told only to those in the room, and only to those named', async () => {
    const [here, gone] = [await open({ transports: ['websocket'] }), await open({ transports: ['websocket'] })];
    const joined = hall.live.sockets.get(here.screen.id!)!;
    await hall.live.sockets.get(gone.screen.id!)!.leave(room);
    hall.frames.tell(room, news(1), slowOnes);
    hall.frames.tellSome([joined], news(2), slowOnes);
    hall.frames.tell('session:nobody', news(3), slowOnes);
    await until(() => here.heard.length === 2);
    expect(seqs(here.heard, 'totals')).to.deep.equal([1, 2]);
    expect(gone.heard).to.deep.equal([]);
  });

  it('leave a screen that does not read behind, then report it, and keep nobody else waiting (F13)', async () => {
    deafOnes.push(await openDeafScreen(hall.url));
    await until(() => hall.live.sockets.size === 1);
    const [deafOne] = [...hall.live.sockets.values()] as [Joined];
    const { heard } = await open({ transports: ['websocket'] });
    const told = { behind: 0, overfull: 0 };
    const slow = {
      leftBehind: (socket: Joined) => {
        expect(socket).to.equal(deafOne);
        told.behind += 1;
      },
      overfull: (socket: Joined) => {
        expect(socket).to.equal(deafOne);
        told.overfull += 1;
        hangUp(connectionOf(socket));
      },
    };
    let seq = 0;
    while (told.overfull === 0 && seq < 5_000) {
      seq += 1;
      const json = JSON.stringify({ seq, filling: 'x'.repeat(60_000) });
      hall.frames.tell(room, { state: { event: 'totals', json }, events: [{ event: 'gifts', json }] }, slow);
      await until(() => seqs(heard, 'gifts').at(-1) === seq);
    }
    expect(told.behind, 'left behind before').to.be.greaterThan(0);
    expect(told.overfull).to.equal(1);
    expect(seqs(heard, 'totals')).to.deep.equal(Array.from({ length: seq }, (_, at) => at + 1));
    await until(() => hall.live.sockets.size === 1);
  });

  async function tellAll(last: number, everyMs: number, at = hall): Promise<void> {
    const behind = new Set<Joined>();
    const slow = { leftBehind: (socket: Joined) => behind.add(socket), overfull: () => expect.fail('nobody is slow') };
    for (let seq = 1; seq <= last; seq += 1) {
      behind.clear();
      at.frames.tell(room, news(seq), slow);
      await sleep(everyMs);
    }
    // As the feed does: the last state for those who could not take it.
    while (behind.size > 0) {
      const still = [...behind];
      behind.clear();
      at.frames.tellSome(still, { state: news(last).state, events: [] }, slow);
      await sleep(20);
    }
  }

  const multiplesOfThree = (last: number) => Array.from({ length: Math.floor(last / 3) }, (_, at) => 3 * (at + 1));

  function expectGrowing(heard: Heard[]): void {
    for (const event of ['totals', 'gifts'])
      seqs(heard, event).forEach((seq, at, all) => at > 0 && expect(seq, event).to.be.greaterThan(all[at - 1]!));
    // Each with what was said, byte for byte.
    for (const [event, said] of heard) {
      const { seq } = said as { seq: number };
      const { state, events } = news(seq);
      expect(said).to.deep.equal(JSON.parse(event === 'totals' ? state.json : events[0]!.json));
    }
  }
});

/** Every message of `some` is one of `all`, and in the order of `all`. */
function expectInOrder(some: Heard[], all: Heard[]): void {
  let from = 0;
  const texts = all.map((heard) => JSON.stringify(heard));
  for (const heard of some) {
    const at = texts.indexOf(JSON.stringify(heard), from);
    expect(at, JSON.stringify(heard).slice(0, 60)).to.be.at.least(from);
    from = at + 1;
  }
}
