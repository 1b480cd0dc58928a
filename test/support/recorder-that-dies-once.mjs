// A recorder's thread that ends at its first batch; started again, it is the real one. Its address says, as `?flag=`,
// which file tells the first life from the second.
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

const flag = new URL(import.meta.url).searchParams.get('flag');
if (existsSync(flag)) {
  await import('./recorder-thread.mjs');
} else {
  writeFileSync(flag, '');
  parentPort.once('message', () => process.exit(1));
}
