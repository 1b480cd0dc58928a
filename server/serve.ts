import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { buildApp, type App, type AppNeeds } from './app.js';
import type { Settings } from './config.js';
import { openDatabase } from './database/database.js';
import { pruneIdempotencyKeys } from './http/prune-idempotency-keys.js';
import type { Installation } from './installation.js';
import { pruneDeadLetters } from './intake/prune-dead-letters.js';
import { runAsLeader } from './jobs/run-as-leader.js';
import { listen } from './listen.js';
import { CalmLog } from './log/calm-log.js';
import { watchSecretKeys } from './secrets/find-secret-key.js';
import { sealWith } from './secrets/seal.js';
import { keepHistory, thinHistory } from './totals/keep-history.js';
import { surroundingsOf } from './webhooks/find-address.js';
import { pruneDeliveries, pruneEvents, switchOffOverfull } from './webhooks/prune-events.js';
import { sendDeliveries, senderConnection } from './webhooks/send-deliveries.js';
import { tellEvents } from './webhooks/tell-events.js';

export interface ServeOptions extends Partial<Pick<AppNeeds, 'showOverlays' | 'figures' | 'demo'>> {
  /** The last word before the first request. */
  beforeListening?(app: App): Promise<void>;
}

export interface Serving {
  /** Where it really listens. */
  url: string;
  stop(reason: string): Promise<void>;
}

/**
 * One process that serves an installation: the app, its connections, its part in the jobs.
 *
 * @throws {SettingsError} when it cannot listen; nothing is left open
 */
export async function serve(
  settings: Settings,
  installation: Installation,
  log: Logger,
  { beforeListening, ...options }: ServeOptions = {},
): Promise<Serving> {
  const trouble = new CalmLog(log);
  const onError = (error: Error) => trouble.warn({ reason: error.message }, 'a database connection broke');
  const database = openDatabase(installation.database, onError);
  const seal = sealWith(watchSecretKeys(settings), installation.keyRoot);
  const app = buildApp({
    settings,
    database,
    seal,
    operatorKey: installation.operatorKey,
    log: trouble,
    showOverlays: false,
    ...options,
  });
  try {
    await beforeListening?.(app);
    await listen(app.http, settings);
  } catch (error) {
    await app.stop('the server could not start');
    await database.close();
    throw error;
  }
  const jobs = runAsLeader({
    database: installation.database.jobs,
    jobs: [
      keepHistory,
      thinHistory,
      tellEvents(),
      switchOffOverfull(),
      pruneIdempotencyKeys,
      pruneDeadLetters,
      pruneDeliveries,
      pruneEvents,
    ],
    log,
  });
  const sender = runAsLeader({
    database: senderConnection(installation.database.jobs),
    name: 'webhooks',
    jobs: [sendDeliveries({ seal, surroundings: surroundingsOf(settings.webhooks), log: trouble })],
    log,
  });
  const { port } = app.http.address() as AddressInfo;
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    async stop(reason) {
      log.info({ reason }, 'stopping');
      await Promise.all([app.stop(reason), jobs.stop(), sender.stop()]);
      await database.close();
    },
  };
}
