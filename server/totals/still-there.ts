import type { Namespace } from 'socket.io';

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
  readonly #topics = new Map<string, LastTold & { dueAt: number }>();
  readonly #timer = setInterval(() => this.#mentionQuietOnes(), lookEveryMs).unref();

  constructor(private readonly namespace: Namespace) {}

  /** This is the topic's state by the database, and its watchers have been told. */
  stands(topic: string, last: LastTold): void {
    this.#topics.set(topic, { ...last, dueAt: performance.now() + quietMs });
  }

  /** Nobody watches it, or its state cannot be read just now: nothing is said of it until it stands again. */
  forget(topic: string): void {
    this.#topics.delete(topic);
  }

  /** The database is away: no number can be vouched for. */
  forgetAll(): void {
    this.#topics.clear();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.forgetAll();
  }

  #mentionQuietOnes(): void {
    const now = performance.now();
    for (const [topic, last] of this.#topics) {
      if (now < last.dueAt) continue;
      last.dueAt = now + quietMs;
      const { seq, giftsSeq } = last;
      // Volatile: it is worth nothing to those who cannot take it now.
      this.namespace.to(topic).volatile.emit('still', { topic, seq, giftsSeq });
    }
  }
}
