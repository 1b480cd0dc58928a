import { io } from 'socket.io-client';
import { linkState, type Link } from './link-state.js';
import { nothingKnown, takeAnswer, takeGifts, takeSnapshot, takeStatus, type TopicState } from './take-news.js';
import { TOPICS_PER_SOCKET, type GiftsMessage, type SessionMessage, type Snapshot, type WatchAnswer } from './wire.js';

const ANSWER_TIMEOUT_MS = 8_000;
const RECONNECT_WITHIN_MS = 5_000;

export interface WatchOptions {
  /** What is already known of each topic, from the page itself. */
  topics: ReadonlyMap<string, TopicState>;
  /** Called after every change; ask `state` and `link` for what is true now. */
  onChange(): void;
  /**
   * Ask again when nothing was heard for this long. A network that drops silently is otherwise noticed only after
   * Socket.IO's own 45 s; worth it for the one overlay on air, not for thousands of viewers.
   */
  askWhenQuietForMs?: number;
}

export interface Watching {
  state(topic: string): TopicState;
  link(): Link;
  /** Ask for the snapshots now, for a screen that was hidden. */
  refresh(): void;
}

/** Watches topics over one socket and keeps the newest state of each; a reconnect heals from the answer's snapshot. */
export function watchTopics({ topics, onChange, askWhenQuietForMs }: WatchOptions): Watching {
  const states = new Map(topics);
  const names = [...states.keys()].slice(0, TOPICS_PER_SOCKET);
  const heard = { connected: false, ever: false, lastWordAt: Date.now() };
  const socket = io('/live', {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // Everyone loses the connection at the same moment when a server restarts: come back spread out.
    reconnectionDelay: RECONNECT_WITHIN_MS / 4,
    reconnectionDelayMax: RECONNECT_WITHIN_MS,
    randomizationFactor: 0.9,
  });

  const change = (topic: string, step: (state: TopicState) => TopicState) => {
    const before = states.get(topic);
    if (before === undefined) return;
    heard.lastWordAt = Date.now();
    states.set(topic, step(before));
    onChange();
  };

  const lost = () => {
    if (heard.connected) heard.lastWordAt = Date.now();
    heard.connected = false;
    onChange();
  };

  const ask = (topic: string) =>
    socket.timeout(ANSWER_TIMEOUT_MS).emit('watch', { topic }, (failed: Error | null, answer?: WatchAnswer) => {
      if (failed || !answer?.ok) {
        lost();
        // No answer: the connection may be a dead one, so set it up again. A refusal: ask later, it may be passing.
        if (failed) socket.disconnect();
        comeBackSoon(() => (socket.connected ? ask(topic) : socket.connect()));
        return;
      }
      heard.connected = heard.ever = true;
      change(topic, (state) => takeAnswer(state, answer.snapshot, answer.gifts ?? [], Date.now()));
    });

  socket.on('connect', () => names.forEach(ask));
  socket.on('disconnect', (why) => {
    lost();
    // A server that closes us on purpose (a restart, a full buffer) is not retried by Socket.IO itself.
    if (why === 'io server disconnect') comeBackSoon(() => socket.connect());
  });
  socket.on('totals', (snapshot: Snapshot) => change(snapshot.topic, (s) => takeSnapshot(s, snapshot, Date.now())));
  socket.on('gifts', (message: GiftsMessage) => change(message.topic, (s) => takeGifts(s, message)));
  socket.on('session', ({ id, status }: SessionMessage) => change(`session:${id}`, (s) => takeStatus(s, status)));

  const refresh = () => {
    if (socket.connected) names.forEach(ask);
  };
  if (askWhenQuietForMs !== undefined) {
    setInterval(() => {
      if (Date.now() - heard.lastWordAt >= askWhenQuietForMs) refresh();
    }, askWhenQuietForMs);
  }
  return {
    state: (topic) => states.get(topic) ?? nothingKnown,
    link: () => linkState(heard, Date.now()),
    refresh,
  };
}

function comeBackSoon(step: () => void): void {
  setTimeout(step, Math.random() * RECONNECT_WITHIN_MS);
}
