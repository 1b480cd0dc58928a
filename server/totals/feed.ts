import type { Namespace, Socket } from 'socket.io';
import type { Pool } from 'pg';
import { z } from 'zod';
import { problemType, type ProblemKind } from '../http/problem.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { NumberedGift, RecentGift } from './add-to-totals.js';
import type { FeedMetrics } from './feed-metrics.js';
import { readTopics, type Snapshot, type TopicState } from './snapshot.js';
import { StillThere } from './still-there.js';

/** At most this many topics a socket; a screen shows one or two, a start page a dozen. */
const topicsPerSocketMax = 20;
/** Later changes of a topic go out at most this often; the first goes out at once. */
const pauseMs = 210;

const watchMessage = z.object({ topic: z.string().regex(/^(session|project|shop):[0-9A-Za-z_-]{1,64}$/) });

export type WatchAnswer =
  { ok: true; snapshot: Snapshot; gifts: RecentGift[] } | { ok: false; error: { type: string; title: string } };

/**
 * One watched topic of this process. Its `state` is what watchers have been told last, so everyone who joins is told
 * the same and sees only greater sequence numbers from then on.
 */
interface WatchedTopic {
  state: TopicState;
  /** Changed in the database since `state` was read. */
  dirty: boolean;
  /** Not before this time may watchers be told again; of performance.now(), for a clock may be set back. */
  nextAt: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Tells watchers the absolute totals of their topics. It hears only *which* topics changed and reads their state when it
 * is time to tell, so what it costs depends on watchers and time, not on orders; a lost message heals with the next.
 */
export class Feed {
  readonly #topics = new Map<string, Promise<WatchedTopic | undefined>>();
  readonly #still: StillThere;

  constructor(
    private readonly pool: Pool,
    private readonly namespace: Namespace,
    private readonly log: TroubleLog,
    private readonly metrics: FeedMetrics,
  ) {
    this.#still = new StillThere(namespace);
    namespace.on('connection', (socket) => this.#serve(socket));
    namespace.adapter.on('delete-room', (room: string) => this.#forget(room));
  }

  /** A topic has a new state; when nobody here watches it, nothing happens. */
  touch(topic: string): void {
    void this.#topics.get(topic)?.then((watched) => {
      if (!watched) return;
      watched.dirty = true;
      watched.timer ??= setTimeout(
        () => void this.#tell(topic, watched),
        Math.max(0, watched.nextAt - performance.now()),
      );
    });
  }

  /** Every watched topic may have changed: after the connection that brings the news was away. */
  touchAll(): void {
    for (const topic of this.#topics.keys()) this.touch(topic);
  }

  /** Changes would not be heard of just now: nothing is vouched for until `touchAll`. */
  deaf(): void {
    this.#still.forgetAll();
  }

  stop(): void {
    this.#still.stop();
    for (const topic of this.#topics.keys()) this.#forget(topic);
  }

  #serve(socket: Socket): void {
    socket.on('watch', (message: unknown, ack: unknown) => void this.#watch(socket, message, ack));
    socket.on('unwatch', (message: unknown, ack: unknown) => {
      const { data } = watchMessage.safeParse(message);
      if (data) void socket.leave(data.topic);
      if (typeof ack === 'function') ack({ ok: true });
    });
  }

  async #watch(socket: Socket, message: unknown, ack: unknown): Promise<void> {
    if (typeof ack !== 'function') return;
    const { data } = watchMessage.safeParse(message);
    if (!data) return ack(refusal('invalid-input', 'topic must be session:<id>, project:<id> or shop:<id>.'));
    const { topic } = data;
    if (!socket.rooms.has(topic) && socket.rooms.size - 1 >= topicsPerSocketMax)
      return ack(
        refusal('too-busy', `One connection can watch at most ${topicsPerSocketMax} topics; unwatch one first.`),
      );
    try {
      // Joined first, so that no news falls between the snapshot and the first message.
      await socket.join(topic);
      const watched = await this.#watched(topic);
      if (watched) return ack({ ok: true, ...told(watched.state) } satisfies WatchAnswer);
      await socket.leave(topic);
      ack(refusal('not-found', 'There is no such topic.'));
    } catch (error) {
      await socket.leave(topic);
      this.log.warn({ err: error, topic }, 'a topic could not be read for a watcher');
      ack(refusal('database-away', 'The totals cannot be read just now; try again shortly.'));
    }
  }

  #watched(topic: string): Promise<WatchedTopic | undefined> {
    let watched = this.#topics.get(topic);
    if (!watched) {
      watched = this.#read([topic]).then((states) => {
        const state = states.get(topic);
        if (state) this.#still.stands(topic, lastTold(state));
        return state && { state, dirty: false, nextAt: 0, timer: undefined };
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
      (watched) => clearTimeout(watched?.timer),
      () => undefined,
    );
    this.#topics.delete(topic);
    this.#still.forget(topic);
  }

  async #tell(topic: string, watched: WatchedTopic): Promise<void> {
    watched.dirty = false;
    try {
      const state = (await this.#read([topic])).get(topic);
      if (state && state.snapshot.seq > watched.state.snapshot.seq) this.#broadcast(topic, watched, state);
      // Not if the last watcher has left meanwhile.
      if (this.#topics.has(topic)) this.#still.stands(topic, lastTold(watched.state));
    } catch (error) {
      watched.dirty = true;
      this.#still.forget(topic);
      this.log.warn({ err: error, topic }, 'a topic could not be read; watchers will be told later');
    }
    // From the moment of telling, so that however long the reading took no second holds more than five.
    watched.nextAt = performance.now() + pauseMs;
    watched.timer = undefined;
    // News that arrived while reading; also the second try after a failure.
    if (watched.dirty && this.#topics.has(topic)) this.touch(topic);
  }

  #broadcast(topic: string, watched: WatchedTopic, state: TopicState): void {
    const before = watched.state;
    watched.state = state;
    this.metrics.told(Date.now() - Date.parse(state.snapshot.at));
    const room = this.namespace.to(topic);
    room.emit('totals', state.snapshot);
    const gifts = state.gifts.filter((gift) => gift.seq > before.snapshot.seq);
    if (gifts.length > 0)
      room.emit('gifts', {
        topic,
        seq: state.snapshot.seq,
        after: newestGiftSeq(before),
        gifts: gifts.map(withoutSeq),
      });
    if (state.snapshot.status !== before.snapshot.status)
      room.emit('session', { id: topic.slice(topic.indexOf(':') + 1), status: state.snapshot.status });
  }

  #read(topics: readonly string[]): Promise<Map<string, TopicState>> {
    return readTopics(this.pool, topics);
  }
}

const withoutSeq = ({ seq: _seq, ...gift }: NumberedGift): RecentGift => gift;

/** Of the totals that the newest gift came with; 0 before the first. */
const newestGiftSeq = ({ gifts: [newest] }: TopicState): number => newest?.seq ?? 0;

const lastTold = (state: TopicState) => ({ seq: state.snapshot.seq, giftsSeq: newestGiftSeq(state) });

const told = (state: TopicState) => ({ snapshot: state.snapshot, gifts: state.gifts.map(withoutSeq) });

const refusal = (kind: ProblemKind, title: string): WatchAnswer => ({
  ok: false,
  error: { type: problemType(kind), title },
});
