import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { addressOfUrl, serverRole, type DatabaseAddress } from './database.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';

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
    // Each process has at most 12 connections (docs/operating.md, "PostgreSQL"); the rest is for people and reserves.
    settings: { max_connections: String(Math.max(60, 20 + 12 * processes)) },
  });
  try {
    const { host, port, user, password } = postgres;
    const owner = { host, port, user, password, database: databaseName };
    await createDatabase({ ...owner, database: 'postgres' });
    // Nobody needs to know the server role's password, so every start makes a new one.
    const server = { host, port, database: databaseName, user: serverRole, password: randomBytes(24).toString('hex') };
    const address: DatabaseAddress = { owner, server };
    await migrate(address);
    await letServerRoleIn(owner, server.password);
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

async function letServerRoleIn(config: pg.ClientConfig, password: string): Promise<void> {
  await withClient(config, async (client) => {
    await client.query(`ALTER ROLE ${serverRole} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
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
