import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { Server as SocketServer, type Namespace } from 'socket.io';
import type { TroubleLog } from '../log/calm-log.js';
import { originCheck } from './allowed-origin.js';
import type { FeedConnection } from './feed-connection.js';
import { feedMetrics, type FeedMetrics, type WhyRefused } from './feed-metrics.js';
import { Feed } from './feed.js';
import { hangUpOnFloods } from './hang-up.js';
import { PreparedFrames } from './prepared-frames.js';
import type { Topics } from './open-topics.js';
import { trimConnections } from './trim-connection.js';
import { WatchersByAddress, type AddressLimits } from './watchers-by-address.js';

export interface FeedNeeds {
  pool: Pool;
  topics: Topics;
  registry: Registry;
  log: TroubleLog;
  publicUrl: string;
  /** Sockets at once, of all and of one address. */
  limits: AddressLimits & { watchers: number };
}

export interface OpenFeed {
  /** Gives the feed's sockets their ids. */
  engine: SocketServer['engine'];
  /** The namespace `/live`, for rooms that bring screens of their own kind. */
  live: Namespace;
  /** Tells watchers why, and closes every socket. */
  stop(reason: string): Promise<void>;
}

/**
 * Every `pingIntervalMs` each screen is asked whether it is still there, and has `pingTimeoutMs` to answer: so both sides
 * know within 35 s of a connection that died without a word. Often enough for the mobile networks that forget a quiet
 * connection after 30 s; seldom enough that ten thousand screens cost 500 small packets a second; and patient enough
 * that a server that was busy for some seconds, or a phone in a tunnel, does not lose everybody.
 */
const pingIntervalMs = 20_000;
const pingTimeoutMs = 15_000;

/** Opens the feed on the server's own port: path `/socket.io`, namespace `/live` (docs/asyncapi.yaml). */
export function openFeed(http: HttpServer, { pool, topics, registry, log, publicUrl, limits }: FeedNeeds): OpenFeed {
  const metrics = feedMetrics(registry, { watchers: () => live.sockets.size, memory: topics.memory });
  const byAddress = new WatchersByAddress(limits);
  const io: SocketServer = new SocketServer(http, {
    path: '/socket.io',
    serveClient: false,
    perMessageDeflate: false,
    adapter: PreparedFrames,
    // Clients send nothing but the names of topics.
    maxHttpBufferSize: 16_384,
    // Who has connected but asked for nothing.
    connectTimeout: 10_000,
    pingInterval: pingIntervalMs,
    pingTimeout: pingTimeoutMs,
    cors: { origin: true },
    allowRequest: atTheDoor({
      room: () => io.engine.clientsCount < limits.watchers,
      roomFor: (request) => byAddress.hasRoom(byAddress.addressOf(request)),
      knows: originCheck(pool, publicUrl),
      metrics,
    }),
  });
  countAddresses(io, byAddress);
  hangUpOnFloods(io, { metrics, log });
  const trim = trimConnections(io);
  const live = io.of('/live');
  const feed = new Feed({ memory: topics.memory, frames: live.adapter as PreparedFrames, log, metrics });
  topics.tell(feed);
  live.on('connection', (socket) => {
    feed.serve(socket);
    trim(socket);
  });
  return {
    engine: io.engine,
    live,
    async stop(reason) {
      live.emit('closing', { reason });
      feed.stop();
      await io.close();
    },
  };
}

interface Door {
  room(): boolean;
  roomFor(request: IncomingMessage): boolean;
  /** Whether pages of this origin may watch. */
  knows(request: IncomingMessage): Promise<boolean>;
  metrics: FeedMetrics;
}

/** In the words a developer finds in the browser's console. */
const refusals: Record<WhyRefused, string> = {
  full: 'Too many are watching here just now; try again later.',
  address: 'Too many screens at your address are watching already.',
  origin: 'This page may not watch here; its address must be that of a connected shop.',
  'database-away': 'The server cannot check this page just now; try again shortly.',
};

function atTheDoor({ room, roomFor, knows, metrics }: Door) {
  return (request: IncomingMessage, answer: (error: string | null, yes: boolean) => void): void => {
    const refuse = (why: WhyRefused) => {
      metrics.refused(why);
      answer(refusals[why], false);
    };
    if (!room()) return refuse('full');
    if (!roomFor(request)) return refuse('address');
    knows(request).then(
      (yes) => (yes ? answer(null, true) : refuse('origin')),
      () => refuse('database-away'),
    );
  };
}

/** Of many that come in the same moment, all were asked at the door before the first was counted; so it is asked again. */
function countAddresses(io: SocketServer, byAddress: WatchersByAddress): void {
  io.engine.on('connection', (connection: FeedConnection) => {
    const address = byAddress.addressOf(connection.request!);
    if (!byAddress.hasRoom(address)) return connection.close(true);
    connection.on('close', byAddress.enter(address));
  });
}
