import { troubleOf } from '../database/database-errors.js';

/** What became of one delivery. `dead-letter`: kept for a person, because it cannot be read or recorded. */
export type Outcome = 'counted' | 'duplicate' | 'nothing-to-give' | 'dead-letter';

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
  /** Called when a delivery has found room, before it waits. */
  enter?(item: T): void;
  /**
   * Records a batch in one transaction, all or nothing; returns when it is on disk. An error in the place of an outcome
   * says that this one cannot be read; the others were recorded all the same.
   */
  record(batch: readonly T[]): Promise<readonly (Exclude<Outcome, 'dead-letter'> | Error)[]>;
  /** Keeps the one that cannot be read, or not even be recorded alone. */
  keepDeadLetter(item: T, error: Error): Promise<void>;
  sizeOf(item: T): number;
  limits: QueueLimits;
}

export interface QueueLimits {
  /** Orders and bytes in one transaction. */
  batch: number;
  batchBytes: number;
  /** Batches in flight at a time. */
  lanes: number;
  /** Orders and bytes that may wait; beyond either the sender is told to come back. */
  waiting: number;
  waitingBytes: number;
}

/** A batch that is held up, such as by a lock, holds others up no longer than this while a lane is free. */
const patienceMs = 50;

/** Times a batch is tried again after a deadlock or a race for the same row, before it counts as failed. */
const triesMax = 6;

/** What waits and what is on its way. */
export interface QueueState {
  /** Deliveries and bytes that wait, not counting those being recorded. */
  orders: number;
  bytes: number;
  /** Batches being recorded. */
  inFlight: number;
  /** Age of the oldest delivery that waits or is being recorded. */
  oldestMs: number;
}

interface Waiting<T> {
  item: T;
  bytes: number;
  since: number;
  settle(outcome: Outcome): void;
  fail(error: Error): void;
}

/**
 * Gathers deliveries that arrive together and records each group in one transaction. `add` answers only when its
 * delivery is on disk.
 *
 * Whatever arrives while a batch is in flight is the next batch. So a lone delivery waits for nobody, and the busier it
 * gets, the more share one commit. A second batch sets out before the first is back only when as many wait as the first
 * has, or when somebody has waited long: so one can be planned while the other is written, and batches do not get
 * smaller for it.
 */
export class GroupCommit<T> {
  readonly #options: GroupCommitOptions<T>;
  #waiting: Waiting<T>[] = [];
  #waitingBytes = 0;
  /** Oldest first. */
  readonly #inFlight: Waiting<T>[][] = [];
  #gathering = false;
  #later: NodeJS.Timeout | undefined;
  #stopping = false;
  #whenIdle: (() => void) | undefined;

  constructor(options: GroupCommitOptions<T>) {
    this.#options = options;
  }

  get state(): QueueState {
    const oldest = this.#inFlight[0]?.[0] ?? this.#waiting[0];
    return {
      orders: this.#waiting.length,
      bytes: this.#waitingBytes,
      inFlight: this.#inFlight.length,
      oldestMs: oldest ? performance.now() - oldest.since : 0,
    };
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
    this.#options.enter?.(item);
    return new Promise((settle, fail) => {
      this.#waiting.push({ item, bytes, since: performance.now(), settle, fail });
      this.#waitingBytes += bytes;
      this.#gather();
    });
  }

  /** Takes nothing new, and returns when all that was taken has been answered. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#isBusy) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
  }

  get #isBusy(): boolean {
    return this.#gathering || this.#waiting.length > 0 || this.#inFlight.length > 0;
  }

  /** Sets a batch out at the end of this turn of the event loop, with all that arrives in it. */
  #gather(): void {
    if (this.#gathering) return;
    if (!this.#maySetOut) return this.#lookAgain();
    this.#gathering = true;
    setImmediate(() => {
      this.#gathering = false;
      if (this.#maySetOut) void this.#setOut();
    });
  }

  get #maySetOut(): boolean {
    const { lanes } = this.#options.limits;
    const [oldest] = this.#waiting;
    if (!oldest || this.#inFlight.length >= lanes) return false;
    if (this.#inFlight.length === 0 || this.#waiting.length >= this.#inFlight.at(-1)!.length) return true;
    return performance.now() - oldest.since >= patienceMs;
  }

  #lookAgain(): void {
    if (this.#waiting.length === 0 || this.#inFlight.length >= this.#options.limits.lanes) return;
    if (this.#later) return;
    this.#later = setTimeout(() => {
      this.#later = undefined;
      this.#gather();
    }, patienceMs);
  }

  async #setOut(): Promise<void> {
    const batch = this.#takeBatch();
    this.#inFlight.push(batch);
    this.#gather();
    await this.#record(batch);
    this.#inFlight.splice(this.#inFlight.indexOf(batch), 1);
    this.#gather();
    if (!this.#isBusy) this.#whenIdle?.();
  }

  #takeBatch(): Waiting<T>[] {
    const { batch, batchBytes } = this.#options.limits;
    let count = 0;
    let bytes = 0;
    while (count < this.#waiting.length && count < batch && (count === 0 || bytes < batchBytes))
      bytes += this.#waiting[count++]!.bytes;
    this.#waitingBytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  /** Records a batch; one that fails is halved until the poisonous delivery stands alone. Never rejects. */
  async #record(batch: Waiting<T>[]): Promise<void> {
    let outcomes: Awaited<ReturnType<GroupCommitOptions<T>['record']>>;
    try {
      outcomes = await this.#tryRecord(batch);
    } catch (error) {
      if (error instanceof NotNow) {
        for (const { fail } of batch) fail(error);
      } else if (troubleOf(error) === 'away' || troubleOf(error) === 'try-again') {
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
    const unreadable: [Waiting<T>, Error][] = [];
    batch.forEach((waiting, at) => {
      const outcome = outcomes[at]!;
      if (outcome instanceof Error) unreadable.push([waiting, outcome]);
      else waiting.settle(outcome);
    });
    for (const [waiting, error] of unreadable) await this.#bury(waiting, error);
  }

  async #tryRecord(batch: Waiting<T>[]) {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#options.record(batch.map(({ item }) => item));
      } catch (error) {
        const trouble = troubleOf(error);
        if ((trouble !== 'try-again' && trouble !== 'raced') || tries === triesMax || this.#stopping) throw error;
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
