import type { Server } from 'socket.io';

/** A start page that comes back watches its 20 topics at once and then says nothing but "still here". */
const framesPerSecondMax = 100;

/**
 * Hangs up on connections that talk without end. Each of their frames is small, and reading it costs little; a million of
 * them would keep the process from its orders.
 */
export function hangUpOnFloods(io: Server): void {
  io.engine.on('connection', (connection: FeedConnection) => {
    let sinceMs = 0;
    let frames = 0;
    connection.on('packet', () => {
      const now = performance.now();
      if (now - sinceMs > 1_000) [sinceMs, frames] = [now, 0];
      frames += 1;
      if (frames <= framesPerSecondMax) return;
      connection.close(true);
      // A polite goodbye would go on reading what comes.
      connection.request.socket.destroy();
    });
  });
}

/** What is used of Engine.IO's own socket, whose types Socket.IO does not pass on. */
interface FeedConnection {
  request: { socket: { destroy(): void } };
  on(event: 'packet', listener: () => void): void;
  close(discard: boolean): void;
}
