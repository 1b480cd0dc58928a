import knexModule, { type Knex } from 'knex';
import pg from 'pg';

/**
 * Where the database is, for the two parties that connect: the owner migrates, the server works with fewer rights.
 */
export interface DatabaseAddress {
  owner: pg.ClientConfig;
  server: pg.ClientConfig;
}

/** How the server's own role connects: plain data, so that it can be told to other threads and processes. */
export type ServerAddress = Pick<DatabaseAddress, 'server'>;

/** The server's two ways in: pg for the set-based hot path, knex for ordinary queries. Both as `kindcast_server`. */
export interface Database {
  address: ServerAddress;
  pool: pg.Pool;
  knex: Knex;
  /** A connection of its own for LISTEN; the caller ends it. */
  connectListener(): Promise<pg.Client>;
  close(): Promise<void>;
}

/** Role of the server's connections; made by migration 001. */
export const serverRole = 'kindcast_server';

// Money is bigint in the database and must not become a floating number on its way here.
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * The address of a PostgreSQL somebody else runs: its user owns and migrates, the server's own connections take on the
 * role that cannot change what is on the books.
 */
export function addressOfUrl(connectionString: string): DatabaseAddress {
  const { url, options } = withoutOptions(connectionString);
  return {
    owner: { connectionString },
    server: { connectionString: url, options: `${options} -c role=${serverRole}`.trimStart() },
  };
}

/** pg lets `?options=` of the address win over everything else; then the server would work as the owner. */
function withoutOptions(connectionString: string): { url: string; options: string } {
  const url = new URL(connectionString);
  const options = url.searchParams.get('options');
  if (options === null) return { url: connectionString, options: '' };
  url.searchParams.delete('options');
  return { url: url.href, options };
}

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
export function connectionOf(server: pg.ClientConfig, name: string, patience: Patience): pg.ClientConfig {
  return {
    ...server,
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
  { server }: ServerAddress,
  onError: (error: Error) => void,
  connections = 2,
): pg.Pool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    ...connectionOf(server, 'kindcast recording', recording),
    max: connections,
    pipeline: true,
    // Everything there is found by key. On a young database PostgreSQL has no statistics yet, plans to read whole tables
    // and keeps that plan while they grow; and planning the same statements anew for every batch costs more than it gains.
    options: `${server.options ?? ''} -c enable_seqscan=off -c plan_cache_mode=force_generic_plan`.trimStart(),
    // When the way to the database swallows everything, its timeouts are never heard of; pg then has to give up itself.
    query_timeout: recording.statement_timeout + 5_000,
  };
  return openPool(config, onError);
}

/**
 * The pool of whoever finds out who is calling: sessions, keys, and all that better-auth does. Its own types: a library
 * expects whole numbers as PostgreSQL's own driver gives them, and there is no money here.
 */
export function openPeoplePool({ server }: ServerAddress, onError: (error: Error) => void): pg.Pool {
  const config = connectionOf(server, 'kindcast people', serving);
  delete config.types;
  return openPool({ ...config, max: 4 }, onError);
}

/** Opens the server's pools for everything but recording: API, pages, feed and checks. `connections` each. */
export function openDatabase({ server }: ServerAddress, onError: (error: Error) => void, connections = 4): Database {
  const config: pg.PoolConfig = { ...connectionOf(server, 'kindcast', serving), max: connections };
  const knex = knexModule({
    client: 'pg',
    connection: { ...config } as Knex.PgConnectionConfig,
    pool: { min: 0, max: connections },
    acquireConnectionTimeout: connectMsMax,
    // What fails is thrown to whoever asked; knex would print it as well.
    log: { error: () => undefined, warn: () => undefined },
  });
  const pool = openPool(config, onError);
  return {
    address: { server },
    pool,
    knex,
    connectListener: async () => {
      const client = new pg.Client(connectionOf(server, 'kindcast feed', serving));
      // Before connecting: a connection that is cut while it opens says so as an event, which would end the process.
      client.on('error', onError);
      await client.connect();
      return client;
    },
    close: async () => {
      await Promise.all([pool.end(), knex.destroy()]);
    },
  };
}
