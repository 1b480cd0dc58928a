// Takes the place of engine.io-parser in the elements' bundle: the packets of Engine.IO protocol 4 as text, which is all that
// the feed sends over a websocket. https://socket.io/docs/v4/engine-io-protocol/

interface Packet {
  type: string;
  data?: string;
}

export const protocol = 4;

const types = ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'];

export function encodePacket({ type, data = '' }: Packet, _binary: boolean, sent: (text: string) => void): void {
  sent(types.indexOf(type) + data);
}

export function decodePacket(text: unknown): Packet {
  const [, digit, data] = typeof text === 'string' ? (/^([0-6])(.*)$/s.exec(text) ?? []) : [];
  if (digit === undefined) return { type: 'error', data: 'parser error' };
  const type = types[parseInt(digit, 10)]!;
  return data ? { type, data } : { type };
}
