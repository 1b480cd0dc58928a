import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { results, run, type FaultResult } from './run.js';

/** Loaded by `npm run test:faults`: makes it the full run and prints the summary at its end, also as JSON. */

run.isFull = true;

const folder = path.resolve(import.meta.dirname, '../../output');

const columns: [string, (result: FaultResult) => string | number][] = [
  ['fault', ({ fault, what }) => `${fault} ${what}`],
  ['events', ({ events }) => events],
  ['sent', ({ sent }) => sent],
  ['refused 503', ({ refused }) => refused],
  ['broken off', ({ brokenOff }) => brokenOff],
  ['acknowledged', ({ acknowledged }) => acknowledged],
  ['counted', ({ counted }) => counted],
  ['checks green', ({ checks }) => checks],
  ['longest wait s', ({ longestWaitMs }) => (longestWaitMs / 1_000).toFixed(1)],
  ['took s', ({ seconds }) => seconds.toFixed(0)],
];

function table(): string {
  const rows = [
    columns.map(([name]) => name),
    ...results.map((result) => columns.map(([, value]) => `${value(result)}`)),
  ];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(rows[0]!), line(rule), ...rows.slice(1).map(line)].join('\n');
}

export function mochaGlobalTeardown(): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'faults.json');
  writeFileSync(file, `${JSON.stringify({ seed: run.seed, at: new Date().toISOString(), results }, null, 2)}\n`);
  process.stdout.write(`\nSeed ${run.seed} (KINDCAST_FAULT_SEED=${run.seed} draws the same again)\n\n${table()}\n\n`);
}
