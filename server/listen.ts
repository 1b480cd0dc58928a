import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { SettingsError, type Settings } from './config.js';

type Address = Pick<Settings, 'port' | 'host'>;

/**
 * Listens where the settings say.
 *
 * @throws {SettingsError} when that is not possible, with what to do about it
 */
export async function listen(server: Server, { port, host }: Address): Promise<void> {
  const listening = once(server, 'listening');
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

/** Asked before a database is started for nothing; the real listening decides in the end. */
export async function assertPortFree(settings: Address): Promise<void> {
  if (settings.port === 0) return;
  const probe = createServer();
  await listen(probe, settings);
  probe.close();
  await once(probe, 'close');
}
