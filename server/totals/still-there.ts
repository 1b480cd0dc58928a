import type { PreparedFrames, SlowWatchers } from './prepared-frames.js';

/**
 * A topic that was quiet for so long is mentioned, and again and again after it. A screen calls its numbers old after ten
 * seconds without a word (`widgets/feed/link-state.ts`), so it may miss one mention.
 */
const quietMs = 4_000;
/** Quiet topics come due at different times and are mentioned a few at a time. */
const lookEveryMs = 500;

export interface LastTold {
  /** Of the last totals. */
  seq: number;
  /** Of the totals that the newest gift came with; 0 before the first. */
  giftsSeq: number;
}

/**
 * Tells the watchers of quiet topics how far the topic is. Whoever lost the last message learns from it that there was one,
 * and asks; everyone else learns that the numbers on his screen still stand. See docs/decisions/0015-still-there.md.
 */
export class StillThere {
  readonly #topics = new Map<string, LastTold & { dueAt: number; inDoubt: boolean }>();
  readonly #timer = setInterval(() => this.#mentionQuietOnes(), lookEveryMs).unref();

  /** @param hearsAll whether every change is being heard of just now; while not, no number can be vouched for */
  constructor(
    private readonly frames: Pick<PreparedFrames, 'tell'>,
    private readonly hearsAll: () => boolean,
  ) {}

  /** Watchers have just been told that the topic is so far. */
  told(topic: string, last: LastTold): void {
    this.#topics.set(topic, { ...last, dueAt: performance.now() + quietMs, inDoubt: false });
  }

  /** It may have changed; nothing is said of it until it was read again. */
  doubt(topic: string): void {
    this.#doubt(topic, true);
  }

  /** It was read again, and there was nothing to tell. */
  holds(topic: string): void {
    this.#doubt(topic, false);
  }

  /** Nobody watches it any more. */
  forget(topic: string): void {
    this.#topics.delete(topic);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#topics.clear();
  }

  #doubt(topic: string, inDoubt: boolean): void {
    const last = this.#topics.get(topic);
    if (last) last.inDoubt = inDoubt;
  }

  #mentionQuietOnes(): void {
    if (!this.hearsAll()) return;
    const now = performance.now();
    for (const [topic, last] of this.#topics) {
      if (last.inDoubt || now < last.dueAt) continue;
      last.dueAt = now + quietMs;
      const { seq, giftsSeq } = last;
      const json = JSON.stringify({ topic, seq, giftsSeq });
      this.frames.tell(topic, { state: { event: 'still', json }, events: [] }, nothingLost);
    }
  }
}

/** Who cannot take it now needs no later one: what he has not taken yet tells him as much. */
const nothingLost: SlowWatchers = { leftBehind: () => undefined, overfull: () => undefined };
