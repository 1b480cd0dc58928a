import type { Pool } from 'pg';
import { ShortMemory } from '../database/short-memory.js';
import { readHistory, type HistoryPoint } from './read-history.js';
import { readTopics, type Snapshot } from './snapshot.js';

/** The past of topics as one process remembers it for a moment: a few dozen kilobytes each. */
export class HistoryMemory {
  readonly #pasts = new ShortMemory<HistoryPoint[] | undefined>({ forMs: 5_000, entriesMax: 200 });

  constructor(private readonly pool: Pool) {}

  /** The points up to now, or to a few seconds ago; undefined when there is no such topic. */
  of(topic: string): Promise<HistoryPoint[] | undefined> {
    return this.#pasts.get(topic, async () => {
      const state = (await readTopics(this.pool, [topic])).get(topic);
      return state && readHistory(this.pool, state.snapshot);
    });
  }

  /** The same for a caller who has just read the present. */
  async upTo(present: Snapshot): Promise<HistoryPoint[]> {
    return (await this.#pasts.get(present.topic, () => readHistory(this.pool, present))) ?? [];
  }
}
