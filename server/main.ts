import cluster from 'node:cluster';
import { readSettings } from './config.js';
import { runUntilSignal } from './run.js';
import { startServer } from './start.js';
import { startWorkers } from './workers/start-workers.js';
import { startWorker } from './workers/worker.js';

if (cluster.isWorker) await runUntilSignal(startWorker);
await runUntilSignal(async () => {
  const settings = readSettings(process.env);
  const server = await (settings.workers > 1 ? startWorkers(settings) : startServer(settings));
  process.stdout.write(`Kindcast listens on ${server.url}\n`);
  if (server.madeOperatorKey)
    process.stdout.write(`Operator key, shown only this once, keep it safe: ${server.madeOperatorKey}\n`);
  return server;
});
