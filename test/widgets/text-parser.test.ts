import { expect } from 'chai';
import { decodePacket as decodeOfficial, encodePacket as encodeOfficial, type Packet } from 'engine.io-parser';
import { Decoder as OfficialDecoder, Encoder as OfficialEncoder } from 'socket.io-parser';
import { Decoder, Encoder } from '../../widgets/elements/socket/text-parser.js';
import { decodePacket, encodePacket } from '../../widgets/elements/socket/text-packets.js';

/** What travels between an element and the feed, in both directions. */
const packets = [
  { type: 0, nsp: '/live' },
  { type: 0, nsp: '/live', data: { sid: 'abc', pid: 'def' } },
  { type: 1, nsp: '/live' },
  { type: 2, nsp: '/live', data: ['watch', { topic: 'session:a1' }], id: 0 },
  { type: 2, nsp: '/live', data: ['unwatch', { topic: 'session:a1' }] },
  { type: 2, nsp: '/live', data: ['totals', { topic: 'shop:1', title: '山里, [1]\n{"a":2} /live,3' }] },
  { type: 3, nsp: '/live', data: [{ ok: true }], id: 1234 },
  { type: 4, nsp: '/live', data: { message: 'no' } },
  { type: 2, nsp: '/', data: ['totals', 12] },
];

describe('the packets of the elements', () => {
  it('are those of Socket.IO', () => {
    for (const packet of packets) {
      const text = new Encoder().encode(packet)[0]!;
      expect(text).to.equal(new OfficialEncoder().encode(packet as never)[0]);
      const heard: unknown[] = [];
      const [ours, official] = [new Decoder(), new OfficialDecoder()];
      ours.on('decoded', (decoded) => heard.push(decoded));
      official.on('decoded', (decoded) => heard.push(decoded));
      ours.add(text);
      official.add(text);
      expect(heard).to.have.length(2);
      expect(heard[0]).to.deep.equal(heard[1]);
    }
  });

  it('are refused where they are none', () => {
    for (const text of ['', '9', '5["binary"]', '2/live,{"no":"list"}', '2/live,["half', new ArrayBuffer(2)])
      expect(() => new Decoder().add(text), String(text)).to.throw();
  });

  it('are those of Engine.IO', () => {
    for (const type of ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'] as const)
      for (const data of [undefined, '2/live,["totals",{"a":"b\n"}]']) {
        const packet = (data === undefined ? { type } : { type, data }) as Packet & { data?: string };
        let official: unknown;
        encodeOfficial(packet, true, (text) => (official = text));
        encodePacket(packet, true, (text) => expect(text).to.equal(official));
        expect(decodePacket(official)).to.deep.equal(decodeOfficial(official as string, 'arraybuffer'));
      }
    expect(decodePacket('x')).to.deep.equal(decodeOfficial('x', 'arraybuffer'));
    expect(decodePacket(new ArrayBuffer(2)).type).to.equal('error');
  });
});
