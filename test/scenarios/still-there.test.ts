import { expect } from 'chai';
import { io, type Socket } from 'socket.io-client';
import { until } from '../support/until.js';
import { sell } from '../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { setRule, settle, type Village } from '../support/village.js';

describe('a quiet topic', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  const sockets: Socket[] = [];
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 3, well: 2 });
  });
  afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
  after(() => kindcast.stop());

  const topic = () => `session:${village.session.id}`;

  /** A watcher that keeps all it hears, by the event's name. */
  async function watcher() {
    const socket = io(`${kindcast.url}/live`, { transports: ['websocket'], forceNew: true, reconnection: false });
    sockets.push(socket);
    const heard: Record<'totals' | 'gifts' | 'still', Answer[]> = { totals: [], gifts: [], still: [] };
    for (const [name, list] of Object.entries(heard)) socket.on(name, (message: Answer) => list.push(message));
    const { snapshot, ok } = await socket.timeout(5_000).emitWithAck('watch', { topic: topic() });
    expect(ok).to.equal(true);
    return { socket, heard, snapshot };
  }

  it('is mentioned with how far it is, tells which gifts came before, and is not vouched for while the database is away', async () => {
    const { socket, heard, snapshot } = await watcher();
    await until(() => heard.still.length > 0, 'it is mentioned before anything was given');
    expect(heard.still[0]).to.deep.equal({ topic: topic(), seq: snapshot.seq, giftsSeq: 0 });

    for (let sold = 1; sold <= 3; sold += 1) {
      await sell(village);
      await until(() => heard.gifts.length === sold, 'the gifts are told');
    }
    for (const at of [1, 2]) expect(heard.gifts[at].after, 'no gap').to.equal(heard.gifts[at - 1].seq);

    // Totals that bring no gifts leave the gifts' number where it was.
    await kindcast.call('POST', `/v1/sessions/${village.session.id}/end`);
    const { seq } = await kindcast.call('GET', `/v1/sessions/${village.session.id}/totals`);
    await until(() => heard.still.at(-1)?.seq === seq, 'it is mentioned as ended');
    expect(heard.still.at(-1).giftsSeq).to.equal(heard.gifts[2].seq).and.lessThan(seq);

    let mentioned = 0;
    await kindcast.testDatabase.whileAway(async () => {
      mentioned = heard.still.length;
      await new Promise((resolve) => setTimeout(resolve, 5_500));
      expect(heard.still.length, 'mentioned though nobody could know').to.equal(mentioned);
      const { ok, error } = await socket.timeout(5_000).emitWithAck('watch', { topic: topic() });
      expect({ ok, type: error?.type }).to.deep.equal({ ok: false, type: 'urn:kindcast:problem:database-away' });
    });
    await until(() => heard.still.length > mentioned, 'it is mentioned again', 20_000);
  });
});
