// The other end of recorder.ts: reads verified bodies and records them, off the thread that takes webhooks.
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { shopify } from '../../plugin/shopify/shopify-platform.js';
import { troubleOf } from '../database/database-errors.js';
import { openRecordingPool } from '../database/database.js';
import { RecordingMemory } from '../giving/recording-memory.js';
import type { BodyPack } from './body-packs.js';
import { readBody, recordBodies, type ReadBody } from './record-bodies.js';
import type { FromThread, RecorderData, Ticket, ToThread } from './recorder.js';

const port = parentPort!;
const { address } = workerData as RecorderData;
const pool = openRecordingPool(address, (error) => {
  forgetAll();
  tell({ kind: 'trouble', reason: `A database connection broke: ${error.message}` });
});
const platforms = [shopify];
let memory = new RecordingMemory();
/** Read ahead, and waiting to be recorded or forgotten. */
const read = new Map<Ticket, ReadBody>();

/** How long connections may take to close at the end; a database that does not answer must not hold it up. */
const closeMsMax = 2_000;

port.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'read':
      return readAhead(message);
    case 'record':
      return void record(message.id, message.tickets);
    case 'forget':
      return void read.delete(message.ticket);
    case 'stop':
      return void Promise.race([pool.end(), sleep(closeMsMax)]).then(() => process.exit(0));
  }
});

function tell(message: FromThread, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

/** Who answers after a break may be another database, one step behind: a standby that took over, or a backup. */
function forgetAll(): void {
  memory = new RecordingMemory();
}

function readAhead({ bytes, ends, firstTicket, labels }: BodyPack): void {
  labels.forEach((label, at) => {
    const from = at === 0 ? 0 : ends[at - 1]!;
    read.set(firstTicket + at, readBody(platforms, { ...label, body: Buffer.from(bytes, from, ends[at]! - from) }));
  });
  tell({ kind: 'spent', bytes }, [bytes]);
}

async function record(id: number, tickets: readonly Ticket[]): Promise<void> {
  const bodies: ReadBody[] = [];
  for (const ticket of tickets) {
    const body = read.get(ticket);
    if (!body) return tell({ kind: 'never-read', id });
    bodies.push(body);
  }
  try {
    let topics: readonly string[] = [];
    const outcomes = await recordBodies(pool, memory, bodies, (changed) => (topics = changed));
    for (const ticket of tickets) read.delete(ticket);
    tell({ kind: 'recorded', id, outcomes, topics });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    if (troubleOf(error) === 'away') forgetAll();
    tell({ kind: 'failed', id, message, code });
  }
}
