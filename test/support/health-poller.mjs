// Asks /healthz again and again, over a new connection each time, in a thread of its own: what the tests are busy with
// must not look like a slow server.
import { request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

let asking = true;
parentPort.once('message', () => (asking = false));
const timesMs = [];
const failures = [];
while (asking) {
  const since = performance.now();
  try {
    const status = await ask(workerData.url);
    if (status !== 200) failures.push(`answered ${status}`);
  } catch (error) {
    failures.push(error.message);
  }
  timesMs.push(performance.now() - since);
  await sleep(20);
}
parentPort.postMessage({ timesMs, failures });

function ask(url) {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/healthz`, { agent: false, timeout: 10_000 }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer within 10 s')));
    asked.on('error', reject).end();
  });
}
