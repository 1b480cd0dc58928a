// The other end of recorder.ts: reads verified bodies and records them, off the thread that takes webhooks.
import { parentPort, workerData } from 'node:worker_threads';
import { shopify } from '../../plugin/shopify/shopify-platform.js';
import { openRecordingPool, type DatabaseAddress } from '../database/database.js';
import { RecordingMemory } from '../giving/recording-memory.js';
import { recordBodies } from './record-bodies.js';
import type { BatchForThread, FromThread } from './recorder.js';

const port = parentPort!;
const { address } = workerData as { address: DatabaseAddress };
const pool = openRecordingPool(address, (error) => port.postMessage({ broke: error.message } satisfies FromThread));
const needs = { pool, memory: new RecordingMemory(), platforms: [shopify] };

port.on('message', (message: BatchForThread | 'stop') => {
  if (message === 'stop') {
    void pool.end().then(() => port.close());
    return;
  }
  const { id, bytes, ends, labels } = message;
  const bodies = ends.map((end, at) => Buffer.from(bytes, at === 0 ? 0 : ends[at - 1]!, end - (ends[at - 1] ?? 0)));
  recordBodies(
    needs,
    labels.map((label, at) => ({ ...label, body: bodies[at]! })),
  ).then(
    (outcomes) => port.postMessage({ id, outcomes, bytes } satisfies FromThread, [bytes]),
    (error: Error & { code?: string }) =>
      port.postMessage({ id, error: { message: error.message, code: error.code }, bytes } satisfies FromThread, [
        bytes,
      ]),
  );
});
