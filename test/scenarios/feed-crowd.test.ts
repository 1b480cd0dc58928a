import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { io, type Socket } from 'socket.io-client';
import { openDeafScreen, type DeafScreen } from '../support/deaf-screen.js';
import { sell } from '../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { until } from '../support/until.js';
import { setRule, settle, type Village } from '../support/village.js';

describe('a crowd at the feed', () => {
  let kindcast: Kindcast;
  let village: Village;
  const sockets: Socket[] = [];
  const deafOnes: DeafScreen[] = [];
  before(async () => {
    kindcast = await startKindcast({ settings: { proxies: 1, watchersPerAddress: 3 } });
    // Long names, so that an answer has some 30 KB.
    const projects = Array.from({ length: 20 }, (_, at) => `${at} ${'乡村学校的热午餐'.repeat(20)}`);
    village = await settle(kindcast.url, { projects });
    await setRule(village, 101, '10%', Object.fromEntries(projects.map((title) => [title, 1])));
  });
  afterEach(() => {
    sockets.splice(0).forEach((socket) => socket.disconnect());
    deafOnes.splice(0).forEach((screen) => screen.leave());
  });
  after(() => kindcast.stop());

  const figure = async (name: string) => {
    const text = await (await fetch(`${kindcast.url}/metrics`)).text();
    const line = text.split('\n').find((each) => each.startsWith(`${name} `) || each.startsWith(`${name}{`));
    return line === undefined ? 0 : parseInt(line.slice(line.lastIndexOf(' ')), 10);
  };
  async function watch(topic: string): Promise<{ socket: Socket; latest: () => Answer }> {
    const socket = io(`${kindcast.url}/live`, { transports: ['websocket'], reconnection: false, forceNew: true });
    sockets.push(socket);
    const answer = await socket.timeout(10_000).emitWithAck('watch', { topic });
    let latest = answer.snapshot as Answer;
    socket.on('totals', (next: Answer) => (latest = next));
    return { socket, latest: () => latest };
  }

  describe('from one address', () => {
    const knock = (forwardedFor: string) =>
      fetch(`${kindcast.url}/socket.io/?EIO=4&transport=polling`, { headers: { 'x-forwarded-for': forwardedFor } });

    it('has room for as many as set, whatever it says of itself; a household counts as one', async () => {
      for (const [says, expected] of [
        ['203.0.113.7', 200],
        ['203.0.113.7', 200],
        // Only what our own proxy added is believed.
        ['198.51.100.1, 203.0.113.7', 200],
        ['198.51.100.2, 203.0.113.7', 403],
        ['::ffff:203.0.113.7', 403],
        ['203.0.113.8', 200],
        ['2001:db8:0:7::1', 200],
        ['2001:db8::7:1:2:3:4', 200],
        ['2001:0db8:0000:0007:ffff::', 200],
        ['2001:db8:0:7::2', 403],
        ['2001:db8:0:8::1', 200],
      ] as const) {
        const answer = await knock(says);
        expect(answer.status, says).to.equal(expected);
        if (expected === 403)
          expect(((await answer.json()) as Answer).message).to.equal(
            'Too many screens at your address are watching already.',
          );
      }
      expect(await figure('kindcast_feed_refused_total{reason="address"}')).to.equal(3);
    });

    it('is not let in beyond that when all come in the same moment, and has room again when some have left', async () => {
      const come = (count: number) => Promise.all(Array.from({ length: count }, () => knock('192.0.2.1')));
      const opened = (await come(12)).filter(({ status }) => status === 200);
      const sids = await Promise.all(
        opened.map(async (answer) => (JSON.parse((await answer.text()).slice(1)) as Answer).sid as string),
      );
      // Who was let in at the door but found no seat is gone again.
      const at = (sid: string) => `${kindcast.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`;
      const say = (sid: string, text: string) =>
        fetch(at(sid), { method: 'POST', body: text, headers: { 'content-type': 'text/plain' } });
      const seated = (await Promise.all(sids.map((sid) => say(sid, '40/live,').then(({ ok }) => ok && sid)))).filter(
        (sid) => sid !== false,
      );
      expect(seated).to.have.length(3);
      await Promise.all(seated.map((sid) => say(sid, '1')));
      await until(async () => (await knock('192.0.2.1')).status === 200, 'there is room again for the address');
    });
  });

  it('hears the newest state when it listens again, though nothing more happens, and every gift', async () => {
    const topic = `session:${village.session.id}`;
    await sell(village);
    const slow = await openPoller(kindcast.url);
    await slow.say('40/live,');
    await slow.say(`42/live,0["watch",{"topic":"${topic}"}]`);
    while (!(await slow.poll()).some((packet) => packet.startsWith('43/live,0[{"ok":true')));
    const { latest } = await watch(topic);
    const orders = latest().totals[0].orders as number;
    const skipped = await figure('kindcast_feed_skipped_total');
    for (let order = 1; order <= 4; order += 1) {
      await sell(village);
      await until(() => latest().totals[0].orders === orders + order, 'who reads hears of the order');
    }
    expect(await figure('kindcast_feed_skipped_total')).to.be.greaterThan(skipped);
    const heard: Answer[] = [];
    while (heard.at(-1)?.totals[0].orders !== orders + 4) {
      const packets = await slow.poll();
      heard.push(
        ...packets
          .filter((packet) => packet.startsWith('42/live,["totals"'))
          .map((packet) => JSON.parse(packet.slice(8))[1]),
      );
      for (const packet of packets)
        if (packet.startsWith('42/live,["gifts"')) slow.gifts += JSON.parse(packet.slice(8))[1].gifts.length;
    }
    expect(heard.length).to.be.lessThan(4);
    expect(slow.gifts).to.equal(4 * 20);
    await slow.say('1');
  });

  it('that asks and never reads is hung up on, and those who read go on hearing (F13)', async () => {
    const topic = `session:${village.session.id}`;
    for (let order = 0; order < 25; order += 1) await sell(village);
    const { latest } = await watch(topic);
    let { orders } = latest().totals[0];
    const before = await figure('kindcast_feed_evicted_total{reason="does-not-read"}');
    deafOnes.push(...(await Promise.all(Array.from({ length: 3 }, () => openDeafScreen(kindcast.url)))));
    let asked = 0;
    await until(async () => {
      for (const screen of deafOnes)
        for (let times = 0; times < 18 && !screen.gone(); times += 1)
          screen.say(`2/live,${(asked += 1)}["watch",{"topic":"${topic}"}]`);
      await sleep(200);
      await sell(village);
      orders += 1;
      await until(() => latest().totals[0].orders === orders, 'who reads hears of the order');
      return deafOnes.every((screen) => screen.gone());
    }, 'who never reads is hung up on');
    expect((await figure('kindcast_feed_evicted_total{reason="does-not-read"}')) - before).to.equal(3);
  });

  it('of 200 that never read what they are told does not slow down one who does (F13)', async () => {
    const topic = `session:${village.session.id}`;
    deafOnes.push(...(await Promise.all(Array.from({ length: 200 }, () => openDeafScreen(kindcast.url)))));
    for (const screen of deafOnes) screen.say(`2/live,0["watch",{"topic":"${topic}"}]`);
    const { latest } = await watch(topic);
    await until(async () => (await figure('kindcast_feed_watchers')) >= 201, 'all are here');
    const orders = latest().totals[0].orders as number;
    for (let order = 1; order <= 20; order += 1) {
      await sell(village);
      await until(() => latest().totals[0].orders === orders + order, 'who reads hears of the order');
    }
  });
});

/** A screen that fetches its news by hand, when it likes. */
async function openPoller(url: string) {
  const address = `${url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(address)).text();
  const at = `${address}&sid=${(JSON.parse(opened.slice(1)) as Answer).sid}`;
  return {
    gifts: 0,
    say: (packet: string) => fetch(at, { method: 'POST', body: packet, headers: { 'content-type': 'text/plain' } }),
    poll: async () => (await (await fetch(at)).text()).split('\x1e'),
  };
}
