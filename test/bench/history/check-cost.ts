import type { CheckedBooks } from '../../../server/ledger/checks.js';
import { forgetPeak, largestBelow, memoryOfTree } from '../machine/memory-of-process.js';
import type { OurServer } from '../servers/start-servers.js';

/** What it costs to check all books. */
export interface CheckCost {
  seconds: number;
  ok: boolean;
  failed: CheckedBooks['checks'];
  /** Of the server's processes, before and at the highest. */
  serverMb: { idle: number; peak: number };
  /** Of the largest single process of PostgreSQL, without the buffers all share. */
  backendMb: number;
  /** How the server answered everybody else meanwhile: `GET /healthz`, milliseconds. */
  healthMs: { median: number; max: number };
}

const lookEveryMs = 50;

/** Lets the server check its books, and looks at its memory and at how it goes on answering meanwhile. */
export async function checkCost(server: OurServer, postmaster: number): Promise<CheckCost> {
  const idle = memoryOfTree(server.pid).residentMb;
  forgetPeak(server.pid);
  const health: number[] = [];
  let backendMb = 0;
  let over = false;
  const looking = (async () => {
    while (!over) {
      const from = performance.now();
      await (await fetch(`${server.url}/healthz`)).text();
      health.push(performance.now() - from);
      backendMb = Math.max(backendMb, largestBelow(postmaster));
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  })();
  const from = performance.now();
  const books = await server.checkBooks().finally(() => (over = true));
  const seconds = (performance.now() - from) / 1_000;
  await looking;
  const sorted = health.sort((a, b) => a - b);
  return {
    seconds,
    ok: books.ok,
    failed: books.checks.filter((check) => !check.ok),
    serverMb: { idle, peak: memoryOfTree(server.pid).peakMb },
    backendMb,
    healthMs: { median: sorted[sorted.length >> 1]!, max: sorted.at(-1)! },
  };
}
