import { Manager, type Socket } from 'socket.io-client';
import { STALE_AFTER_MS } from '../../feed/link-state.js';
import { isBehind, type TopicState } from '../../feed/take-news.js';
import {
  TOPICS_PER_SOCKET,
  type FeedGift,
  type GiftsMessage,
  type SessionMessage,
  type SessionStatus,
  type Snapshot,
  type StillMessage,
  type WatchAnswer,
} from '../../feed/wire.js';

/** Who wants to hear of a topic. */
export interface Ear {
  readonly state: TopicState;
  /** Whether the socket tells the topic now. */
  connected(told: boolean): void;
  answer(snapshot: Snapshot, gifts: readonly FeedGift[]): void;
  totals(snapshot: Snapshot): void;
  gifts(message: GiftsMessage): void;
  status(status: SessionStatus): void;
}

export type Hear = typeof hear;

const ANSWER_TIMEOUT_MS = 8_000;
const RECONNECT_MS_MIN = 2_000;
const RECONNECT_MS_MAX = 30_000;
/** A server that refuses this page (its address is not among the shop's) will go on refusing; HTTP does the rest. */
const REFUSALS_MAX = 2;
const REFUSED_FOR_MS = 5 * 60_000;
const LOOK_EVERY_MS = 1_000;
/** What was lost by many at once is asked for spread over this time. */
const ASK_WITHIN_MS = 2_000;

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
      // Everyone loses the connection at the same moment when a server restarts: come back spread out.
      reconnectionDelay: RECONNECT_MS_MIN,
      reconnectionDelayMax: RECONNECT_MS_MAX,
      randomizationFactor: 0.9,
    });
    this.#socket = manager.socket('/live');
    this.#listen();
    this.#listenForSilence();
  }

  /** A connection may be gone without a sign, most of all after a sleep: a word comes every few seconds, or it is. */
  #listenForSilence(): void {
    let lastWordAt = 0;
    this.#socket.onAny(() => (lastWordAt = Date.now()));
    this.#socket.on('connect', () => (lastWordAt = Date.now()));
    setInterval(() => {
      if (!this.#socket.connected || Math.abs(Date.now() - lastWordAt) < STALE_AFTER_MS) return;
      lastWordAt = Date.now();
      for (const [topic, ear] of this.#ears) {
        ear.connected(false);
        this.#askSoon(topic);
      }
    }, LOOK_EVERY_MS);
  }

  #askSoon(topic: string): void {
    setTimeout(
      () => this.#socket.connected && this.#ears.has(topic) && this.#ask(topic),
      Math.random() * ASK_WITHIN_MS,
    );
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
      for (const ear of this.#ears.values()) ear.connected(false);
      // A server that closes on purpose (a restart, a full buffer) is not retried by Socket.IO itself.
      if (why === 'io server disconnect') this.#pause(RECONNECT_MS_MIN);
    });
    socket.on('totals', (snapshot: Snapshot) => tell(snapshot.topic, (ear) => ear.totals(snapshot)));
    socket.on('gifts', (message: GiftsMessage) => tell(message.topic, (ear) => ear.gifts(message)));
    socket.on('still', (still: StillMessage) => {
      tell(still.topic, (ear) => isBehind(ear.state, still) && this.#askSoon(still.topic));
    });
    socket.on('session', ({ id, status }: SessionMessage) => tell(`session:${id}`, (ear) => ear.status(status)));
  }

  #pause(atLeastMs: number): void {
    this.#socket.disconnect();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), atLeastMs * (1 + Math.random()));
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
        ear?.connected(true);
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
