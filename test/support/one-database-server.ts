import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { serverRole, type DatabaseAddress } from '../../server/database/database.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres.js';
import { migrate } from '../../server/database/migrate.js';

/**
 * One PostgreSQL for the whole run, one migrated template in it; every test file works on its own copy. Files that run side by
 * side, in processes of their own, learn where it is from the environment.
 */

const template = 'kindcast_template';
const serverPassword = 'test';
const whereItIs = 'KINDCAST_TEST_POSTGRES';
let started: EmbeddedPostgres;
let folder: string;
let copies = 0;

type Where = Pick<EmbeddedPostgres, 'host' | 'port' | 'user' | 'password'>;
const where = () => JSON.parse(process.env[whereItIs]!) as Where;

export async function mochaGlobalSetup(): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), 'kindcast-tests-'));
  started = await startEmbeddedPostgres({ folder, durable: false });
  const { host, port, user, password } = started;
  process.env[whereItIs] = JSON.stringify({ host, port, user, password } satisfies Where);
  await asOwner('postgres', (client) => client.query(`CREATE DATABASE ${template}`));
  await migrate(addressOf(template));
  await asOwner(template, (client) => client.query(`ALTER ROLE ${serverRole} LOGIN PASSWORD '${serverPassword}'`));
}

export async function mochaGlobalTeardown(): Promise<void> {
  await started.stop();
  rmSync(folder, { recursive: true, force: true });
}

export interface TestDatabase {
  name: string;
  address: DatabaseAddress;
  /** For processes of their own: connects as the owner, works as the server's role. */
  url: string;
  /** Does something the server may not. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Does something while nobody can reach the database. */
  whileAway(work: () => Promise<void>): Promise<void>;
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template, or of a test's own database to which nobody is connected. */
export const copyDatabase = (of: { name: string } = { name: template }): Promise<TestDatabase> => makeDatabase(of.name);

/** A database with nothing in it, not even our tables. */
export const emptyDatabase = (): Promise<TestDatabase> => makeDatabase('template1');

async function makeDatabase(from: string): Promise<TestDatabase> {
  const name = `kindcast_test_${process.pid}_${(copies += 1)}`;
  await asOwner('postgres', (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`));
  const { host, port, user, password } = where();
  return {
    name,
    address: addressOf(name),
    url: `postgresql://${user}:${password}@${host}:${port}/${name}`,
    asOwner: (work) => asOwner(name, work),
    whileAway: (work) =>
      asOwner('postgres', async (client) => {
        await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
        await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
        try {
          await work();
        } finally {
          await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
        }
      }),
    drop: async () => {
      await asOwner('postgres', (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

function addressOf(database: string): DatabaseAddress {
  const { host, port, user, password } = where();
  return {
    owner: { host, port, user, password, database },
    server: { host, port, user: serverRole, password: serverPassword, database },
  };
}

async function asOwner<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(addressOf(database).owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
