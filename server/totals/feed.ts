import type { Socket } from 'socket.io';
import { z } from 'zod';
import { problemType, type ProblemKind } from '../http/problem.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { RecentGift } from './add-to-totals.js';
import { connectionOf } from './feed-connection.js';
import type { FeedMetrics } from './feed-metrics.js';
import { evict } from './hang-up.js';
import type { Message, News, PreparedFrames, SlowWatchers } from './prepared-frames.js';
import { withoutSeq, type PreparedTopic } from './prepared-topic.js';
import type { Snapshot } from './snapshot.js';
import { StillThere } from './still-there.js';
import type { TopicMemory } from './topic-memory.js';

/** At most this many topics a socket; a screen shows one or two, a start page a dozen. */
const topicsPerSocketMax = 20;
/** Later changes of a topic go out at most this often; the first goes out at once. */
const pauseMs = 210;

const topicName = /^(session|project|shop):[0-9A-Za-z_-]{1,64}$/;
const watchMessage = z.object({ topic: z.string().regex(topicName) });

export type WatchAnswer =
  { ok: true; snapshot: Snapshot; gifts: RecentGift[] } | { ok: false; error: { type: string; title: string } };

/**
 * One watched topic of this process. Its `state` is what watchers have been told last, so everyone who joins is told
 * the same and sees only greater sequence numbers from then on.
 */
interface WatchedTopic {
  state: PreparedTopic;
  /** Changed in the database since `state` was read. */
  dirty: boolean;
  /** Have not been told `state`, because they had not taken what came before. */
  behind: Set<Socket>;
  /** Not before this time may watchers be told again; of performance.now(), for a clock may be set back. */
  nextAt: number;
  timer: NodeJS.Timeout | undefined;
  /** Of those behind: they must not hold up what is new for the others. */
  behindTimer: NodeJS.Timeout | undefined;
}

export interface FeedParts {
  memory: TopicMemory;
  frames: PreparedFrames;
  log: TroubleLog;
  metrics: FeedMetrics;
}

/**
 * Tells watchers the absolute totals of their topics. It hears only *which* topics changed and reads their state when it
 * is time to tell, so what it costs depends on watchers and time, not on orders; a lost message heals with the next.
 *
 * Somebody who does not take his messages as fast as they come misses states in between, and gets the last one as soon as
 * he can take it. Somebody who takes none at all is hung up on.
 */
export class Feed {
  readonly #topics = new Map<string, Promise<WatchedTopic | undefined>>();
  readonly #still: StillThere;

