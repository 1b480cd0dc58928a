import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from './problem.js';

/** While memory is short, whoever has been sending one body for longer than this makes room for the others. */
const patienceMs = 2_000;

/** One body, from its first byte until its request has been answered. */
interface Held {
  sinceMs: number;
  bytes: number;
  /** Ends the receiving; undefined once the body is whole. */
  giveUp: ((problem: Problem) => void) | undefined;
}

/**
 * All bodies of requests that are not answered yet, within one amount of memory: however many connections send, and
 * however slowly, they never hold more together.
 *
 * When it is used up, the one who has been sending the longest gives way, if that is long: a store sends its body within
 * milliseconds, so whoever takes seconds is slow or means harm. When nobody dawdles, it is simply too much at once, and
 * the newcomer is told to come back.
 */
export class BodiesInHand {
  readonly #bytesMax: number;
  /** Those still being received, the longest first. */
  readonly #receiving = new Set<Held>();
  #bytes = 0;
  #refused = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** Bytes held now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Bodies that were turned away because there was no room, since the start. */
  get refused(): number {
    return this.#refused;
  }

  /**
   * Receives a whole body as raw bytes. What is announced as too large is refused unread, and who asks first
   * (`Expect: 100-continue`) is told to go on only here.
   *
   * @throws {Problem} `too-large` beyond `bytesMax`; `unsupported-media-type` when it is compressed: a signature is over
   *   the bytes as sent; `too-busy` when there is no room; `invalid-input` when the sender broke off
   */
  receive(request: IncomingMessage, response: ServerResponse, bytesMax: number): Promise<Buffer> {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity')
      return Promise.reject(new Problem('unsupported-media-type', 'The body must not be compressed.'));
    const announced = announcedBytes(request);
    if (announced !== undefined && announced > bytesMax) return Promise.reject(tooLarge());
    if (this.#bytes + (announced ?? 0) > this.#bytesMax && !this.#makeRoom(announced ?? 0)) {
      this.#refused += 1;
      return Promise.reject(noRoom());
    }
    if (request.headers.expect !== undefined) response.writeContinue();
    return new Promise((resolve, reject) => this.#receive(request, response, announced ?? bytesMax, resolve, reject));
  }

  #receive(
    request: IncomingMessage,
    response: ServerResponse,
    bytesMax: number,
    resolve: (body: Buffer) => void,
    reject: (problem: Problem) => void,
  ): void {
    const held: Held = { sinceMs: performance.now(), bytes: 0, giveUp };
    const release = () => {
      this.#bytes -= held.bytes;
      held.bytes = 0;
    };
    // One buffer that grows, not a list of pieces: a body of two million pieces of one byte would take hundreds of
    // times its size. The usual body comes in one piece and is not copied at all.
    let body: Buffer | undefined;
    let filled = 0;
    const take = (piece: Buffer): void => {
      const needed = filled + piece.length;
      if (needed > bytesMax) return giveUp(tooLarge());
      if (body === undefined) body = piece;
      else if (needed > body.length) {
        const larger = Buffer.allocUnsafeSlow(Math.min(bytesMax, Math.max(needed, 2 * body.length)));
        body.copy(larger, 0, 0, filled);
        body = larger;
      }
      if (filled > 0) piece.copy(body, filled);
      filled = needed;
      const more = body.length - held.bytes;
      held.bytes += more;
      this.#bytes += more;
      if (this.#bytes > this.#bytesMax && !this.#makeRoom(0) && held.giveUp) this.#refuse(held);
    };
    const whole = () => {
      done();
      resolve(body === undefined ? Buffer.alloc(0) : filled === body.length ? body : body.subarray(0, filled));
    };
    const broken = () => giveUp(new Problem('invalid-input', 'The body broke off.'));
    const done = () => {
      held.giveUp = undefined;
      this.#receiving.delete(held);
      request.off('data', take).off('end', whole).off('error', broken);
    };
    function giveUp(problem: Problem): void {
      done();
      body = undefined;
      release();
      reject(problem);
    }
    this.#receiving.add(held);
    response.once('close', release);
    request.on('data', take).on('end', whole).on('error', broken);
  }

  /** Lets those who dawdle give way until `bytes` more find room; false when there still is none. */
  #makeRoom(bytes: number): boolean {
    const dawdling = performance.now() - patienceMs;
    for (const held of this.#receiving) {
      if (this.#bytes + bytes <= this.#bytesMax) return true;
      // In the order in which they began, so nobody further on has taken longer.
      if (held.sinceMs > dawdling) return false;
      this.#refuse(held);
    }
    return this.#bytes + bytes <= this.#bytesMax;
  }

  #refuse(held: Held): void {
    this.#refused += 1;
    held.giveUp?.(noRoom());
  }
}

/** Bytes of the body as the sender says, 0 when there is none; undefined when it comes in chunks without end in sight. */
export function announcedBytes({ headers }: IncomingMessage): number | undefined {
  if (headers['transfer-encoding'] !== undefined) return undefined;
  // Node has refused what is no whole number.
  return parseInt(headers['content-length'] ?? '0', 10);
}

const tooLarge = () => new Problem('too-large', 'The body is larger than this address accepts.');

const noRoom = () =>
  new Problem('too-busy', 'More is being sent at once than can be held; send it again shortly.', {
    retryAfterSeconds: 1,
  });
