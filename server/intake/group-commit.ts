import { troubleOf } from '../database/database-errors.js';

/** What became of one delivery. `dead-letter`: kept for a person, because recording it alone failed. */
export type Outcome = 'counted' | 'duplicate' | 'dead-letter';

/** The queue is full, the database is away or the server is stopping: nothing was recorded, send it again later. */
export class NotNow extends Error {
  constructor(
    readonly reason: 'queue-full' | 'database-away' | 'stopping',
    readonly retryAfterSeconds: number,
  ) {
    super(reason);
    this.name = 'NotNow';
  }
}

export interface GroupCommitOptions<T> {
  /** Records a batch in one transaction, all or nothing; returns when it is on disk. */
  record(batch: readonly T[]): Promise<readonly Outcome[]>;
  /** Keeps the one that cannot be recorded even alone. */
  keepDeadLetter(item: T, error: Error): Promise<void>;
  sizeOf(item: T): number;
  limits: QueueLimits;
}

export interface QueueLimits {
  /** Orders in one transaction. */
  batch: number;
  /** Orders and bytes that may wait; beyond either the sender is told to come back. */
  waiting: number;
  waitingBytes: number;
}

/** Times a batch is tried again after a deadlock or a race for the same row, before it counts as failed. */
const triesMax = 6;

interface Waiting<T> {
  item: T;
  bytes: number;
  settle(outcome: Outcome): void;
  fail(error: Error): void;
}

/**
 * Gathers deliveries that arrive together and records each group in one transaction. `add` answers only when its
 * delivery is on disk.
 *
 * One batch is in flight at a time; whatever arrives meanwhile is the next batch. So a lone delivery waits for nobody,
 * and the busier it gets, the more share one commit. States: idle (nothing waits) → gathering (until the end of this
 * turn of the event loop) → recording (a transaction runs, others gather) → idle or recording again.
 */
export class GroupCommit<T> {
  readonly #options: GroupCommitOptions<T>;
  #waiting: Waiting<T>[] = [];
  #waitingBytes = 0;
  #running: Promise<void> | undefined;
  #stopping = false;

  constructor(options: GroupCommitOptions<T>) {
    this.#options = options;
  }

  /** Deliveries that wait, not counting those being recorded. */
  get depth(): number {
    return this.#waiting.length;
  }

  /**
   * Records one delivery together with others.
   *
   * @throws {NotNow} when nothing was recorded and it should be sent again
   */
  add(item: T): Promise<Outcome> {
    const bytes = this.#options.sizeOf(item);
    const { limits } = this.#options;
    if (this.#stopping) return Promise.reject(new NotNow('stopping', 1));
    if (this.#waiting.length >= limits.waiting || this.#waitingBytes + bytes > limits.waitingBytes)
      return Promise.reject(new NotNow('queue-full', 1));
    return new Promise((settle, fail) => {
      this.#waiting.push({ item, bytes, settle, fail });
      this.#waitingBytes += bytes;
      this.#running ??= this.#run();
    });
  }

  /** Takes nothing new, and returns when all that was taken has been answered. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#options.limits.batch);
      for (const { bytes } of batch) this.#waitingBytes -= bytes;
      await this.#record(batch);
    }
    this.#running = undefined;
  }

  /** Records a batch; one that fails is halved until the poisonous delivery stands alone. Never rejects. */
  async #record(batch: Waiting<T>[]): Promise<void> {
    let outcomes: readonly Outcome[];
    try {
      outcomes = await this.#tryRecord(batch);
    } catch (error) {
      if (troubleOf(error) === 'away' || troubleOf(error) === 'try-again') {
        for (const { fail } of batch) fail(new NotNow('database-away', 2));
      } else if (batch.length === 1) {
        await this.#bury(batch[0]!, error as Error);
      } else {
        const middle = batch.length >> 1;
        await this.#record(batch.slice(0, middle));
        await this.#record(batch.slice(middle));
      }
      return;
    }
    batch.forEach(({ settle }, at) => settle(outcomes[at]!));
  }

  async #tryRecord(batch: Waiting<T>[]): Promise<readonly Outcome[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#options.record(batch.map(({ item }) => item));
      } catch (error) {
        const trouble = troubleOf(error);
        if ((trouble !== 'try-again' && trouble !== 'raced') || tries === triesMax) throw error;
        // A random wait lets two batches that want the same rows fall out of step.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * tries));
      }
    }
  }

  async #bury(waiting: Waiting<T>, error: Error): Promise<void> {
    try {
      await this.#options.keepDeadLetter(waiting.item, error);
      waiting.settle('dead-letter');
    } catch {
      // Not even kept: then it must not be acknowledged.
      waiting.fail(new NotNow('database-away', 2));
    }
  }
}
