import { memoryOfTree } from '../machine/memory-of-process.js';
import type { OurServer } from '../servers/start-servers.js';

/** The server's memory at one moment, in MB. */
export interface MemorySample {
  /** Seconds since the soak began. */
  at: number;
  rss: number;
  /** JavaScript's heap of the main thread, as the server tells it in /metrics. */
  heap: number;
}

/** Looks at a server's memory at equal distances until it is stopped. */
export function sampleMemory(server: OurServer, everyMs: number): { stop(): Promise<MemorySample[]> } {
  const samples: MemorySample[] = [];
  const from = performance.now();
  let over = false;
  let wake = () => {};
  const sampling = (async () => {
    for (let turn = 1; !over; turn += 1) {
      const heap = await heapOf(server);
      samples.push({ at: (performance.now() - from) / 1_000, rss: memoryOfTree(server.pid).residentMb, heap });
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, Math.max(0, from + turn * everyMs - performance.now()));
        wake = () => (clearTimeout(late), resolve());
      });
    }
  })();
  return {
    async stop() {
      over = true;
      wake();
      await sampling;
      return samples;
    },
  };
}

async function heapOf(server: OurServer): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  const bytes = /^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics)?.[1];
  if (!bytes) throw new Error('The server does not tell its heap in /metrics.');
  return Number(bytes) / 2 ** 20;
}
