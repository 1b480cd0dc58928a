import { io } from 'socket.io-client';
import { comeBackSpreadOut, RECONNECT_WITHIN_MS } from './come-back.js';
import { linkState, STALE_AFTER_MS, type Heard, type Link } from './link-state.js';
import {
  isBehind,
  nothingKnown,
  takeAnswer,
  takeGifts,
  takeSnapshot,
  takeStatus,
  type TopicState,
} from './take-news.js';
import {
  TOPICS_PER_SOCKET,
  type GiftsMessage,
  type SessionMessage,
  type Snapshot,
  type StillMessage,
  type TestGiftMessage,
  type WatchAnswer,
} from './wire.js';

const ANSWER_TIMEOUT_MS = 8_000;
const ASK_REFUSED_AFTER_MS = 30_000;
/** What was lost by many at once is asked for spread over this time. */
const ASK_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 1_000;

export interface WatchOptions {
  /** Address of the server; the page's own if not given. */
  server?: string | undefined;
  /** What is already known of each topic, from the page itself. */
  topics: ReadonlyMap<string, TopicState>;
  /** Called after every change; ask `state` and `link` for what is true now. */
  onChange(): void;
  /** For an overlay, which says by which link it comes. */
  overlay?: OverlayHeard | undefined;
}

export interface OverlayHeard {
  key: string;
  onTestGift(message: TestGiftMessage): void;
  /** The link was replaced: this screen is not served again. */
  onGone(): void;
}

export interface Watching {
  state(topic: string): TopicState;
  link(topic: string): Link;
  /** Ask for the snapshots now, for a screen that was hidden. */
  refresh(): void;
  /** No more: for a screen that others take the place of while the page stays. */
  stop(): void;
}

/**
 * Watches topics over one socket and keeps the newest state of each. It asks for the snapshot again after a reconnect, when
 * the server mentions something that never arrived here, and when it has heard nothing for so long that the numbers are
 * shown as old: a network that drops silently is otherwise noticed only after Socket.IO's own 45 s.
 */
export function watchTopics({ server = '', topics, onChange, overlay }: WatchOptions): Watching {
  const names = [...topics.keys()].slice(0, TOPICS_PER_SOCKET);
  const states = new Map(topics);
  const heard = new Map(names.map((topic): [string, Heard] => [topic, neverHeard(Date.now())]));
  const asking = new Set<string>();
  const socket = io(`${server}/live`, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    ...comeBackSpreadOut,
    ...(overlay && { auth: { overlay: overlay.key } }),
  });
  let gone = false;

  const silent = (topic: string) => linkState(heard.get(topic) ?? neverHeard(0), Date.now()) === 'stale';
  const unanswered = (topic: string) => heard.get(topic)?.connected !== true;

  const change = (topic: string, step: (state: TopicState) => TopicState) => {
    const [word, before] = [heard.get(topic), states.get(topic)];
    if (!word || !before) return;
    // After a silence this may have been on its way for an hour: only an answer to a new question is news of today.
    if (silent(topic)) word.connected = false;
    word.lastWordAt = Date.now();
    states.set(topic, step(before));
    if (unanswered(topic)) askSoon(topic, () => unanswered(topic));
    onChange();
  };

  const lost = (topic: string) => {
    const word = heard.get(topic);
    if (word) word.connected = false;
    onChange();
  };

  let soon: ReturnType<typeof setTimeout> | undefined;
  const comeBackSoon = (atLeastMs: number) => {
    if (gone) return;
    soon ??= setTimeout(
      () => {
        soon = undefined;
        if (!socket.connected) socket.connect();
        else names.filter(unanswered).forEach(ask);
      },
      atLeastMs + Math.random() * RECONNECT_WITHIN_MS,
    );
  };

  function ask(topic: string): void {
    asking.add(topic);
    const askedAt = Date.now();
    socket.timeout(ANSWER_TIMEOUT_MS).emit('watch', { topic }, (failed: Error | null, answer?: WatchAnswer) => {
      asking.delete(topic);
      // Whoever slept between question and answer gets an old one, and no timer told him.
      const tooLate = failed !== null || Math.abs(Date.now() - askedAt) >= STALE_AFTER_MS;
      if (!tooLate && answer?.ok) {
        heard.set(topic, { connected: true, ever: true, lastWordAt: Date.now() });
        change(topic, (state) => takeAnswer(state, answer.snapshot, answer.gifts ?? [], Date.now()));
        return;
      }
      lost(topic);
      // No answer: the connection may be a dead one, so set it up again. A refusal may pass: ask again, but not often.
      if (tooLate) socket.disconnect();
      comeBackSoon(tooLate ? 0 : ASK_REFUSED_AFTER_MS);
    });
  }

  function askSoon(topic: string, isNeeded: () => boolean): void {
    if (asking.has(topic) || !socket.connected) return;
    asking.add(topic);
    setTimeout(() => {
      asking.delete(topic);
      if (socket.connected && isNeeded()) ask(topic);
    }, Math.random() * ASK_WITHIN_MS);
  }

  const looking = setInterval(() => {
    // One that was refused comes back by itself.
    for (const topic of names) if (silent(topic) && !unanswered(topic)) askSoon(topic, () => silent(topic));
  }, LOOK_EVERY_MS);

  socket.on('connect', () => names.forEach(ask));
  socket.on('disconnect', (why) => {
    asking.clear();
    names.forEach(lost);
    // A server that closes us on purpose (a restart, a full buffer) is not retried by Socket.IO itself.
    if (why === 'io server disconnect') comeBackSoon(0);
  });
  socket.on('totals', (snapshot: Snapshot) => change(snapshot.topic, (s) => takeSnapshot(s, snapshot, Date.now())));
  socket.on('gifts', (message: GiftsMessage) => change(message.topic, (s) => takeGifts(s, message)));
  socket.on('session', ({ id, status }: SessionMessage) => change(`session:${id}`, (s) => takeStatus(s, status)));
  socket.on('still', (still: StillMessage) => {
    const { topic } = still;
    const behind = () => isBehind(states.get(topic) ?? nothingKnown, still);
    change(topic, (state) => state);
    if (heard.has(topic) && behind()) askSoon(topic, behind);
  });

  socket.on('connect_error', (error: Error & { data?: { type?: string } }) => {
    // Not reached: Socket.IO tries again itself. Refused: it does not.
    if (socket.active) return;
    if (overlay && error.data?.type?.endsWith(':not-found')) endAsGone(overlay);
    else comeBackSoon(0);
  });
  if (overlay) {
    socket.on('test-gift', (message: TestGiftMessage) => overlay.onTestGift(message));
    socket.on('overlay-gone', () => endAsGone(overlay));
  }
  function endAsGone({ onGone }: OverlayHeard): void {
    gone = true;
    socket.disconnect();
    onGone();
  }

  const refresh = () => {
    if (socket.connected) names.forEach(ask);
  };
  return {
    state: (topic) => states.get(topic) ?? nothingKnown,
    link: (topic) => linkState(heard.get(topic) ?? neverHeard(0), Date.now()),
    refresh,
    stop() {
      gone = true;
      clearInterval(looking);
      clearTimeout(soon);
      socket.disconnect();
    },
  };
}

const neverHeard = (since: number): Heard => ({ connected: false, ever: false, lastWordAt: since });
