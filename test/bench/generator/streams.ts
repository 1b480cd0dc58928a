/** What a generator sends: only new orders, only what was counted before, or a mixture as stores send it. */
export type Stream = 'new' | 'duplicates' | 'mixed';

export const kinds = ['new', 'update', 'edit', 'refund', 'duplicate'] as const;
export type Kind = (typeof kinds)[number];

/** One delivery of a stream: what kind it is, and the number of the order it tells of. */
export interface Drawn {
  kind: Kind;
  order: number;
}

/** 70 % new, 15 % updates (half of them edit a quantity), 10 % refunds, 5 % duplicates. */
const mixture = 'NNNUNNNRNNUNNDNNRNUN';
const newPerCycle = 14;
/** What happens later happens to orders this many cycles old: answered long ago at any number of connections. */
const cyclesBetween = 32;

/** Deliveries that come before the clock may start, so that there is something to repeat or to change. */
export const leadOf: Record<Stream, number> = { new: 0, duplicates: 2_000, mixed: newPerCycle * cyclesBetween };

/** The delivery at a place of a stream; the same at every call. */
export function draw(stream: Stream, at: number): Drawn {
  const lead = leadOf[stream];
  if (stream === 'new' || at < lead) return { kind: 'new', order: at };
  if (stream === 'duplicates') return { kind: 'duplicate', order: at % lead };
  const cycle = Math.floor((at - lead) / mixture.length);
  const place = (at - lead) % mixture.length;
  const letter = mixture[place]!;
  const before = countOf(letter, place);
  const old = cycle * newPerCycle;
  if (letter === 'N') return { kind: 'new', order: lead + old + before };
  if (letter === 'U') return { kind: (cycle + before) % 2 === 0 ? 'update' : 'edit', order: old + before };
  if (letter === 'R') return { kind: 'refund', order: old + 3 + before };
  return { kind: 'duplicate', order: old + 5 };
}

const counts = new Map<string, number>();
function countOf(letter: string, place: number): number {
  const key = letter + place;
  let count = counts.get(key);
  if (count === undefined) counts.set(key, (count = mixture.slice(0, place).split(letter).length - 1));
  return count;
}
