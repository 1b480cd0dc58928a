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
  /** Not answered yet; the longest silent first. */
  readonly #strangers = new Set<Socket>();
  /** Answered at least once; the longest silent first. */
  readonly #known = new Set<Socket>();
  /** What a connection is busy with: its newest request not answered yet, or the feed. */
  readonly #busy = new Map<Socket, ServerResponse | 'watching'>();
  #closed = 0;

  constructor(connectionsMax: number) {
    this.#connectionsMax = connectionsMax;
  }

  /** Open now. */
  get open(): number {
    return this.#strangers.size + this.#known.size;
  }

  /** Connections closed or turned away because there were too many, since the start. */
  get closed(): number {
    return this.#closed;
  }

  /** The newest request of this connection that is not answered yet. */
  pending(socket: Socket): ServerResponse | undefined {
    const busy = this.#busy.get(socket);
    return busy === 'watching' ? undefined : busy;
  }

  /** Watches over this server. Call it last: whoever attaches to the server later may keep requests from being seen. */
  guard(server: Server): void {
    const began = (request: IncomingMessage, response: ServerResponse) => this.#began(request.socket, response);
    server.on('connection', (socket: Socket) => this.#opened(socket));
    server.prependListener('request', began);
    server.prependListener('checkContinue', began);
    server.prependListener('upgrade', ({ socket }) => this.#busy.set(socket, 'watching'));
  }

  #opened(socket: Socket): void {
    socket.once('close', () => this.#forget(socket));
    const full = this.open >= this.#connectionsMax;
    const silent = full ? (this.#longestSilent(this.#strangers) ?? this.#longestSilent(this.#known)) : undefined;
    this.#strangers.add(socket);
    if (!full) return;
    this.#closed += 1;
    if (silent) {
      this.#forget(silent);
      silent.destroy();
    } else turnAway(socket);
  }

  #forget(socket: Socket): void {
    this.#strangers.delete(socket);
    this.#known.delete(socket);
    this.#busy.delete(socket);
  }

  #began(socket: Socket, response: ServerResponse): void {
    this.#busy.set(socket, response);
    response.once('finish', () => {
      // Of requests sent ahead of their answers only the last one leaves the connection silent.
      if (this.#busy.get(socket) !== response) return;
      this.#busy.delete(socket);
      this.#strangers.delete(socket);
      this.#known.delete(socket);
      this.#known.add(socket);
    });
  }

  #longestSilent(sockets: Set<Socket>): Socket | undefined {
    let looks = 0;
    for (const socket of sockets) {
      if ((looks += 1) > looksMax) return undefined;
      const busy = this.#busy.get(socket);
      if (busy === undefined || (busy !== 'watching' && !busy.req.complete)) return socket;
      // Not to be looked at again before the others.
      sockets.delete(socket);
      sockets.add(socket);
    }
    return undefined;
  }
}

/** There is no request yet to answer, so the answer is written before it. */
function turnAway(socket: Socket): void {
  const title = 'More connections are open than can be held; try again shortly.';
  writeProblem(socket, { status: '503 Service Unavailable', kind: 'too-busy', title, headers: ['Retry-After: 1'] });
}
