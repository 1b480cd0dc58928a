import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';
import {
  addressOfUrl,
  databaseRoles,
  forEachRole,
  roleName,
  type DatabaseAddress,
  type RoleAddresses,
} from './roles.js';

/** A migrated database, ready for the server. */
export interface FoundDatabase {
  address: DatabaseAddress;
  stop(): Promise<void>;
  /** Called when the embedded database ends by itself. */
  onEnd(listener: () => void): void;
}

/** Migrates the database at this address. Somebody else starts and stops it. */
export async function useDatabase(url: string): Promise<FoundDatabase> {
  const address = addressOfUrl(url);
  await migrate(address);
  return { address, stop: async () => undefined, onEnd: () => undefined };
}

/** Of the embedded database. */
export const databaseName = 'kindcast';

/** Starts an embedded PostgreSQL on the folder, with room for `processes`, creates what is missing and migrates. */
export async function startOwnDatabase(
  dataFolder: string,
  log: (line: string) => void,
  processes: number,
): Promise<FoundDatabase> {
  const postgres = await startEmbeddedPostgres({
    folder: path.join(dataFolder, 'postgres'),
    log,
    // Each process has at most 18 connections (docs/operating.md, "PostgreSQL"); the rest is for people and reserves.
    settings: { max_connections: String(Math.max(60, 20 + 18 * processes)) },
  });
  try {
    const { host, port, user } = postgres;
    const owner = { host, port, user, password: postgres.password, database: databaseName };
    await createDatabase({ ...owner, database: 'postgres' });
    // Nobody needs to know the roles' passwords, so every start makes new ones.
    const password = () => randomBytes(24).toString('hex');
    const roles = forEachRole((role) => ({ ...owner, user: roleName(role), password: password() }));
    const address: DatabaseAddress = { owner, roles };
    await migrate(address);
    await letRolesIn(owner, roles);
    return { address, stop: () => postgres.stop(), onEnd: (listener) => postgres.onExit(listener) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function createDatabase(config: pg.ClientConfig): Promise<void> {
  await withClient(config, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  });
}

async function letRolesIn(owner: pg.ClientConfig, roles: RoleAddresses): Promise<void> {
  await withClient(owner, async (client) => {
    for (const role of databaseRoles) {
      const password = client.escapeLiteral(roles[role].password as string);
      await client.query(`ALTER ROLE ${roleName(role)} LOGIN PASSWORD ${password}`);
    }
  });
}

async function withClient(config: pg.ClientConfig, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
