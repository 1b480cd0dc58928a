/** What the processes of a crowd of watchers and the test say to one another. */

/**
 * - `ours`: the very client of our screens (`widgets/feed/watch-topic.ts`) on the official Socket.IO client
 * - `light`: speaks just enough of the protocol on a bare websocket to be one of thousands; comes back as ours do
 * - `deaf`: watches, and then never reads nor answers anything again
 * - `sly`: never reads either, but claims again and again that it is still there
 */
export type Kind = 'ours' | 'light' | 'deaf' | 'sly';

export type Ask =
  | { what: 'watch'; url: string; topics: string[]; kind: Kind; count: number }
  /** From now on new figures: what was heard before is not in the next report. */
  | { what: 'begin' }
  | { what: 'report' };

export interface Report {
  /** How many are connected and were answered. */
  watching: number;
  /** Times (ms of Date.now()) at which they were answered since `begin`, the first of each. */
  backAt: number[];
  /** What the first topic's watchers show, as JSON, and how many show it. */
  shown: Record<string, number>;
  /** The `seq`s that were heard since `begin`, as JSON, and how many heard exactly these; of light ones. */
  heard: Record<string, number>;
  /** Milliseconds from a state's time in the database until it was heard, since `begin`; of light ones. */
  lateMs: number[];
  /** Watchers who heard a `seq` that was not greater than the one before. */
  disordered: number;
}

/** One watcher, as its process sees it. */
export interface Watcher {
  isWatching(): boolean;
  begin(): void;
  backAt(): number | undefined;
  /** The totals that a screen would show now, and the gifts where it keeps them. */
  shown(): string | undefined;
  heard?: { seqs: number[]; lateMs: number[]; disordered: boolean };
}
