import type { Server as HttpServer } from 'node:http';
import type { Registry } from 'prom-client';
import { Server as SocketServer, type Namespace } from 'socket.io';
import type { Database } from '../database/database.js';
import type { TroubleLog } from '../log/calm-log.js';
import { originCheck } from './allowed-origin.js';
import { feedMetrics } from './feed-metrics.js';
import { Feed } from './feed.js';
import { hangUpOnFloods } from './hang-up-on-floods.js';
import { hearTopics, type OtherEar } from './hear-topics.js';

export interface FeedNeeds {
  database: Pick<Database, 'pool' | 'connectListener'>;
  registry: Registry;
  log: TroubleLog;
  publicUrl: string;
  /** Brings screens of a kind of their own, who hear news of their own. */
  also?: (live: Namespace) => OtherEar;
  /** Sockets at once. */
  watchersMax: number;
}

export interface OpenFeed {
  /** Gives the feed's sockets their ids. */
  engine: SocketServer['engine'];
  /** The namespace `/live`, for rooms that bring screens of their own kind. */
  live: Namespace;
  /** Tells watchers why, and closes every socket. */
  stop(reason: string): Promise<void>;
}

/** Opens the feed on the server's own port: path `/socket.io`, namespace `/live` (docs/asyncapi.yaml). */
export function openFeed(http: HttpServer, needs: FeedNeeds): OpenFeed {
  const { database, log } = needs;
  const allowed = originCheck(database.pool, needs.publicUrl);
  const io = new SocketServer(http, {
    path: '/socket.io',
    serveClient: false,
    perMessageDeflate: false,
    // Clients send nothing but the names of topics.
    maxHttpBufferSize: 16_384,
    // Who has connected but asked for nothing.
    connectTimeout: 10_000,
    cors: { origin: true },
    allowRequest: (request, answer) => {
      if (io.engine.clientsCount >= needs.watchersMax) return answer('Too many are watching here just now.', false);
      allowed(request).then(
        (yes) => answer(yes ? null : 'This page may not watch here.', yes),
        () => answer('The server cannot check this page just now.', false),
      );
    },
  });
  hangUpOnFloods(io);
  const live = io.of('/live');
  const feed = new Feed(
    database.pool,
    live,
    log,
    feedMetrics(needs.registry, () => live.sockets.size),
  );
  const ear = hearTopics({
    connect: () => database.connectListener(),
    onTopic: (topic) => feed.touch(topic),
    onGap: () => feed.touchAll(),
    also: needs.also?.(live),
    log,
  });
  return {
    engine: io.engine,
    live,
    async stop(reason) {
      live.emit('closing', { reason });
      feed.stop();
      await Promise.all([ear.stop(), io.close()]);
    },
  };
}
