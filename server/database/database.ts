import knexModule, { type Knex } from 'knex';
import pg from 'pg';
import type { DatabaseRole, RoleAddresses } from './roles.js';

/** The server's ways in, each as the role its work needs: knex for the API's requests, pools for the rest. */
export interface Database {
  address: RoleAddresses;
  /** Requests of the API. Behind row-level security: outside a transaction that says who acts it sees next to nothing. */
  knex: Knex;
  pools: Record<PoolName, pg.Pool>;
  /** A connection of its own for LISTEN; the caller ends it. */
  connectListener(): Promise<pg.Client>;
  close(): Promise<void>;
}

// Money is bigint in the database and must not become a floating number on its way here.
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** A database that does not let us in within this time counts as away. */
const connectMsMax = 5_000;

/** How long a statement, its waiting for a lock, and a transaction in which nothing happens may take. */
interface Patience {
  statement_timeout: number;
  lock_timeout: number;
  idle_in_transaction_session_timeout: number;
}

/** Requests of people and feeds: a page that is not there after half a minute helps nobody. */
const serving: Patience = {
  statement_timeout: 30_000,
  lock_timeout: 5_000,
  // A replayed dead letter keeps its transaction open while its order is recorded on another connection.
  idle_in_transaction_session_timeout: 60_000,
};

/** A batch of orders takes milliseconds. Stores give up after 5 s and send again, so nothing here may wait much longer. */
const recording: Patience = {
  statement_timeout: 10_000,
  lock_timeout: 4_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** What every connection of the server has in common. */
export function connectionOf(address: pg.ClientConfig, name: string, patience: Patience): pg.ClientConfig {
  return {
    ...address,
    types,
    application_name: name,
    // A database that does not answer must turn into an error the sender hears of, not into a queue without end.
    connectionTimeoutMillis: connectMsMax,
    ...patience,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

function openPool(config: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', onError);
  // A connection that breaks while a query runs says so twice: the query fails, and without a listener so would the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/**
 * The pool of whoever records orders. It is separate from the pools of {@link openDatabase}, so that neither a crowd of
 * orders nor a crowd of readers leaves the other without a connection. Its connections send statements without waiting
 * for the answer before.
 */
export function openRecordingPool(
  { intake }: Pick<RoleAddresses, 'intake'>,
  onError: (error: Error) => void,
  connections = 2,
): pg.Pool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    ...connectionOf(intake, 'kindcast recording', recording),
    max: connections,
    pipeline: true,
    // Everything there is found by key. On a young database PostgreSQL has no statistics yet, plans to read whole tables
    // and keeps that plan while they grow; and planning the same statements anew for every batch costs more than it gains.
    options: `${intake.options ?? ''} -c enable_seqscan=off -c plan_cache_mode=force_generic_plan`.trimStart(),
    // When the way to the database swallows everything, its timeouts are never heard of; pg then has to give up itself.
    query_timeout: recording.statement_timeout + 5_000,
  };
  return openPool(config, onError);
}

/** Connections at most of the API, and of each pool; docs/operating.md, "Connections", tells the sum of a process. */
const connectionsMax: Record<'server' | PoolName, number> = { server: 3, intake: 2, public: 3, checks: 2, people: 4 };

type PoolName = Exclude<DatabaseRole, 'server' | 'jobs'>;

/** Opens the server's ways in for everything but recording and jobs: API, pages, feed, checks, people. */
export function openDatabase(address: RoleAddresses, onError: (error: Error) => void): Database {
  const configOf = (role: 'server' | PoolName): pg.PoolConfig => ({
    ...connectionOf(address[role], `kindcast ${role === 'server' ? 'api' : role}`, serving),
    max: connectionsMax[role],
  });
  const knex = knexModule({
    client: 'pg',
    connection: configOf('server') as Knex.PgConnectionConfig,
    pool: { min: 0, max: connectionsMax.server },
    acquireConnectionTimeout: connectMsMax,
    // What fails is thrown to whoever asked; knex would print it as well.
    log: { error: () => undefined, warn: () => undefined },
  });
  const open = (role: Exclude<PoolName, 'people'>) => openPool(configOf(role), onError);
  // Sign-in is a library's, which expects whole numbers as pg gives them; there is no money in its tables.
  const { types: _types, ...ofPeople } = configOf('people');
  const people = openPool(ofPeople, onError);
  const pools = { intake: open('intake'), public: open('public'), checks: open('checks'), people };
  return {
    address,
    knex,
    pools,
    connectListener: async () => {
      const client = new pg.Client(connectionOf(address.public, 'kindcast feed', serving));
      // Before connecting: a connection that is cut while it opens says so as an event, which would end the process.
      client.on('error', onError);
      await client.connect();
      return client;
    },
    close: async () => {
      await Promise.all([knex.destroy(), ...Object.values(pools).map((pool) => pool.end())]);
    },
  };
}
