import pg from 'pg';
import type { Logger } from 'pino';
import { SettingsError, type Settings } from './config.js';
import { openDatabase, type Database } from './database/database.js';
import { troubleOf } from './database/database-errors.js';
import { warnOfWeakDurability } from './database/durability.js';
import { startOwnDatabase, useDatabase, type FoundDatabase } from './database/find-database.js';
import { rolesByHand, type RoleAddresses } from './database/roles.js';
import { findOperatorKey, type OperatorKey } from './people/operator-key.js';
import { findSecretKeys } from './secrets/find-secret-key.js';
import { keptRoot } from './secrets/kept-root.js';
import { findOlderSeal } from './secrets/reseal.js';
import { sealWith, type Seal } from './secrets/seal.js';

/** What every process of one installation has to know. Plain data, so that it can be told to other processes. */
export interface Installation {
  /** How the server's own roles connect; nobody but the owner knows how the owner does. */
  database: RoleAddresses;
  /** Seals secrets at rest. A server that runs on while the key is changed asks again (watchSecretKeys). */
  secretKey: string;
  /** What derived keys are made of, whatever becomes of the secret key. */
  keyRoot: string;
  operatorKey: OperatorKey;
}

export interface OpenInstallation {
  installation: Installation;
  /** Called when the embedded database ends by itself. */
  onEnd(listener: () => void): void;
  /** Stops the embedded database. */
  stop(): Promise<void>;
}

const insufficientPrivilege = '42501';

/**
 * Finds or makes what all processes share: the database (embedded unless DATABASE_URL is set), its newest schema, the keys.
 *
 * @throws {SettingsError | DatabaseStartError} when a setting or folder cannot be used; nothing is left running
 */
export async function openInstallation(settings: Settings, log: Logger): Promise<OpenInstallation> {
  const found = await findDatabase(settings, (line) => log.info(line));
  const database = openDatabase(found.address.roles, (error) =>
    log.warn({ reason: error.message }, 'a database connection broke'),
  );
  try {
    await warnOfWeakDurability(database.pools.public, log);
    const keys = findSecretKeys(settings);
    const { current: secretKey } = keys;
    await assertSecretKeyFits(database, sealWith(keys));
    const keyRoot = await asOwner(found.address.owner, async (owner) => {
      if (keys.previous !== undefined) await warnOfOlderSeal(owner, sealWith(keys), log);
      return (await keptRoot(owner, sealWith(keys))) ?? refuseForeignKey();
    });
    // Last of what may fail: a key that was made and kept, but never shown, would lock everybody out.
    const operatorKey = await findOperatorKey(database.pools.people, settings.operatorKey);
    await database.close();
    return {
      installation: { database: found.address.roles, secretKey, keyRoot, operatorKey },
      onEnd: (listener) => found.onEnd(listener),
      stop: () => found.stop(),
    };
  } catch (error) {
    await database.close();
    await found.stop();
    throw error;
  }
}

/** A server with another secret key could verify no shop; better said now than to each of them. */
async function assertSecretKeyFits({ pools }: Database, seal: Seal): Promise<void> {
  const { rows } = await pools.intake.query<{ webhook_secret: Buffer }>(
    'SELECT webhook_secret FROM shops WHERE webhook_secret IS NOT NULL ORDER BY created_at DESC LIMIT 1',
  );
  try {
    for (const row of rows) seal.open(row.webhook_secret);
  } catch {
    refuseForeignKey();
  }
}

function refuseForeignKey(): never {
  throw new SettingsError(
    'The secrets in this database were sealed with another key; set KINDCAST_SECRET_KEY to it, or put the file secret-key back into KINDCAST_DATA.',
  );
}

/** While the previous key is needed, it can neither be thrown away nor changed once more. */
async function warnOfOlderSeal(owner: pg.Client, seal: Seal, log: Logger): Promise<void> {
  const column = await findOlderSeal(owner, seal);
  if (column !== undefined)
    log.warn({ column }, 'secrets are still sealed with the previous key; run npm run rotate-key to seal them anew');
}

async function asOwner<T>(address: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(address);
  try {
    await client.connect();
    // Only so does the owner see all rows (migration 019).
    await client.query(`SET kindcast.operator = 'on'`);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function findDatabase(settings: Settings, log: (line: string) => void): Promise<FoundDatabase> {
  if (!settings.databaseUrl) return startOwnDatabase(settings.dataFolder, log, settings.workers);
  try {
    return await useDatabase(settings.databaseUrl);
  } catch (error) {
    if ((error as { code?: string }).code === insufficientPrivilege)
      throw new SettingsError(
        `DATABASE_URL's user may not set up the database (${(error as Error).message}); give it CREATEROLE and its own database, or let an administrator run: ${rolesByHand('<user>')}`,
      );
    if (troubleOf(error) !== 'away') throw error;
    throw new SettingsError(`DATABASE_URL cannot be used: ${(error as Error).message}.`);
  }
}
