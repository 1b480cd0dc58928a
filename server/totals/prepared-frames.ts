import { Adapter } from 'socket.io-adapter';
import type { Namespace, Socket } from 'socket.io';
import { bytesWaiting, connectionOf, openWire } from './feed-connection.js';

/** One event and its argument, as JSON that was written down before. */
export interface Message {
  event: string;
  json: string;
}

/** What the watchers of a topic are told at one moment. */
export interface News {
  /** The state now. A later one replaces it, so who cannot take it now may get the next one instead. */
  state: Message;
  /** What happened; to be heard once each. */
  events: readonly Message[];
}

/** Told with news that are not kept: somebody who does not keep up. */
export interface SlowWatchers {
  /** Did not get the state, because he has not taken the last one yet. */
  leftBehind(socket: Socket): void;
  /** Has let more wait than is bearable; nothing was sent. */
  overfull(socket: Socket): void;
}

/** Bytes that may wait for one screen: a minute of a busy topic's gifts. */
export const waitingBytesMax = 256 * 1024;

/**
 * Tells a room with frames that are written once. A broadcast of the library encodes once as well, but then walks each
 * message of each watcher through four layers and a write of its own; here all messages of one moment are one buffer, and
 * one write, straight to the TCP socket of every watcher on an open, idle websocket. For all others (long polling, in the
 * middle of an upgrade, with packets still to write) the library does it, so nothing is ever overtaken.
 *
 * What a watcher receives is byte for byte what the library would send. See docs/decisions/0014-prepared-frames.md.
 */
export class PreparedFrames extends Adapter {
  /** Tells everyone in the room. */
  tell(room: string, news: News, slow: SlowWatchers): void {
    const ids = this.rooms.get(room);
    if (!ids) return;
    const sockets = (this.nsp as Namespace).sockets;
    const prepared = this.#prepare(news);
    for (const id of ids) {
      const socket = sockets.get(id);
      if (socket) tellOne(socket, prepared, slow);
    }
  }

  /** Tells only these. */
  tellSome(sockets: Iterable<Socket>, news: News, slow: SlowWatchers): void {
    const prepared = this.#prepare(news);
    for (const socket of sockets) tellOne(socket, prepared, slow);
  }

  #prepare({ state, events }: News): PreparedNews {
    const packet = ({ event, json }: Message): Packet => {
      const text = `2${this.nsp.name},[${JSON.stringify(event)},${json}]`;
      return { text, options: { preEncoded: true, wsPreEncodedFrame: [textFrame(`4${text}`)] } };
    };
    const packets = [state, ...events].map(packet);
    return {
      bytes: Buffer.concat(packets.flatMap(({ options }) => options.wsPreEncodedFrame)),
      packets,
      events: packets.slice(1),
    };
  }
}

interface PreparedNews {
  /** Everything, as websocket frames. */
  bytes: Buffer;
  packets: readonly Packet[];
  events: readonly Packet[];
}

/** As the library's own adapter prepares one. */
interface Packet {
  text: string;
  options: { preEncoded: true; wsPreEncodedFrame: readonly Buffer[] };
}

function tellOne(socket: Socket, { bytes, packets, events }: PreparedNews, slow: SlowWatchers): void {
  const connection = connectionOf(socket);
  const wire = openWire(connection);
  if (wire?.writableLength === 0) return void wire.write(bytes);
  const waiting = bytesWaiting(connection);
  if (waiting > waitingBytesMax) return slow.overfull(socket);
  if (waiting > 0) slow.leftBehind(socket);
  const { client } = socket as unknown as { client: LibraryClient };
  for (const { text, options } of waiting > 0 ? events : packets) client.writeToEngine([text], options);
}

interface LibraryClient {
  writeToEngine(encoded: readonly string[], options: Packet['options']): void;
}

/** A whole text message in one websocket frame, unmasked as a server sends it (RFC 6455, 5.2). */
function textFrame(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  const head = bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafeSlow(head + bytes);
  frame[0] = 0x81;
  if (head === 2) frame[1] = bytes;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(bytes, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(bytes), 2);
  }
  frame.write(text, head);
  return frame;
}
