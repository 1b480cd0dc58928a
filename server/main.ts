import { readSettings } from './config.js';
import { runUntilSignal } from './run.js';
import { startServer } from './start.js';

await runUntilSignal(async () => {
  const server = await startServer(readSettings(process.env));
  process.stdout.write(`Kindcast listens on ${server.url}\n`);
  if (server.madeOperatorKey)
    process.stdout.write(`Operator key, shown only this once, keep it safe: ${server.madeOperatorKey}\n`);
  return server;
});
