import type { IncomingMessage } from 'node:http';
import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';

/**
 * What is used of Engine.IO's own socket and of the `ws` below it. Socket.IO does not pass on the types, and half of it is
 * not meant for others: look here first when one of the three is updated (docs/decisions/0014-prepared-frames.md).
 */
export interface FeedConnection {
  readonly readyState: 'opening' | 'open' | 'closing' | 'closed';
  readonly upgrading: boolean;
  readonly transport: Transport;
  /** Packets that wait until the transport can take more. */
  readonly writeBuffer: readonly { data?: unknown }[];
  /** The handshake; not needed once the screen has joined the namespace. */
  request: IncomingMessage | null;
  on(event: 'packet' | 'close', listener: () => void): void;
  close(discard: boolean): void;
}

interface Transport {
  readonly name: string;
  /** Whether the last packets have left for the system. */
  readonly writable: boolean;
  readonly perMessageDeflate: unknown;
  /** The websocket; undefined while polling. */
  readonly socket?: WebSocketInside;
  /** The request that waits for news, and the one that brings some; polling only. */
  readonly req?: IncomingMessage | null;
  readonly dataReq?: IncomingMessage | null;
}

interface WebSocketInside {
  readonly readyState: number;
  readonly bufferedAmount: number;
  readonly _socket: TcpSocket | null;
  /** `_state` is 0 while nothing is being compressed, `_queue` what waits for that. */
  readonly _sender: { readonly _state: number; readonly _queue: readonly unknown[] } | null;
}

export const connectionOf = (socket: Socket) => socket.conn as unknown as FeedConnection;

const webSocketOpen = 1;

/**
 * The TCP socket of a connection whose frames may be written past the library: a plain websocket, fully open, on which the
 * library has nothing left to write that would be overtaken. Undefined when the library has to do it.
 */
export function openWire({ readyState, upgrading, transport, writeBuffer }: FeedConnection): TcpSocket | undefined {
  if (readyState !== 'open' || upgrading || writeBuffer.length > 0) return undefined;
  if (!transport.writable || transport.name !== 'websocket' || transport.perMessageDeflate) return undefined;
  const { socket } = transport;
  if (socket?.readyState !== webSocketOpen || !socket._socket?.writable) return undefined;
  if (socket._sender?._state !== 0 || socket._sender._queue.length > 0) return undefined;
  return socket._socket;
}

/** Bytes meant for this screen that it has not taken yet, on our side of the wire. */
export function bytesWaiting({ transport, writeBuffer }: FeedConnection): number {
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += typeof data === 'string' ? data.length : 0;
  return bytes;
}

/** Ends it at once. A polite goodbye would go on reading what comes, or wait behind what is not taken. */
export function hangUp(connection: FeedConnection): void {
  const { socket, req, dataReq } = connection.transport;
  const wires = [socket?._socket, req?.socket, dataReq?.socket];
  connection.close(true);
  for (const wire of wires) wire?.destroy();
}
