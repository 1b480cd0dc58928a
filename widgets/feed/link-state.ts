/**
 * How well a screen hears the server.
 * - connecting: not yet answered since the page opened
 * - live: the server answered `watch`, and its last word is no older than ten seconds
 * - reconnecting: the connection is gone, and it is being set up again
 * - stale: no word for so long that the numbers must be shown as old, whatever the connection seems to be. So it is after
 *   an hour asleep, and when the network drops everything without a sign.
 */
export type Link = 'connecting' | 'live' | 'reconnecting' | 'stale';

/** The server mentions even a quiet topic more than twice in this time (server/totals/still-there.ts). */
export const STALE_AFTER_MS = 10_000;

/** `connected`: it answered `watch` on a connection that seems to stand; `ever`: it did so before. */
export interface Heard {
  connected: boolean;
  ever: boolean;
  lastWordAt: number;
}

export function linkState({ connected, ever, lastWordAt }: Heard, now: number): Link {
  // Either way: a clock that was set back by an hour does not know how long the silence lasted.
  if (Math.abs(now - lastWordAt) >= STALE_AFTER_MS) return 'stale';
  if (connected) return 'live';
  return ever ? 'reconnecting' : 'connecting';
}
