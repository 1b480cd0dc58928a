import type { Server } from 'socket.io';
import type { TroubleLog } from '../log/calm-log.js';
import { bytesWaiting, hangUp, type FeedConnection } from './feed-connection.js';
import type { FeedMetrics, WhyEvicted } from './feed-metrics.js';
import { waitingBytesMax } from './prepared-frames.js';

/** A start page that comes back watches its 20 topics at once and then says nothing but "still here". */
const framesPerSecondMax = 100;

export interface HangingUp {
  metrics: FeedMetrics;
  log: TroubleLog;
}

/**
 * Hangs up on connections that talk without end, and on those that ask without reading the answers. Each of their frames is
 * small, and reading it costs little; a million of them, or of their answers, would keep the process from its orders.
 */
export function hangUpOnFloods(io: Server, needs: HangingUp): void {
  io.engine.on('connection', (connection: FeedConnection) => {
    let sinceMs = 0;
    let frames = 0;
    connection.on('packet', () => {
      const now = performance.now();
      if (now - sinceMs > 1_000) [sinceMs, frames] = [now, 0];
      frames += 1;
      if (frames > framesPerSecondMax) evict(connection, 'flood', needs);
      else if (bytesWaiting(connection) > waitingBytesMax) evict(connection, 'does-not-read', needs);
    });
  });
}

const said: Record<WhyEvicted, string> = {
  flood: 'a screen that sent frames without end was hung up on',
  'does-not-read': 'a screen that does not read what it gets was hung up on',
};

/** Ends it, counts it and says so. */
export function evict(connection: FeedConnection, why: WhyEvicted, { metrics, log }: HangingUp): void {
  // Frames that were already read are still gone through.
  if (connection.readyState !== 'open') return;
  metrics.evicted(why);
  log.warn({}, said[why]);
  hangUp(connection);
}
