import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { writeProblem } from './write-problem.js';

/** Looking for one that may go stops after so many that may not: a flood of newcomers must not be made dearer by it. */
const looksMax = 100;

/**
 * The open connections of a server, at most so many. Over that, one that is silent is closed to let the newcomer in: it
 * has begun a request and does not get on with it, or it waits between two requests. Those that never came to a whole
 * request go first, the longest silent of them before the others; so ten thousand half-open connections keep nobody out.
 *
 * Never closed for it are those whose whole request is here and waits for its answer, and those that watch; when there
 * are no others, the newcomer hears 503.
 */
export class Connections {
  readonly #connectionsMax: number;
  readonly #bySocket = new Map<Socket, Connection>();
  /** Not answered yet; the longest silent first. */
  readonly #strangers = new Set<Connection>();
  /** Answered at least once; the longest silent first. */
  readonly #known = new Set<Connection>();
  #closed = 0;

  constructor(connectionsMax: number) {
    this.#connectionsMax = connectionsMax;
  }

  /** Open now. */
  get open(): number {
    return this.#bySocket.size;
  }

  /** Connections closed or turned away because there were too many, since the start. */
  get closed(): number {
    return this.#closed;
  }

  /** Requests of this connection that are not answered yet. */
  unanswered(socket: Socket): number {
    return this.#bySocket.get(socket)?.unanswered ?? 0;
  }

  /** The newest of them. */
  pending(socket: Socket): ServerResponse | undefined {
    return this.#bySocket.get(socket)?.pending;
  }

  /** Watches over this server. Call it last: whoever attaches to the server later may keep requests from being seen. */
  guard(server: Server): void {
    const began = (request: IncomingMessage, response: ServerResponse) => this.#began(request.socket, response);
    server.on('connection', (socket: Socket) => this.#opened(socket));
    server.prependListener('request', began);
    server.prependListener('checkContinue', began);
    server.prependListener('upgrade', ({ socket }) => {
      const connection = this.#bySocket.get(socket);
      if (connection) connection.watching = true;
    });
  }

  #opened(socket: Socket): void {
    const full = this.open >= this.#connectionsMax;
    const silent = full ? (longestSilent(this.#strangers) ?? longestSilent(this.#known)) : undefined;
    const connection: Connection = { socket, unanswered: 0, pending: undefined, watching: false };
    this.#bySocket.set(socket, connection);
    this.#strangers.add(connection);
    socket.once('close', () => this.#forget(connection));
    if (!full) return;
    this.#closed += 1;
    if (silent) {
      this.#forget(silent);
      silent.socket.destroy();
    } else turnAway(socket);
  }

  #forget(connection: Connection): void {
    this.#bySocket.delete(connection.socket);
    this.#strangers.delete(connection);
    this.#known.delete(connection);
  }

  #began(socket: Socket, response: ServerResponse): void {
    const connection = this.#bySocket.get(socket);
    if (!connection) return;
    connection.unanswered += 1;
    connection.pending = response;
    response.once('finish', () => {
      connection.unanswered -= 1;
      if (connection.unanswered > 0 || !this.#bySocket.has(socket)) return;
      connection.pending = undefined;
      this.#strangers.delete(connection);
      this.#known.delete(connection);
      this.#known.add(connection);
    });
  }
}

interface Connection {
  readonly socket: Socket;
  unanswered: number;
  /** The newest of those unanswered. */
  pending: ServerResponse | undefined;
  /** Has become a connection of the feed. */
  watching: boolean;
}

function longestSilent(connections: Set<Connection>): Connection | undefined {
  let looks = 0;
  for (const connection of connections) {
    if ((looks += 1) > looksMax) return undefined;
    const { watching, pending } = connection;
    if (!watching && (pending === undefined || !pending.req.complete)) return connection;
    // Not to be looked at again before the others.
    connections.delete(connection);
    connections.add(connection);
  }
  return undefined;
}

/** There is no request yet to answer, so the answer is written before it. */
function turnAway(socket: Socket): void {
  const title = 'More connections are open than can be held; try again shortly.';
  writeProblem(socket, { status: '503 Service Unavailable', kind: 'too-busy', title, headers: ['Retry-After: 1'] });
}
