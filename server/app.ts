import type { Server as HttpServer } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Server as SocketServer } from 'socket.io';
import type { Settings } from './config.js';
import type { Database } from './database/database.js';
import { givingChecks } from './giving/checks.js';
import { findThanks, type ThanksKey } from './giving/thanks.js';
import { BodiesInHand } from './http/bodies-in-hand.js';
import { Connections } from './http/connections.js';
import { createHttpServer } from './http/http-server.js';
import { mountRoutes, problemHandler } from './http/mount-routes.js';
import { connectionsAllowed } from './http/open-files.js';
import { Problem } from './http/problem.js';
import { securityHeaders } from './http/security-headers.js';
import { intakeMetrics } from './intake/intake-metrics.js';
import { startRecorder } from './intake/recorder.js';
import { openIntake } from './intake/webhook-route.js';
import { ledgerChecks } from './ledger/checks.js';
import type { TroubleLog } from './log/calm-log.js';
import { OverlaySockets } from './live/overlay-sockets.js';
import { overlayUrl } from './live/session-wire.js';
import { sessionsForPages, type SessionWithTotals } from './live/sessions-for-pages.js';
import { databaseMetrics } from './ops/database-metrics.js';
import { pageRouter, sendNotFound, type SessionForPage } from './pages/page-routes.js';
import { readFacts } from './pages/read-facts.js';
import { authoriseWith } from './people/find-caller.js';
import { openPeople, type PeopleNeeds } from './people/open-people.js';
import type { OperatorKey } from './people/operator-key.js';
import { elsewhere, everyRoute, platforms } from './routes.js';
import type { Seal } from './secrets/seal.js';
import { shopDirectory } from './shops/shop-directory.js';
import { totalsChecks } from './totals/checks.js';
import { openFeed } from './totals/open-feed.js';
import { openTopics } from './totals/open-topics.js';
import { totalsDoor } from './totals/totals-routes.js';
import { surroundingsOf } from './webhooks/find-address.js';
import { HistoryMemory } from './totals/history-memory.js';

/** Every check of the books, from the ledger upwards. */
export const bookChecks = [...ledgerChecks, ...givingChecks, ...totalsChecks];

/** Of all connections; however many watch, the rest is for stores. */
const watchersShare = 0.9;

/** How long requests that are still being answered may hold up the end. */
const dawdleMsMax = 1_500;

export interface App {
  http: HttpServer;
  /** This process's own figures. */
  registry: Registry;
  /** Gives the feed's sockets their ids. */
  engine: SocketServer['engine'];
  /** Answers what was taken, tells watchers, closes every socket. */
  stop(reason: string): Promise<void>;
}

export interface AppNeeds {
  settings: Settings;
  database: Database;
  seal: Seal;
  operatorKey: OperatorKey;
  log: TroubleLog;
  /** The figures of all processes, where there are several. */
  figures?: (() => Promise<string>) | undefined;
  /** Overlay addresses are secrets; only a demo shows them on its start page. */
  showOverlays: boolean;
  /** The program of the recorder's thread; tests run it from its source. */
  recorderEntry?: URL;
  /** Where letters are shown that nobody sends. */
  people?: Pick<PeopleNeeds, 'showLetter'>;
  /** In a demo alone. */
  demo?: PeopleNeeds['demo'];
}

