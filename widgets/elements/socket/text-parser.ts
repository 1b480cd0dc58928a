// Takes the place of socket.io-parser in the elements' bundle: the same packets of Socket.IO protocol 5, without those that
// carry binary attachments, which the feed never sends. https://socket.io/docs/v4/socket-io-protocol/

interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

export const protocol = 5;

export enum PacketType {
  CONNECT,
  DISCONNECT,
  EVENT,
  ACK,
  CONNECT_ERROR,
}

export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const place = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${place}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

/** Has one listener, the manager it belongs to. */
export class Decoder {
  #listener: ((packet: Packet) => void) | undefined;

  on(_event: 'decoded', listener: (packet: Packet) => void): void {
    this.#listener = listener;
  }

  off(): void {
    this.#listener = undefined;
  }

  /** @throws Error for anything but a text packet of the protocol; the manager then sets up the connection again */
  add(text: unknown): void {
    const [, type, nsp = '/', id, json] = /^([0-4])(?:(\/[^,]*),?)?(\d*)(.*)$/s.exec(String(text)) ?? [];
    if (type === undefined) throw new Error('not a packet');
    const packet: Packet = { type: parseInt(type, 10), nsp };
    if (id) packet.id = parseInt(id, 10);
    if (json) packet.data = JSON.parse(json);
    const isList = packet.type === PacketType.EVENT || packet.type === PacketType.ACK;
    if (isList !== Array.isArray(packet.data)) throw new Error('not a packet');
    this.#listener?.(packet);
  }

  destroy(): void {}
}
