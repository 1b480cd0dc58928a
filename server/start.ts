import { pino } from 'pino';
import { SettingsError, type Settings } from './config.js';
import { openInstallation, type OpenInstallation } from './installation.js';
import { assertPortFree } from './listen.js';
import { serve, type ServeOptions } from './serve.js';

export interface RunningServer {
  /** Where it really listens. */
  url: string;
  /** The operator key, when it was made just now: shown once, kept only as a hash. */
  madeOperatorKey?: string;
  /** Settles when the server cannot go on. */
  failed: Promise<Error>;
  stop(reason?: string): Promise<void>;
}

export type StartOptions = Pick<ServeOptions, 'showOverlays' | 'demo'>;

/**
 * Starts everything in this one process: database (embedded unless DATABASE_URL is set), migrations, app, feed, jobs.
 *
 * @throws {SettingsError | DatabaseStartError} when a setting or folder cannot be used; nothing is left running
 */
export async function startServer(settings: Settings, options: StartOptions = {}): Promise<RunningServer> {
  const log = pino({ level: settings.logLevel, base: null });
  await assertPortFree(settings);
  const opened = await openInstallation(settings, log);
  try {
    const serving = await serve(settings, opened.installation, log, options);
    const { made } = opened.installation.operatorKey;
    return {
      url: serving.url,
      ...(made && { madeOperatorKey: made }),
      failed: databaseEnds(opened),
      async stop(reason = 'the server is stopping') {
        await serving.stop(reason);
        await opened.stop();
      },
    };
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

/** The failure of a server whose embedded database has ended by itself. */
export function databaseEnds(opened: OpenInstallation): Promise<Error> {
  return new Promise((resolve) =>
    opened.onEnd(() =>
      resolve(new SettingsError('The embedded database has ended; see postgres.log in the data folder.')),
    ),
  );
}
