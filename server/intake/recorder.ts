import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DatabaseAddress } from '../database/database.js';
import { NotNow } from './group-commit.js';
import type { VerifiedDelivery } from './read-delivery.js';
import type { BodyOutcome } from './record-bodies.js';

/** Records batches of verified bodies. */
export interface Recorder {
  /**
   * All or nothing; returns when the batch is on disk.
   *
   * @throws what the database said, with its code; {@link NotNow} when the recorder itself is away
   */
  record(batch: readonly VerifiedDelivery[]): Promise<readonly BodyOutcome[]>;
  /** Call when nothing is being recorded any more. */
  stop(): Promise<void>;
}

/** A batch on its way to the thread: all bodies in one piece of memory that changes hands instead of being copied. */
export interface BatchForThread {
  id: number;
  bytes: ArrayBuffer;
  /** Where each body ends. */
  ends: number[];
  labels: Omit<VerifiedDelivery, 'body'>[];
}

export type FromThread =
  | { id: number; outcomes: BodyOutcome[]; bytes: ArrayBuffer }
  | { id: number; error: { message: string; code: string | undefined }; bytes: ArrayBuffer }
  | { broke: string };

interface Pending {
  resolve(outcomes: BodyOutcome[]): void;
  reject(error: Error): void;
}

const builtEntry = new URL('./recorder-thread.js', import.meta.url);

/** How long a recorder that ended by itself stays away, so that one which cannot start does not keep the machine busy. */
const restartMs = 1_000;

/** Memory for batches that is kept for the next one; larger is given back. */
const keptBytesMax = 4 * 1024 * 1024;

/**
 * A recorder in a thread of its own. Taking webhooks and recording them cost about the same; on one thread they would
 * take turns, and everything else the server does would wait for both.
 *
 * @param entry the program of the thread, where it is not the built one
 */
export function startRecorder(
  address: DatabaseAddress,
  onTrouble: (reason: string) => void,
  entry: URL = builtEntry,
): Recorder {
  const pending = new Map<number, Pending>();
  const spare: ArrayBuffer[] = [];
  let lastId = 0;
  let stopping = false;
  let worker: Worker | undefined = start();
  let restartAt = 0;

  function start(): Worker {
    const thread = new Worker(entry, { workerData: { address } });
    thread.on('message', hear);
    thread.on('error', (error) => onTrouble(`The recorder failed: ${error.message}`));
    thread.on('exit', () => {
      worker = undefined;
      restartAt = Date.now() + restartMs;
      for (const { reject } of pending.values()) reject(new NotNow('database-away', 2));
      pending.clear();
    });
    return thread;
  }

  function hear(message: FromThread): void {
    if ('broke' in message) return onTrouble(`A database connection broke: ${message.broke}`);
    if (message.bytes.byteLength <= keptBytesMax) spare.push(message.bytes);
    const waiting = pending.get(message.id)!;
    pending.delete(message.id);
    if ('outcomes' in message) waiting.resolve(message.outcomes);
    else waiting.reject(Object.assign(new Error(message.error.message), { code: message.error.code }));
  }

  return {
    record(batch) {
      if (!worker && !stopping && Date.now() >= restartAt) worker = start();
      if (!worker) return Promise.reject(new NotNow('database-away', 2));
      const message = pack((lastId += 1), batch, spare);
      const answer = new Promise<BodyOutcome[]>((resolve, reject) => pending.set(message.id, { resolve, reject }));
      worker.postMessage(message, [message.bytes]);
      return answer;
    },
    async stop() {
      stopping = true;
      if (!worker) return;
      const ended = once(worker, 'exit');
      worker.postMessage('stop');
      await ended;
    },
  };
}

function pack(id: number, batch: readonly VerifiedDelivery[], spare: ArrayBuffer[]): BatchForThread {
  const ends: number[] = [];
  let end = 0;
  for (const { body } of batch) ends.push((end += body.length));
  const fitting = spare.findIndex(({ byteLength }) => byteLength >= end);
  // Rounded up, so that the next batch finds room in it as well.
  const bytes = fitting >= 0 ? spare.splice(fitting, 1)[0]! : new ArrayBuffer(2 ** Math.ceil(Math.log2(end + 1)));
  const whole = new Uint8Array(bytes);
  batch.forEach(({ body }, at) => whole.set(body, at === 0 ? 0 : ends[at - 1]!));
  return { id, bytes, ends, labels: batch.map(({ body: _body, ...label }) => label) };
}
