import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { writeProblem } from './write-problem.js';

/** Looking for one that may go stops after so many that may not: a flood of newcomers must not be made dearer by it. */
const looksMax = 100;

/**
 * The open connections of a server, at most so many. Over that, the one that has been silent for the longest is closed
 * to let the newcomer in: it waits between two requests, or has begun one and does not get on with it. So ten thousand
 * half-open connections keep nobody out. Never closed for it are those whose whole request is here and waits for its
 * answer, and those that watch; when there are no others, the newcomer hears 503.
 */
export class Connections {
  readonly #connectionsMax: number;
  /** Those looked at last come last. */
  readonly #open = new Set<Socket>();
  /** What a connection is busy with: its newest request not answered yet, or the feed. */
  readonly #busy = new Map<Socket, ServerResponse | 'watching'>();
  #closed = 0;

  constructor(connectionsMax: number) {
    this.#connectionsMax = connectionsMax;
  }

  /** Open now. */
  get open(): number {
    return this.#open.size;
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
    this.#open.add(socket);
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#busy.delete(socket);
    });
    if (this.#open.size <= this.#connectionsMax) return;
    this.#closed += 1;
    const silent = this.#longestSilent(socket);
    if (silent) {
      this.#open.delete(silent);
      silent.destroy();
    } else turnAway(socket);
  }

  #began(socket: Socket, response: ServerResponse): void {
    this.#busy.set(socket, response);
    response.once('finish', () => {
      // Of requests sent ahead of their answers only the last one leaves the connection silent.
      if (this.#busy.get(socket) !== response) return;
      this.#busy.delete(socket);
      this.#open.delete(socket);
      this.#open.add(socket);
    });
  }

  #longestSilent(newcomer: Socket): Socket | undefined {
    let looks = 0;
    for (const socket of this.#open) {
      if (socket === newcomer || (looks += 1) > looksMax) return undefined;
      const busy = this.#busy.get(socket);
      if (busy === undefined || (busy !== 'watching' && !busy.req.complete)) return socket;
      this.#open.delete(socket);
      this.#open.add(socket);
    }
    return undefined;
  }
}

/** There is no request yet to answer, so the answer is written before it. */
function turnAway(socket: Socket): void {
  const title = 'More connections are open than can be held; try again shortly.';
  writeProblem(socket, { status: '503 Service Unavailable', kind: 'too-busy', title, headers: ['Retry-After: 1'] });
}
