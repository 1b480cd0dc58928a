import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection on which anything can be said, also what no HTTP client would say. */
export interface BareConnection {
  say(what: string | Buffer): void;
  /** What was answered so far. */
  heard(): string;
  /** Settles when the server has closed it. */
  closed: Promise<void>;
  isClosed(): boolean;
  /** Leaves from now on unread what is answered. */
  stopReading(): void;
  hangUp(): void;
}

const open = new Set<Socket>();

/** @param first said as soon as it is connected */
export async function connectBarely(url: string, first: string | Buffer = ''): Promise<BareConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(parseInt(port, 10), hostname);
  open.add(socket);
  let heard = '';
  socket.on('data', (piece: Buffer) => (heard += piece.toString('latin1')));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  // From here on an error is only how a server may close a connection; `closed` tells.
  socket.on('error', () => undefined);
  void closed.then(() => open.delete(socket));
  if (first.length > 0) socket.write(first);
  return {
    say: (what) => void (socket.writable && socket.write(what)),
    heard: () => heard,
    closed,
    isClosed: () => socket.closed,
    stopReading: () => void socket.pause(),
    hangUp: () => socket.destroy(),
  };
}

/** Many of them, a few hundred at a time. */
export async function connectMany(
  url: string,
  count: number,
  first: (at: number) => string | Buffer,
): Promise<BareConnection[]> {
  const connections: BareConnection[] = [];
  while (connections.length < count) {
    const more = Array.from({ length: Math.min(500, count - connections.length) }, (_, index) =>
      connectBarely(url, first(connections.length + index)),
    );
    connections.push(...(await Promise.all(more)));
  }
  return connections;
}

/** Belongs into `afterEach`. */
export function hangUpAll(): void {
  for (const socket of open) socket.destroy();
}

/** The beginning of a webhook, up to its body. */
export const webhookHead = (...headers: string[]): string =>
  ['POST /webhooks/shopify HTTP/1.1', 'Host: kindcast.test', ...headers, '', ''].join('\r\n');
