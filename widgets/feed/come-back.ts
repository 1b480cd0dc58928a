/** Whoever lost the connection is back within about this time once the server is there again. */
export const RECONNECT_WITHIN_MS = 5_000;

/**
 * How Socket.IO tries to connect again. Everyone loses the connection at the same moment when a server restarts, and must
 * not come back at the same moment: the first try is 0.1 to 2.4 s after the loss, later ones up to five seconds apart.
 */
export const comeBackSpreadOut = {
  reconnectionDelay: RECONNECT_WITHIN_MS / 4,
  reconnectionDelayMax: RECONNECT_WITHIN_MS,
  randomizationFactor: 0.9,
} as const;