  constructor(private readonly parts: FeedParts) {
    this.#still = new StillThere(parts.frames, () => parts.memory.hearsAll);
    parts.frames.on('delete-room', (room: string) => this.#forget(room));
  }

  /** Serves a socket that has joined the namespace. */
  serve(socket: Socket): void {
    socket.on('watch', (message: unknown, ack: unknown) => void this.#watch(socket, message, ack));
    socket.on('unwatch', (message: unknown, ack: unknown) => {
      const { data } = watchMessage.safeParse(message);
      if (data) void socket.leave(data.topic);
      if (typeof ack === 'function') ack({ ok: true });
    });
  }

  /** A topic has a new state; when nobody here watches it, nothing happens. */
  touch(topic: string): void {
    void this.#topics.get(topic)?.then(
      (watched) => {
        if (!watched) return;
        watched.dirty = true;
        this.#still.doubt(topic);
        this.#tellInTime(topic, watched);
      },
      () => undefined,
    );
  }

  /** Every watched topic may have changed: after the connection that brings the news was away. */
  touchAll(): void {
    for (const topic of this.#topics.keys()) this.touch(topic);
  }

  stop(): void {
    this.#still.stop();
    for (const topic of this.#topics.keys()) this.#forget(topic);
  }

  async #watch(socket: Socket, message: unknown, ack: unknown): Promise<void> {
    if (typeof ack !== 'function') return;
    const { data } = watchMessage.safeParse(message);
    if (!data) return ack(refusal('invalid-input', 'topic must be session:<id>, project:<id> or shop:<id>.'));
    const { topic } = data;
    const watchedBefore = socket.rooms.has(topic);
    if (!watchedBefore && topicsOf(socket) >= topicsPerSocketMax)
      return ack(
        refusal('too-busy', `One connection can watch at most ${topicsPerSocketMax} topics; unwatch one first.`),
      );
    try {
      // Joined first, so that no news falls between the snapshot and the first message.
      await socket.join(topic);
      if (!socket.connected) return;
      const watched = await this.#watched(topic);
      if (watched && !this.parts.memory.hearsAll) await this.#makeSure(topic, watched);
      if (watched) return ack({ ok: true, ...told(watched.state) } satisfies WatchAnswer);
      await socket.leave(topic);
      ack(refusal('not-found', 'There is no such topic.'));
    } catch (error) {
      if (!watchedBefore) await socket.leave(topic);
      this.parts.log.warn({ err: error, topic }, 'a topic could not be read for a watcher');
      ack(refusal('database-away', 'The totals cannot be read just now; try again shortly.'));
    }
  }

  /** While changes are not heard of, what watchers were told last is worth nothing unless the database says the same. */
  async #makeSure(topic: string, watched: WatchedTopic): Promise<void> {
    const state = await this.parts.memory.newest(topic);
    if (state && state.seq > watched.state.seq) this.touch(topic);
  }

  #watched(topic: string): Promise<WatchedTopic | undefined> {
    let watched = this.#topics.get(topic);
    if (!watched) {
      watched = this.parts.memory.newest(topic).then((state) => {
        if (state && this.#topics.has(topic)) this.#still.told(topic, lastTold(state));
        return state && newlyWatched(state);
      });
      this.#topics.set(topic, watched);
      // What failed or does not exist is asked for again next time.
      const drop = () => this.#topics.get(topic) === watched && this.#topics.delete(topic);
      watched.then((found) => found ?? drop(), drop);
    }
    return watched;
  }

  #forget(topic: string): void {
    void this.#topics.get(topic)?.then(
      (watched) => {
        clearTimeout(watched?.timer);
        clearTimeout(watched?.behindTimer);
      },
      () => undefined,
    );
    this.#topics.delete(topic);
    this.#still.forget(topic);
  }

  #tellInTime(topic: string, watched: WatchedTopic): void {
    watched.timer ??= setTimeout(
      () => void this.#tell(topic, watched),
      Math.max(0, watched.nextAt - performance.now()),
    );
  }

  async #tell(topic: string, watched: WatchedTopic): Promise<void> {
    const { memory, log } = this.parts;
    watched.dirty = false;
    try {
      const state = await memory.newest(topic);
      // The last watcher may have left while it was read.
      if (state && state.seq > watched.state.seq && this.#topics.has(topic)) this.#tellAll(topic, watched, state);
      if (!watched.dirty) this.#still.holds(topic);
    } catch (error) {
      watched.dirty = true;
      watched.nextAt = performance.now() + pauseMs;
      log.warn({ err: error, topic }, 'a topic could not be read; watchers will be told later');
    }
    watched.timer = undefined;
    // News that arrived while reading; also the second try after a failure.
    if (watched.dirty && this.#topics.has(topic)) this.#tellInTime(topic, watched);
  }

  #tellAll(topic: string, watched: WatchedTopic, state: PreparedTopic): void {
    const { frames, metrics } = this.parts;
    const before = watched.state;
    watched.state = state;
    watched.behind = new Set();
    const beganAt = performance.now();
    frames.tell(topic, newsOf(state, before), this.#slowOnes(watched));
    const tookMs = performance.now() - beganAt;
    this.#still.told(topic, lastTold(state));
    // From the moment of telling, however long the reading took. Who was last once and first five times later is still told
    // no six times in a second, and half of the time belongs to others.
    watched.nextAt = beganAt + Math.max(pauseMs + tookMs / 5, 2 * tookMs);
    metrics.told(Date.now() - Date.parse(state.snapshot.at));
    this.#tellThoseBehindLater(topic, watched);
  }

  /** The last state goes to each as soon as he can take it; there may be no later one for a long time. */
  #tellThoseBehindLater(topic: string, watched: WatchedTopic): void {
    if (watched.behind.size === 0) return;
    watched.behindTimer ??= setTimeout(() => {
      watched.behindTimer = undefined;
      const still = [...watched.behind].filter((socket) => socket.rooms.has(topic));
      watched.behind = new Set();
      this.parts.frames.tellSome(still, newsOf(watched.state), this.#slowOnes(watched));
      this.#tellThoseBehindLater(topic, watched);
    }, pauseMs);
  }

  #slowOnes(watched: WatchedTopic): SlowWatchers {
    return {
      leftBehind: (socket) => {
        watched.behind.add(socket);
        this.parts.metrics.skipped();
      },
      overfull: (socket) => evict(connectionOf(socket), 'does-not-read', this.parts),
    };
  }
}

/** What has to be told of a state, to those who know the one before or, without it, to those who know its events already. */
function newsOf(state: PreparedTopic, before?: PreparedTopic): News {
  const { topic, seq, status } = state.snapshot;
  const events: Message[] = [];
  if (before) {
    const gifts = state.gifts.filter((gift) => gift.seq > before.seq);
    if (gifts.length > 0)
      events.push({
        event: 'gifts',
        json: JSON.stringify({ topic, seq, after: newestGiftSeq(before), gifts: gifts.map(withoutSeq) }),
      });
    if (status !== before.snapshot.status)
      events.push({ event: 'session', json: JSON.stringify({ id: topic.slice(topic.indexOf(':') + 1), status }) });
  }
  return { state: { event: 'totals', json: state.totals }, events };
}

/** Of the totals that the newest gift came with; 0 before the first. */
const newestGiftSeq = ({ gifts: [newest] }: PreparedTopic): number => newest?.seq ?? 0;

const lastTold = (state: PreparedTopic) => ({ seq: state.seq, giftsSeq: newestGiftSeq(state) });

const newlyWatched = (state: PreparedTopic): WatchedTopic => ({
  state,
  dirty: false,
  behind: new Set(),
  nextAt: 0,
  timer: undefined,
  behindTimer: undefined,
});

const told = ({ snapshot, gifts }: PreparedTopic) => ({ snapshot, gifts: gifts.map(withoutSeq) });

/** A socket is also in a room of its own, and may be in others that are no topics. */
function topicsOf(socket: Socket): number {
  let topics = 0;
  for (const room of socket.rooms) if (topicName.test(room)) topics += 1;
  return topics;
}

const refusal = (kind: ProblemKind, title: string): WatchAnswer => ({
  ok: false,
  error: { type: problemType(kind), title },
});
