import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { buildApp } from './app.js';
import { SettingsError, type Settings } from './config.js';
import { openDatabase, type Database } from './database/database.js';
import { troubleOf } from './database/database-errors.js';
import { startOwnDatabase, useDatabase, type FoundDatabase } from './database/find-database.js';
import { CalmLog } from './log/calm-log.js';
import { findOperatorKey } from './people/operator-key.js';
import { findSecretKey } from './secrets/find-secret-key.js';
import { sealWith, type Seal } from './secrets/seal.js';

export interface RunningServer {
  /** Where it really listens. */
  url: string;
  /** The operator key, when it was made just now: shown once, kept only as a hash. */
  madeOperatorKey?: string;
  /** Settles when the server cannot go on. */
  failed: Promise<Error>;
  stop(reason?: string): Promise<void>;
}

const insufficientPrivilege = '42501';

export interface StartOptions {
  showOverlays?: boolean;
}

/**
 * Starts everything: database (embedded unless DATABASE_URL is set), migrations, app, feed.
 *
 * @throws {SettingsError | DatabaseStartError} when a setting or folder cannot be used; nothing is left running
 */
export async function startServer(settings: Settings, options: StartOptions = {}): Promise<RunningServer> {
  const log = pino({ level: settings.logLevel, base: null });
  await assertPortFree(settings);
  const found = await findDatabase(settings, (line) => log.info(line));
  const trouble = new CalmLog(log);
  const database = openDatabase(found.address, (error) =>
    trouble.warn({ reason: error.message }, 'a database connection broke'),
  );
  const undo = async () => {
    await database.close();
    await found.stop();
  };
  try {
    const seal = sealWith(findSecretKey(settings.dataFolder, settings.secretKey));
    await assertSecretKeyFits(database, seal);
    // Last of what may fail: a key that was made and kept, but never shown, would lock everybody out.
    const operatorKey = await findOperatorKey(database.knex, settings.operatorKey);
    const app = buildApp({
      settings,
      database,
      seal,
      operatorKey,
      log: trouble,
      showOverlays: options.showOverlays ?? false,
    });
    await listen(app.http, settings);
    const { port } = app.http.address() as AddressInfo;
    const failed = new Promise<Error>((resolve) =>
      found.onEnd(() =>
        resolve(new SettingsError('The embedded database has ended; see postgres.log in the data folder.')),
      ),
    );
    return {
      url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
      ...(operatorKey.made && { madeOperatorKey: operatorKey.made }),
      failed,
      async stop(reason = 'the server is stopping') {
        log.info({ reason }, 'stopping');
        await app.stop(reason);
        await undo();
      },
    };
  } catch (error) {
    await undo();
    throw error;
  }
}

/** A server with another secret key could verify no shop; better said now than to each of them. */
async function assertSecretKeyFits({ pool }: Database, seal: Seal): Promise<void> {
  const { rows } = await pool.query<{ webhook_secret: Buffer }>(
    'SELECT webhook_secret FROM shops WHERE webhook_secret IS NOT NULL ORDER BY created_at DESC LIMIT 1',
  );
  try {
    for (const row of rows) seal.open(row.webhook_secret);
  } catch {
    throw new SettingsError(
      "The shops' secrets in this database were sealed with another key; set KINDCAST_SECRET_KEY to it, or put the file secret-key back into KINDCAST_DATA.",
    );
  }
}

async function findDatabase(settings: Settings, log: (line: string) => void): Promise<FoundDatabase> {
  if (!settings.databaseUrl) return startOwnDatabase(settings.dataFolder, log);
  try {
    return await useDatabase(settings.databaseUrl);
  } catch (error) {
    if ((error as { code?: string }).code === insufficientPrivilege)
      throw new SettingsError(
        `DATABASE_URL's user may not set up the database (${(error as Error).message}); give it CREATEROLE and its own database, or let an administrator run: CREATE ROLE kindcast_server; GRANT kindcast_server TO <user>.`,
      );
    if (troubleOf(error) !== 'away') throw error;
    throw new SettingsError(`DATABASE_URL cannot be used: ${(error as Error).message}.`);
  }
}

/** Asked before a database is started for nothing; the real listening decides in the end. */
async function assertPortFree(settings: Settings): Promise<void> {
  if (settings.port === 0) return;
  const { createServer } = await import('node:net');
  const probe = createServer();
  await listen(probe, settings);
  probe.close();
  await once(probe, 'close');
}

async function listen(
  server: {
    listen(port: number, host: string): unknown;
    once(event: string, listener: (error: Error) => void): unknown;
  },
  { port, host }: Settings,
): Promise<void> {
  const listening = once(server as never, 'listening');
  server.listen(port, host);
  try {
    await listening;
  } catch (error) {
    const why: Record<string, string> = {
      EADDRINUSE: `PORT ${port} is already in use; stop the other program or set PORT to another number.`,
      EACCES: `PORT ${port} needs rights this user does not have; set PORT to a number above 1023.`,
      EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
      ENOTFOUND: `HOST ${host} is not known as an address.`,
    };
    throw new SettingsError(why[(error as NodeJS.ErrnoException).code ?? ''] ?? `Listening failed: ${String(error)}`);
  }
}
