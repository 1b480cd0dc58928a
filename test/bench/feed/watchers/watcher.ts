import { connect, type Socket } from 'node:net';
import { clientFrame, eachFrame, opcodes } from './frames.js';

/** How a server wants to be spoken to: Socket.IO 4 over a websocket, or a websocket that takes the topic's bare name. */
export type Dialect = 'socket.io' | 'bare';

/** What all watchers of a crowd have heard together. */
export interface Heard {
  /** Messages `totals`: what is called an update. */
  updates: number;
  frames: number;
  /** Of frames, heads included; what TCP and IP add is not seen here. */
  bytes: number;
  pings: number;
  /** Updates whose sequence number was not above the last one's. */
  notGrowing: number;
  /** Connections that broke, or were closed by the server. */
  lost: number;
}

export interface WatcherNeeds {
  port: number;
  /** One of this machine's own 127.x addresses, so that no address holds too many connections. */
  localAddress: string;
  dialect: Dialect;
  heard: Heard;
  /** Called with the text of each event; only of watchers that look closely, for it is dear. */
  onEvent?: ((text: string) => void) | undefined;
}

/** All watchers of the process read into the same memory, one after the other. */
const readBuffer = Buffer.allocUnsafe(256 * 1024);

const headEnd = Buffer.from('\r\n\r\n');
const seqMark = Buffer.from('"seq":');
const eventStart = '42/live,["'.length;
const [digit0, digit1, digit2, digit3, digit4] = [48, 49, 50, 51, 52] as const;
const [letterT, letterW] = [116, 119] as const;

/**
 * A watcher that does as little as can be done with what it hears: finds the frames, counts them and reads the sequence
 * number. It must be so much cheaper than any server that the server is what is measured.
 */
export class Watcher {
  /** Of the newest update of the topic watched last; 0 before the first. */
  seq = 0;
  readonly #socket: Socket;
  #partial: Buffer | undefined;
  #upgraded = false;
  #leaving = false;
  /** Fulfilled once the server says that what was asked for last is being watched. */
  #settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  #topic = '';

  constructor(private readonly needs: WatcherNeeds) {
    const { port, localAddress } = needs;
    const onread = {
      buffer: readBuffer,
      callback: (length: number) => {
        this.#read(length);
        return true;
      },
    };
    this.#socket = connect({ host: '127.0.0.1', port, localAddress, noDelay: true, onread });
    this.#socket.once('connect', () => this.#socket.write(this.#upgradeRequest()));
    this.#socket.on('error', (error) => this.#settle?.reject(error));
    this.#socket.once('close', () => {
      if (!this.#leaving) needs.heard.lost += 1;
      this.#settle?.reject(new Error('The server closed the connection of a watcher that had just come.'));
    });
  }

  /** Watches a topic, beside those it watches already; updates are expected of this one from now on. */
  watch(topic: string): Promise<void> {
    this.#topic = topic;
    this.seq = 0;
    if (this.#upgraded) this.#ask();
    return new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  leave(): void {
    this.#leaving = true;
    this.#socket.destroy();
  }

  #upgradeRequest(): string {
    const path = this.needs.dialect === 'socket.io' ? '/socket.io/?EIO=4&transport=websocket' : '/';
    return (
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.needs.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: a2luZGNhc3QtYmVuY2gtMQ==\r\n\r\n'
    );
  }

  #ask(): void {
    this.#say(this.needs.dialect === 'bare' ? this.#topic : `42/live,0["watch",{"topic":"${this.#topic}"}]`);
  }

  #say(text: string): void {
    this.#socket.write(clientFrame(text));
  }

  #read(length: number): void {
    let [bytes, to] = [readBuffer, length];
    if (this.#partial) {
      bytes = Buffer.concat([this.#partial, readBuffer.subarray(0, length)]);
      to = bytes.length;
      this.#partial = undefined;
    }
    let from = 0;
    if (!this.#upgraded) {
      const end = bytes.subarray(0, to).indexOf(headEnd);
      if (end >= 0) {
        from = end + headEnd.length;
        this.#welcome(bytes.toString('latin1', 0, end));
      }
    }
    if (this.#upgraded)
      from += eachFrame(bytes, from, to, (opcode, start, end) => this.#hear(bytes, opcode, start, end));
    if (from < to) this.#partial = Buffer.from(bytes.subarray(from, to));
  }

  #welcome(head: string): void {
    if (!head.startsWith('HTTP/1.1 101')) {
      this.#settle?.reject(new Error(`A watcher was refused: ${head.split('\r\n')[0]}`));
      this.leave();
      return;
    }
    this.#upgraded = true;
    if (this.needs.dialect === 'bare') this.#ask();
  }

  #hear(bytes: Buffer, opcode: number, start: number, end: number): void {
    if (opcode !== opcodes.text) return;
    const { heard } = this.needs;
    const isEvent = bytes[start] === digit4 && bytes[start + 1] === digit2;
    if (!isEvent) return this.#hearOther(bytes, start, end);
    heard.frames += 1;
    heard.bytes += end - start + (end - start < 126 ? 2 : 4);
    this.needs.onEvent?.(bytes.toString('utf8', start, end));
    if (bytes[start + eventStart] !== letterT) return;
    heard.updates += 1;
    const seq = seqIn(bytes, start);
    if (seq <= this.seq) heard.notGrowing += 1;
    this.seq = seq;
  }

  /** Everything but events, by the first characters of Engine.IO and Socket.IO. */
  #hearOther(bytes: Buffer, start: number, end: number): void {
    const [first, second] = [bytes[start], bytes[start + 1]];
    if (first === digit2) {
      this.needs.heard.pings += 1;
      this.#say('3');
    } else if (first === letterW) this.#settled();
    else if (first === digit0) this.#say('40/live,');
    else if (first === digit4 && second === digit0) this.#ask();
    else if (first === digit4 && second === digit3 && bytes.indexOf('"ok":true', start) > 0) this.#settled();
    else if (first !== digit1) {
      this.#settle?.reject(
        new Error(`A watcher does not understand: ${bytes.toString('utf8', start, Math.min(end, start + 200))}`),
      );
    }
  }

  #settled(): void {
    this.#settle?.resolve();
    this.#settle = undefined;
  }
}

/** The number after the first `"seq":` from here on; 0 without one. */
function seqIn(bytes: Buffer, start: number): number {
  const mark = bytes.indexOf(seqMark, start);
  let seq = 0;
  for (let at = mark + seqMark.length; mark >= 0 && bytes[at]! >= digit0 && bytes[at]! < digit0 + 10; at += 1)
    seq = seq * 10 + bytes[at]! - digit0;
  return seq;
}
