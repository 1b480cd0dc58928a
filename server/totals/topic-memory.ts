import { PreparedTopic } from './prepared-topic.js';
import type { TopicState } from './snapshot.js';

/** What is kept at most, whoever asks for what. */
const bytesMax = 32 * 1024 * 1024;
/** Without news that it still holds, a state is trusted for so long. */
const trustMs = 1_000;
/** A topic that changes all the time is read again this often for those who ask over HTTP … */
const rereadsPerSecond = 5;
/** … and so often in a row after a quiet while, so that whoever asks after his order was answered sees it counted. */
const rereadsInRow = 10;
/** Names of topics that do not exist: so many, and for so long, are not looked up again. */
const unknownMax = 2_000;
const unknownMs = 1_000;

interface Entry {
  known: PreparedTopic | undefined;
  /** When the reading of `known` began. */
  readAt: number;
  /** Changed in the database since that reading, or the one on its way, began. */
  changed: boolean;
  reading: Promise<PreparedTopic | undefined> | undefined;
  /** Rereadings that may still follow in a row, as of `leftAt`. */
  left: number;
  leftAt: number;
}

/**
 * The states of the topics that somebody watches or has asked for lately. A state is read from the database once and then
 * given to all, until somebody says that the topic has changed ({@link touch}); each topic is read by one reader at a time,
 * and all who ask meanwhile wait for that one.
 *
 * Who says so is the ear on the database, and it may be deaf. So a state counts only for a second from the moment of its
 * reading or from the last moment at which the ear is known to have heard everything ({@link heardAll}).
 */
export class TopicMemory {
  /** The longest not asked for first. */
  readonly #entries = new Map<string, Entry>();
  readonly #unknown = new Map<string, number>();
  #bytes = 0;
  #heardAllAt = -Infinity;

  /**
   * @param read from the database
   * @param now ms that only grow; a clock may be set back
   */
  constructor(
    private readonly read: (topic: string) => Promise<TopicState | undefined>,
    private readonly now = () => performance.now(),
  ) {}

  /** Bytes kept, roughly. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Topics kept. */
  get size(): number {
    return this.#entries.size;
  }

  /** A topic has changed, or begun to exist. */
  touch(topic: string): void {
    this.#unknown.delete(topic);
    const entry = this.#entries.get(topic);
    if (entry) entry.changed = true;
  }

  /** Any topic may have changed. */
  touchAll(): void {
    this.#unknown.clear();
    for (const entry of this.#entries.values()) entry.changed = true;
  }

  /** Whatever was committed before this moment (of `now`) has been touched by now. */
  heardAll(atMs: number): void {
    this.#heardAllAt = Math.max(this.#heardAllAt, atMs);
  }

  /** Whether the ear hears, as far as is known: what nobody has touched still holds. */
  get hearsAll(): boolean {
    return this.now() - this.#heardAllAt < trustMs;
  }

  /** The newest state; undefined when there is no such topic. @throws what the database says */
  newest(topic: string): Promise<PreparedTopic | undefined> {
    if (this.#isUnknown(topic)) return Promise.resolve(undefined);
    const entry = this.#entry(topic);
    if (this.#holds(entry)) return Promise.resolve(entry.known);
    return this.#reread(topic, entry);
  }

  /**
   * The state for one of many who ask: the newest, or while the topic changes all the time one that was the newest a
   * fifth of a second ago. At once where it is known.
   *
   * @throws what the database says
   */
  recent(topic: string): PreparedTopic | undefined | Promise<PreparedTopic | undefined> {
    if (this.#isUnknown(topic)) return undefined;
    const entry = this.#entry(topic);
    if (this.#holds(entry)) return entry.known;
    // Being read at this moment: worth the wait, and costs nothing more.
    if (entry.reading && !entry.changed) return entry.reading;
    if (entry.known && this.now() - entry.readAt < trustMs && !this.#mayReread(entry)) return entry.known;
    return this.#reread(topic, entry);
  }

  #entry(topic: string): Entry {
    const entry = this.#entries.get(topic) ?? newEntry();
    // Last in the order of those to be forgotten.
    this.#entries.delete(topic);
    this.#entries.set(topic, entry);
    return entry;
  }

  #holds({ known, changed, reading, readAt }: Entry): boolean {
    // While a reading is on its way, `changed` speaks of that one.
    if (known === undefined || changed || reading) return false;
    return this.now() - Math.max(readAt, this.#heardAllAt) < trustMs;
  }

  #mayReread(entry: Entry): boolean {
    const now = this.now();
    const regained = ((now - entry.leftAt) / 1_000) * rereadsPerSecond;
    entry.left = Math.min(rereadsInRow, entry.left + regained);
    entry.leftAt = now;
    if (entry.left < 1) return false;
    entry.left -= 1;
    return true;
  }

  #reread(topic: string, entry: Entry): Promise<PreparedTopic | undefined> {
    if (entry.reading) {
      if (!entry.changed) return entry.reading;
      // It began before the change; the next one, shared again, will know.
      const again = () => (this.#holds(entry) ? entry.known : this.#reread(topic, entry));
      return entry.reading.then(again, again);
    }
    entry.changed = false;
    const readAt = this.now();
    entry.reading = this.read(topic).then(
      (state) => {
        entry.reading = undefined;
        entry.readAt = readAt;
        return this.#keep(topic, entry, state);
      },
      (error: unknown) => {
        entry.reading = undefined;
        entry.changed = true;
        if (!entry.known && this.#entries.get(topic) === entry) this.#entries.delete(topic);
        throw error;
      },
    );
    return entry.reading;
  }

  #keep(topic: string, entry: Entry, state: TopicState | undefined): PreparedTopic | undefined {
    // It may have been forgotten while it was read.
    const kept = this.#entries.get(topic) === entry;
    if (kept) this.#bytes -= entry.known?.bytes ?? 0;
    if (!state) {
      entry.known = undefined;
      if (kept) this.#entries.delete(topic);
      if (!entry.changed) this.#rememberUnknown(topic);
      return undefined;
    }
    const known = (entry.known = new PreparedTopic(state));
    if (kept) this.#bytes += known.bytes;
    this.#forgetSome();
    return known;
  }

  #forgetSome(): void {
    for (const [topic, { known, reading }] of this.#entries) {
      if (this.#bytes <= bytesMax) return;
      if (reading) continue;
      this.#bytes -= known?.bytes ?? 0;
      this.#entries.delete(topic);
    }
  }

  #isUnknown(topic: string): boolean {
    const until = this.#unknown.get(topic);
    return until !== undefined && this.now() < until;
  }

  #rememberUnknown(topic: string): void {
    this.#unknown.delete(topic);
    this.#unknown.set(topic, this.now() + unknownMs);
    if (this.#unknown.size > unknownMax) this.#unknown.delete(this.#unknown.keys().next().value!);
  }
}

const newEntry = (): Entry => ({
  known: undefined,
  readAt: -Infinity,
  changed: false,
  reading: undefined,
  left: rereadsInRow,
  leftAt: -Infinity,
});
