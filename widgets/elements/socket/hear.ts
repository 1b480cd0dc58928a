import { Manager, type Socket } from 'socket.io-client';
import {
  TOPICS_PER_SOCKET,
  type FeedGift,
  type GiftsMessage,
  type SessionMessage,
  type SessionStatus,
  type StillMessage,
  type Snapshot,
  type WatchAnswer,
} from '../../feed/wire.js';

/** Who wants to hear of a topic. */
export interface Ear {
  /** The socket tells the topic no more. */
  lost(): void;
  answer(snapshot: Snapshot, gifts: readonly FeedGift[]): void;
  totals(snapshot: Snapshot): void;
  gifts(message: GiftsMessage): void;
  status(status: SessionStatus): void;
  /** The topic has been quiet. @returns whether something was told that never arrived here */
  still(message: StillMessage): boolean;
}

export type Hear = typeof hear;

const ANSWER_TIMEOUT_MS = 8_000;
const RECONNECT_MS_MIN = 2_000;
const RECONNECT_MS_MAX = 30_000;
/** Everyone loses the connection at the same moment when a server restarts: come back spread out. Meanwhile HTTP answers. */
const SPREAD_MS = 8_000;
/** A screen that missed something asks within this time. */
const BEHIND_MS = 2_000;
/** A server that refuses this page (its address is not among the shop's) will go on refusing; HTTP does the rest. */
const REFUSALS_MAX = 2;
const REFUSED_FOR_MS = 5 * 60_000;

/** One socket a page and server, open while somebody listens. */
class Line {
  readonly #ears = new Map<string, Ear>();
  readonly #socket: Socket;
  #ever = false;
  #refusals = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(server: string) {
    const manager = new Manager(server, {
      path: '/socket.io',
      transports: ['websocket'],
      autoConnect: false,
      reconnectionDelay: RECONNECT_MS_MIN,
      reconnectionDelayMax: RECONNECT_MS_MAX,
      randomizationFactor: 0.9,
    });
    this.#socket = manager.socket('/live');
    this.#listen();
  }

  #listen(): void {
    const socket = this.#socket;
    const tell = (topic: string, say: (ear: Ear) => void) => {
      const ear = this.#ears.get(topic);
      if (ear) say(ear);
    };
    socket.on('connect', () => {
      this.#ever = true;
      for (const topic of this.#ears.keys()) this.#ask(topic);
    });
    socket.on('connect_error', () => {
      this.#refusals += 1;
      if (!this.#ever && this.#refusals % REFUSALS_MAX === 0) this.#pause(REFUSED_FOR_MS);
    });
    socket.on('disconnect', (why) => {
      for (const ear of this.#ears.values()) ear.lost();
      // A server that closes on purpose (a restart, a full buffer) is not retried by Socket.IO itself.
      if (why === 'io server disconnect') this.#pause(RECONNECT_MS_MIN);
    });
    socket.on('totals', (snapshot: Snapshot) => tell(snapshot.topic, (ear) => ear.totals(snapshot)));
    socket.on('gifts', (message: GiftsMessage) => tell(message.topic, (ear) => ear.gifts(message)));
    socket.on('still', (message: StillMessage) =>
      tell(message.topic, (ear) => {
        // Whatever was lost, many may have lost it.
        if (ear.still(message)) setTimeout(() => this.#ask(message.topic), Math.random() * BEHIND_MS);
      }),
    );
    socket.on('session', ({ id, status }: SessionMessage) => tell(`session:${id}`, (ear) => ear.status(status)));
  }

  #pause(atLeastMs: number): void {
    this.#socket.disconnect();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), atLeastMs + Math.random() * SPREAD_MS);
  }

  #connect(): void {
    this.#retry = undefined;
    if (this.#ears.size > 0) this.#socket.connect();
  }

  #ask(topic: string): void {
    this.#socket.timeout(ANSWER_TIMEOUT_MS).emit('watch', { topic }, (failed: Error | null, answer?: WatchAnswer) => {
      const ear = this.#ears.get(topic);
      if (!failed && answer?.ok) {
        ear?.answer(answer.snapshot, answer.gifts ?? []);
        // No answer: the connection may be a dead one, so set it up again. What is refused is asked over HTTP.
      } else if (failed && this.#socket.connected) this.#pause(0);
    });
  }

  add(topic: string, ear: Ear): void {
    // The server allows no more; those who come later ask over HTTP.
    if (this.#ears.size >= TOPICS_PER_SOCKET) return;
    this.#ears.set(topic, ear);
    if (this.#socket.connected) this.#ask(topic);
    else if (this.#retry === undefined) this.#connect();
  }

  remove(topic: string, ear: Ear): void {
    if (this.#ears.get(topic) !== ear) return;
    this.#ears.delete(topic);
    if (this.#ears.size === 0) this.#socket.disconnect();
    else if (this.#socket.connected) this.#socket.emit('unwatch', { topic });
  }
}

const lines = new Map<string, Line>();

/** Lets an ear hear a topic; the answer ends it. */
export function hear(server: string, topic: string, ear: Ear): () => void {
  const line = lines.get(server) ?? new Line(server);
  lines.set(server, line);
  line.add(topic, ear);
  return () => line.remove(topic, ear);
}