/** Puts the rooms together: intake on top, the API and pages beside it, the feed behind the same port. */
export function buildApp(needs: AppNeeds): App {
  const { settings, database, seal, log } = needs;
  const { knex, pools } = database;
  /** Reads what anybody may know. */
  const { public: pool } = pools;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  let stopping = false;

  const bodies = new BodiesInHand(settings.bodiesBytes);
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders(settings.publicUrl));

  const overlays = new OverlaySockets(knex, log);
  const topics = openTopics(database, log, overlays);
  const totals = totalsDoor(topics.memory, log);
  const recorder = startRecorder(
    database.address,
    {
      onTrouble: (reason) => log.warn({ reason }, 'recording was disturbed'),
      // Whoever asks for totals once his order has been answered sees it counted, before the database has told of it.
      onTopics: (names) => names.forEach((name) => topics.memory.touch(name)),
    },
    needs.recorderEntry,
  );
  const shops = shopDirectory(pools.intake, seal);
  const intake = openIntake({
    pool: pools.intake,
    seal,
    recorder,
    shops,
    platforms,
    bodies,
    limits: settings.queue,
    appSecrets: () => settings.shopifySecrets,
    metrics: intakeMetrics(registry),
    log,
  });

  const people = openPeople({ settings, database, seal, log, demo: needs.demo, ...needs.people });
  const history = new HistoryMemory(pool);
  const routes = everyRoute({
    publicUrl: settings.publicUrl,
    people,
    pool,
    intakePool: pools.intake,
    checksPool: pools.checks,
    seal,
    recorder,
    history,
    surroundings: surroundingsOf(settings.webhooks),
    checks: bookChecks,
    figures: needs.figures ?? (() => registry.metrics()),
    takesOrders: () => !stopping && recorder.works(),
    ownDisk: settings.databaseUrl === undefined ? settings.dataFolder : undefined,
  });
  const authorise = authoriseWith(needs.operatorKey, people.credentials, settings.publicUrl);
  people.mount(app, { bodies, authorise });
  mountRoutes(app, routes, {
    knex,
    bodies,
    seal,
    proxies: settings.proxies,
    authorise,
    elsewhere,
    // As above.
    onWritten: () => {
      topics.memory.touchAll();
      shops.forget();
    },
  });
  app.use(pageRouter({ ...pagesNeed(needs), ...readFacts(pool, history) }));
  answerTheRest(app, log);

  const room = roomFor(settings.connections, log);
  const connections = new Connections(room);
  const http = createHttpServer(connections, (request, response) => {
    if (intake.serves(request)) intake.serve(request, response);
    else if (totals.serves(request)) totals.serve(request, response);
    else app(request, response);
  });
  const feed = openFeed(http, {
    pool,
    topics,
    registry,
    log,
    publicUrl: settings.publicUrl,
    limits: { ...settings, watchers: Math.floor(room * watchersShare) },
  });
  overlays.serve(feed.live);
  databaseMetrics(registry, database);
  connections.guard(http);
  return {
    http,
    registry,
    engine: feed.engine,
    async stop(reason) {
      stopping = true;
      await intake.stop();
      await recorder.stop();
      // Answers on their way get a moment; a connection that dawdles must not hold up the end.
      const late = setTimeout(() => http.closeAllConnections(), dawdleMsMax);
      await Promise.all([topics.stop(), feed.stop(reason), people.stop()]);
      clearTimeout(late);
    },
  };
}

function roomFor(wanted: number, log: TroubleLog): number {
  const allowed = connectionsAllowed(wanted);
  if (allowed < wanted)
    log.warn({ wanted, allowed }, 'the limit of open files (ulimit -n) leaves room for fewer connections than wanted');
  return allowed;
}

/** What no route answers: a page for people, a problem for programs; and whatever went wrong before. */
function answerTheRest(app: Express, log: TroubleLog): void {
  const forPeople = (request: Request) => request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
  app.use((request, response) => {
    if (forPeople(request)) sendNotFound(request, response);
    else throw new Problem('not-found', `There is nothing at ${request.method} ${request.path}; see /openapi.json.`);
  });
  // An address that cannot even be read (`%ZZ`) leads a person nowhere either.
  const unreadable: ErrorRequestHandler = (error, request, response, next) => {
    const ofAddress = error instanceof URIError && (error as { status?: number }).status === 400;
    if (ofAddress && !response.headersSent && forPeople(request)) sendNotFound(request, response);
    else next(error);
  };
  app.use(unreadable, problemHandler(log));
}

function pagesNeed({ settings, database, showOverlays, demo }: AppNeeds) {
  const sessions = sessionsForPages(database);
  const forPage = ({ row, state }: SessionWithTotals): SessionForPage => ({
    id: row.id,
    title: row.title,
    streamer: row.streamer,
    status: row.status,
    ...(row.started_at && { startedAt: row.started_at.toISOString() }),
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
    snapshot: state.snapshot as SessionForPage['snapshot'],
    gifts: state.gifts,
  });
  return {
    publicUrl: settings.publicUrl,
    demo: demo !== undefined,
    sessionById: async (id: string) => maybe(await sessions.byId(id)),
    sessionByOverlayKey: async (key: string) => maybe(await sessions.byOverlayKey(key)),
    thanksOf: (order: ThanksKey) => findThanks(database.pools.public, order),
    sessionsForStartPage: async () => {
      const newest = await sessions.newest();
      const keys = showOverlays ? await sessions.overlayKeys(newest) : undefined;
      return newest.map((found) => ({ ...forPage(found), ...addressOf(keys?.get(found.row.id)) }));
    },
  };

  function addressOf(key: string | undefined) {
    return key !== undefined && { overlayUrl: overlayUrl(settings.publicUrl, { overlay_key: key }) };
  }

  function maybe(found: SessionWithTotals | undefined) {
    return found && forPage(found);
  }
}
