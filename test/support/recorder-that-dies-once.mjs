// A recorder's thread that ends at its first batch; started again, it is the real one. The file that DIED_ONCE names tells
// the first life from the second.
import { existsSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parentPort } from 'node:worker_threads';

const flag = process.env.DIED_ONCE;
if (existsSync(flag)) {
  await import('./recorder-thread.mjs');
} else {
  writeFileSync(flag, '');
  parentPort.once('message', () => process.exit(1));
}
