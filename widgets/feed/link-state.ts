/**
 * How well a screen hears the server.
 * - connecting: not yet answered since the page opened
 * - live: the server answered `watch` and the connection stands
 * - reconnecting: the connection is gone, and it is being set up again
 * - stale: no word for so long that the numbers must be shown as old
 */
export type Link = 'connecting' | 'live' | 'reconnecting' | 'stale';

export const STALE_AFTER_MS = 10_000;

export function linkState(heard: { connected: boolean; ever: boolean; lastWordAt: number }, now: number): Link {
  if (heard.connected) return 'live';
  if (now - heard.lastWordAt >= STALE_AFTER_MS) return 'stale';
  return heard.ever ? 'reconnecting' : 'connecting';
}
