import { readFileSync } from 'node:fs';

/** What V8 writes with --cpu-prof: a tree of call frames and, for each sample, the frame it fell into. Times in µs. */
interface RawProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[];
  }[];
  startTime: number;
  samples: number[];
  timeDeltas: number[];
}

export interface Frame {
  name: string;
  /** Module, shortened to what tells it apart: `dist/server/…`, `zod`, `node:net`; empty for V8's own. */
  module: string;
  line: number;
}

/** How long one stack was on the processor. `stack` begins with the innermost frame. */
export interface StackTime {
  stack: Frame[];
  us: number;
}

/** The time of every stack between two moments of CLOCK_MONOTONIC. */
export function readProfile(file: string, { from, to }: { from: number; to: number }): StackTime[] {
  const raw = JSON.parse(readFileSync(file, 'utf8')) as RawProfile;
  const parentOf = new Map<number, number>();
  for (const node of raw.nodes) for (const child of node.children ?? []) parentOf.set(child, node.id);
  const frames = new Map(raw.nodes.map(({ id, callFrame }) => [id, frameOf(callFrame)] as const));
  const times = new Map<number, number>();
  let at = raw.startTime;
  raw.samples.forEach((node, index) => {
    at += raw.timeDeltas[index]!;
    // A sample's time is the time until the next one.
    if (at >= from && at < to) times.set(node, (times.get(node) ?? 0) + (raw.timeDeltas[index + 1] ?? 0));
  });
  return [...times].map(([node, us]) => {
    const stack: Frame[] = [];
    for (let id: number | undefined = node; id !== undefined; id = parentOf.get(id)) stack.push(frames.get(id)!);
    return { stack, us };
  });
}

function frameOf({ functionName, url, lineNumber }: RawProfile['nodes'][number]['callFrame']): Frame {
  const name = functionName || '(anonymous)';
  const packageName = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(url)?.[1];
  const own = /\/(dist\/.*)$/.exec(url)?.[1];
  return { name, module: packageName ?? own ?? url, line: lineNumber + 1 };
}
