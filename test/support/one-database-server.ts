import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { connectionOf } from '../../server/database/database.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres.js';
import { migrate } from '../../server/database/migrate.js';
import { databaseRoles, forEachRole, roleName, type DatabaseAddress } from '../../server/database/roles.js';

/**
 * One PostgreSQL for the whole run, one migrated template in it; every test file works on its own copy. Files that run side by
 * side, in processes of their own, learn where it is from the environment.
 */

const template = 'kindcast_template';
const rolePassword = 'test';
const whereItIs = 'KINDCAST_TEST_POSTGRES';
let started: EmbeddedPostgres;
let folder: string;
let copies = 0;
const noHurry = { statement_timeout: 0, lock_timeout: 0, idle_in_transaction_session_timeout: 0 };

type Where = Pick<EmbeddedPostgres, 'host' | 'port' | 'user' | 'password'>;
const where = () => JSON.parse(process.env[whereItIs]!) as Where;

export async function mochaGlobalSetup(): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), 'kindcast-tests-'));
  started = await startEmbeddedPostgres({ folder, durable: false });
  const { host, port, user, password } = started;
  process.env[whereItIs] = JSON.stringify({ host, port, user, password } satisfies Where);
  await asOwner('postgres', (client) => client.query(`CREATE DATABASE ${template}`));
  await migrate(addressOf(template));
  for (const role of databaseRoles)
    await asOwner(template, (client) => client.query(`ALTER ROLE ${roleName(role)} LOGIN PASSWORD '${rolePassword}'`));
}

export async function mochaGlobalTeardown(): Promise<void> {
  await started.stop();
  rmSync(folder, { recursive: true, force: true });
}

export interface TestDatabase {
  name: string;
  address: DatabaseAddress;
  /** For processes of their own: connects as the owner, works as the server's roles. */
  url: string;
  /** The owner's, who is a superuser here: looks at, and does, what the server may not. */
  pool: pg.Pool;
  /** The same on a connection of its own. */
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
  const pool = new pg.Pool({ ...connectionOf(addressOf(name).owner, 'test', noHurry), max: 2 });
  // Tests take databases away.
  pool.on('error', () => undefined);
  return {
    name,
    address: addressOf(name),
    url: `postgresql://${user}:${password}@${host}:${port}/${name}`,
    pool,
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
      await pool.end();
      await asOwner('postgres', (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

function addressOf(database: string): DatabaseAddress {
  const { host, port, user, password } = where();
  return {
    owner: { host, port, user, password, database },
    roles: forEachRole((role) => ({ host, port, user: roleName(role), password: rolePassword, database })),
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
