import { Worker } from 'node:worker_threads';
import type { RoleAddresses } from '../database/roles.js';
import { NotNow } from './group-commit.js';
import { BodyPacks, type BodyPack } from './body-packs.js';
import type { VerifiedDelivery } from './read-delivery.js';
import type { BodyOutcome } from './record-bodies.js';

/** Names a delivery between this thread and the recorder's. */
export type Ticket = number;

/** Reads verified bodies and records them. */
export interface Recorder {
  /** Lets a delivery be read, while others are being recorded. Forget it when it is not recorded after all. */
  read(delivery: VerifiedDelivery): Ticket;
  /**
   * Records a batch of what was read. All or nothing; returns when it is on disk, and then the tickets are used up.
   *
   * @throws what the database said, with its code; {@link NotNow} when the recorder itself is away
   */
  record(tickets: readonly Ticket[]): Promise<readonly BodyOutcome[]>;
  forget(ticket: Ticket): void;
  /** False while it is away. */
  works(): boolean;
  /** Call when nothing is being recorded any more. */
  stop(): Promise<void>;
}

/** All that the recorder's thread may know of the database. */
export interface RecorderData {
  address: Pick<RoleAddresses, 'intake'>;
}

export type ToThread =
  | ({ kind: 'read' } & BodyPack)
  | { kind: 'record'; id: number; tickets: readonly Ticket[] }
  | { kind: 'forget'; ticket: Ticket }
  | { kind: 'stop' };

export type FromThread =
  /** Memory of bodies that have been read, for the next ones. */
  | { kind: 'spent'; bytes: ArrayBuffer }
  | { kind: 'recorded'; id: number; outcomes: BodyOutcome[]; topics: readonly string[] }
  | { kind: 'failed'; id: number; message: string; code: string | undefined }
  /** It was started anew since these were read. */
  | { kind: 'never-read'; id: number }
  | { kind: 'trouble'; reason: string };

interface Pending {
  resolve(outcomes: BodyOutcome[]): void;
  reject(error: Error): void;
}

export interface RecorderNews {
  onTrouble?(reason: string): void;
  /** These have other totals now; told before {@link Recorder.record} returns. */
  onTopics?(topics: readonly string[]): void;
}

/** How long a recorder that ended by itself stays away, so that one which cannot start does not keep the machine busy. */
const restartMs = 1_000;

/** Young objects live as long as a batch; with Node's usual 16 MB too many of them would be taken for old. */
const youngMb = 64;

const builtEntry = new URL('./recorder-thread.js', import.meta.url);

/**
 * A recorder in a thread of its own. Taking webhooks and recording them cost about the same; on one thread they would
 * take turns, and everything else the server does would wait for both.
 *
 * @param entry the program of the thread, where it is not the built one
 */
export function startRecorder(
  { intake }: Pick<RoleAddresses, 'intake'>,
  { onTrouble, onTopics }: RecorderNews,
  entry: URL = builtEntry,
): Recorder {
  const pending = new Map<number, Pending>();
  const packs = new BodyPacks((pack) => tell({ kind: 'read', ...pack }, [pack.bytes]));
  let lastBatch = 0;
  let stopping = false;
  let worker: Worker | undefined = start();
  let restartAt = 0;

  function start(): Worker {
    const thread = new Worker(entry, {
      workerData: { address: { intake } } satisfies RecorderData,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    thread.on('message', hear);
    thread.on('error', (error) => onTrouble?.(`The recorder failed: ${error.message}`));
    thread.on('exit', () => {
      worker = undefined;
      restartAt = performance.now() + restartMs;
      for (const { reject } of pending.values()) reject(new NotNow('database-away', 2));
      pending.clear();
    });
    return thread;
  }

  function hear(message: FromThread): void {
    if (message.kind === 'trouble') return onTrouble?.(message.reason);
    if (message.kind === 'spent') return packs.reuse(message.bytes);
    const waiting = pending.get(message.id)!;
    pending.delete(message.id);
    if (message.kind === 'never-read') return waiting.reject(new NotNow('database-away', 1));
    if (message.kind === 'recorded') {
      onTopics?.(message.topics);
      waiting.resolve(message.outcomes);
    } else waiting.reject(Object.assign(new Error(message.message), { code: message.code }));
  }

  function tell(message: ToThread, transfer: ArrayBuffer[] = []): void {
    if (!worker && !stopping && performance.now() >= restartAt) worker = start();
    worker?.postMessage(message, transfer);
  }

  return {
    read: (delivery) => packs.add(delivery),
    record(tickets) {
      packs.send();
      const id = (lastBatch += 1);
      tell({ kind: 'record', id, tickets });
      if (!worker) return Promise.reject(new NotNow('database-away', 2));
      return new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
    },
    forget: (ticket) => tell({ kind: 'forget', ticket }),
    works: () => worker !== undefined || performance.now() >= restartAt,
    async stop() {
      stopping = true;
      if (!worker) return;
      const thread = worker;
      const ended = new Promise((resolve) => thread.once('exit', resolve));
      tell({ kind: 'stop' });
      await ended;
    },
  };
}
