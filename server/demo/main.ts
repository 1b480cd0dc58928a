import { readSettings } from '../config.js';
import { runUntilSignal } from '../run.js';
import { startDemo } from './run-demo.js';

// Only warnings are logged unless asked for: the terminal belongs to the status line.
await runUntilSignal(async () =>
  startDemo(readSettings({ LOG_LEVEL: 'warn', ...process.env }), process.env.KINDCAST_DEMO_SEED),
);
