import type { Pool } from 'pg';
import { readHistory, type HistoryPoint } from './read-history.js';
import { readTopics, type Snapshot } from './snapshot.js';

/** For how long the past of a topic is not read again, on performance.now(): a clock may be set back. */
const rememberedMs = 5_000;
/** Beyond it the oldest is forgotten: a few dozen kilobytes each. */
const topicsMax = 200;

interface Remembered {
  until: number;
  points: Promise<HistoryPoint[]>;
}

/** The past of topics as one process remembers it for a moment, so that a crowd that opens a page reads it once. */
export class HistoryMemory {
  readonly #topics = new Map<string, Remembered>();

  constructor(private readonly pool: Pool) {}

  /** The points up to now; undefined when there is no such topic. */
  async of(topic: string): Promise<HistoryPoint[] | undefined> {
    const known = this.#known(topic);
    if (known) return known.points;
    const state = (await readTopics(this.pool, [topic])).get(topic);
    return state && this.upTo(state.snapshot);
  }

  /** The points up to a present that the caller has just read; up to an earlier one when that is still remembered. */
  upTo(present: Snapshot): Promise<HistoryPoint[]> {
    const known = this.#known(present.topic);
    if (known) return known.points;
    const points = readHistory(this.pool, present);
    this.#remember(present.topic, { until: performance.now() + rememberedMs, points });
    points.catch(() => this.#topics.delete(present.topic));
    return points;
  }

  #known(topic: string): Remembered | undefined {
    const known = this.#topics.get(topic);
    return known && known.until > performance.now() ? known : undefined;
  }

  #remember(topic: string, remembered: Remembered): void {
    this.#topics.delete(topic);
    this.#topics.set(topic, remembered);
    const [oldest] = this.#topics.keys();
    if (this.#topics.size > topicsMax && oldest !== undefined) this.#topics.delete(oldest);
  }
}
