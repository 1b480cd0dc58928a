import type { SoakResult } from '../soak/run-soak.js';
import { isTrue } from '../intake/truth.js';
import { fixed, table, whole } from './figures.js';
import { generatorLine } from './generator-line.js';
import { refusedIn } from './intake-table.js';

export function soakTables(result: SoakResult): string {
  const { minutes, capacity, sent, measured, windowSeconds, memory, truth } = result;
  return [
    `### Soak: ${minutes} minute(s) of mixed 10 KB at ${whole(sent)}/s`,
    `Full load just before: ${whole(capacity)}/s. Answered 200: ${whole(measured.rate)}/s; other answers: ` +
      `${whole(refusedIn(measured))}; broken connections: ${whole(measured.brokenConnections)}.`,
    windowsTable(result),
    `A stretch is ${fixed(windowSeconds, 0)} s; latencies count from when a delivery was due.`,
    memoryTable(result),
    `Memory is ${isFlat(result) ? 'flat' : 'NOT FLAT'}: the last third may be 5 % or 10 MB above the first. The heap ` +
      `is counted by its lows between collections. RSS now: ${whole(measured.memory.residentMb)} MB, highest ever: ` +
      `${whole(measured.memory.peakMb)} MB, by the line through all samples ${fixed(memory.rss.perMinute, 2)} MB a minute.`,
    generatorLine([measured]),
    `New orders answered 200: ${whole(truth.answered)}; stored: ${whole(truth.orders)}. Checks of the books: ` +
      `${truth.ours?.checksOk ? 'ok' : `FAILED ${JSON.stringify(truth.ours?.failedChecks)}`}.` +
      (isTrue(truth) ? '' : ' THIS DOES NOT FIT.'),
  ].join('\n\n');
}

export const isFlat = ({ memory }: SoakResult) => memory.rss.flat && memory.heap.flat;

function windowsTable({ windows, windowSeconds }: SoakResult): string {
  const rows = windows.map(({ perSecond, latencyMs }, at) => [
    String(at + 1),
    whole(perSecond),
    fixed(latencyMs.p50, 1),
    fixed(latencyMs.p99, 1),
    fixed(latencyMs.max, 1),
  ]);
  return table([windowSeconds === 60 ? 'minute' : 'stretch', 'per s', 'p50 ms', 'p99 ms', 'max ms'], rows);
}

function memoryTable({ memory }: SoakResult): string {
  const rows = (['rss', 'heap'] as const).map((kind) => {
    const { firstThird, lastThird, perMinute, flat } = memory[kind];
    return [
      kind === 'rss' ? 'RSS' : 'heap, lows',
      fixed(firstThird, 1),
      fixed(lastThird, 1),
      fixed(perMinute, 2),
      flat ? 'flat' : 'NOT FLAT',
    ];
  });
  return table(['MB', 'first third', 'last third', 'per minute', ''], rows);
}
