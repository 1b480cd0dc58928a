import { io } from 'socket.io-client';
import { linkState, type Link } from './link-state.js';
import { nothingKnown, takeAnswer, takeGifts, takeSnapshot, takeStatus, type TopicState } from './take-news.js';
import {
  TOPICS_PER_SOCKET,
  type TestGiftMessage,
  type GiftsMessage,
  type SessionMessage,
  type Snapshot,
  type WatchAnswer,
} from './wire.js';

const ANSWER_TIMEOUT_MS = 8_000;
const RECONNECT_WITHIN_MS = 5_000;
const ASK_REFUSED_AFTER_MS = 30_000;

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
  /** For an overlay, which says by which link it comes. */
  overlay?: OverlayHeard;
}

export interface OverlayHeard {
  key: string;
  onTestGift(message: TestGiftMessage): void;
  /** The link was replaced: this screen will not be served again. */
  onGone(): void;
}

export interface Watching {
  state(topic: string): TopicState;
  link(topic: string): Link;
  /** Ask for the snapshots now, for a screen that was hidden. */
  refresh(): void;
}

/** Watches topics over one socket and keeps the newest state of each; a reconnect heals from the answer's snapshot. */
export function watchTopics({ topics, onChange, askWhenQuietForMs, overlay }: WatchOptions): Watching {
  const names = [...topics.keys()].slice(0, TOPICS_PER_SOCKET);
  const states = new Map(topics);
  const heard = new Map(names.map((topic) => [topic, { connected: false, ever: false, lastWordAt: Date.now() }]));
  const socket = io('/live', {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // Everyone loses the connection at the same moment when a server restarts: come back spread out.
    reconnectionDelay: RECONNECT_WITHIN_MS / 4,
    reconnectionDelayMax: RECONNECT_WITHIN_MS,
    randomizationFactor: 0.9,
    ...(overlay && { auth: { overlay: overlay.key } }),
  });

  let gone = false;
  const change = (topic: string, step: (state: TopicState) => TopicState) => {
    const [word, before] = [heard.get(topic), states.get(topic)];
    if (!word || !before) return;
    word.lastWordAt = Date.now();
    states.set(topic, step(before));
    onChange();
  };

  const lost = (topic: string) => {
    const word = heard.get(topic);
    if (word?.connected) Object.assign(word, { connected: false, lastWordAt: Date.now() });
    onChange();
  };

  let soon: ReturnType<typeof setTimeout> | undefined;
  const comeBackSoon = (atLeastMs: number) => {
    soon ??= setTimeout(
      () => {
        soon = undefined;
        if (!socket.connected) socket.connect();
        else names.filter((topic) => heard.get(topic)?.connected !== true).forEach(ask);
      },
      atLeastMs + Math.random() * RECONNECT_WITHIN_MS,
    );
  };

  function ask(topic: string): void {
    socket.timeout(ANSWER_TIMEOUT_MS).emit('watch', { topic }, (failed: Error | null, answer?: WatchAnswer) => {
      if (!failed && answer?.ok) {
        const word = heard.get(topic);
        if (word) word.connected = word.ever = true;
        change(topic, (state) => takeAnswer(state, answer.snapshot, answer.gifts ?? [], Date.now()));
        return;
      }
      lost(topic);
      // No answer: the connection may be a dead one, so set it up again. A refusal may pass: ask again, but not often.
      if (failed) socket.disconnect();
      comeBackSoon(failed ? 0 : ASK_REFUSED_AFTER_MS);
    });
  }

  socket.on('connect', () => names.forEach(ask));
  socket.on('disconnect', (why) => {
    names.forEach(lost);
    // A server that closes us on purpose (a restart, a full buffer) is not retried by Socket.IO itself.
    if (why === 'io server disconnect' && !gone) comeBackSoon(0);
  });
  socket.on('totals', (snapshot: Snapshot) => change(snapshot.topic, (s) => takeSnapshot(s, snapshot, Date.now())));
  socket.on('gifts', (message: GiftsMessage) => change(message.topic, (s) => takeGifts(s, message)));
  socket.on('session', ({ id, status }: SessionMessage) => change(`session:${id}`, (s) => takeStatus(s, status)));

  socket.on('connect_error', (error: Error & { data?: { type?: string } }) => {
    // Not reached: Socket.IO tries again itself. Refused: it does not.
    if (socket.active) return;
    if (error.data?.type?.endsWith(':not-found')) overlay?.onGone();
    else comeBackSoon(0);
  });
  if (overlay) {
    socket.on('test-gift', (message: TestGiftMessage) => overlay.onTestGift(message));
    socket.on('overlay-gone', () => {
      gone = true;
      overlay.onGone();
    });
  }

  const refresh = () => {
    if (socket.connected) names.forEach(ask);
  };
  if (askWhenQuietForMs !== undefined) {
    setInterval(() => {
      const quiet = [...heard.values()].some((word) => Date.now() - word.lastWordAt >= askWhenQuietForMs);
      if (quiet) refresh();
    }, askWhenQuietForMs / 2);
  }
  return {
    state: (topic) => states.get(topic) ?? nothingKnown,
    link: (topic) => linkState(heard.get(topic) ?? neverHeard, Date.now()),
    refresh,
  };
}

const neverHeard = { connected: false, ever: false, lastWordAt: 0 };
