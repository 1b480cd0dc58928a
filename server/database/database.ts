import knexModule, { type Knex } from 'knex';
import pg from 'pg';

/**
 * Where the database is, for the two parties that connect: the owner migrates, the server works with fewer rights.
 */
export interface DatabaseAddress {
  owner: pg.ClientConfig;
  server: pg.ClientConfig;
}

/** The server's two ways in: pg for the set-based hot path, knex for ordinary queries. Both as `kindcast_server`. */
export interface Database {
  address: DatabaseAddress;
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
  return {
    owner: { connectionString },
    server: { connectionString, options: `-c role=${serverRole}` },
  };
}

/** A database that does not let us in within this time counts as away. */
const connectMsMax = 5_000;

/**
 * The pool that records orders: its connections send statements without waiting for the answer before. Everything is
 * found by key there; on a young database PostgreSQL has no statistics yet, would plan to read whole tables and keep that
 * plan while they grow.
 */
export function openRecordingPool(address: DatabaseAddress, onError: (error: Error) => void, connections = 2): pg.Pool {
  const { options = '', ...server } = address.server;
  const config: pg.PoolConfig & { pipeline: boolean } = {
    ...server,
    options: `${options} -c enable_seqscan=off -c plan_cache_mode=force_generic_plan`.trim(),
    types,
    application_name: 'kindcast recorder',
    connectionTimeoutMillis: connectMsMax,
    statement_timeout: 30_000,
    keepAlive: true,
    max: connections,
    pipeline: true,
  };
  const pool = new pg.Pool(config);
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** Opens the server's pools. `connections` is shared half and half between hot path and ordinary queries. */
export function openDatabase(address: DatabaseAddress, onError: (error: Error) => void, connections = 8): Database {
  const config: pg.PoolConfig = {
    ...address.server,
    types,
    application_name: 'kindcast',
    // A database that does not answer must turn into an error the sender hears of, not into a queue without end.
    connectionTimeoutMillis: connectMsMax,
    statement_timeout: 30_000,
    keepAlive: true,
    max: connections,
  };
  const pool = new pg.Pool(config);
  pool.on('error', onError);
  // A connection that breaks while a query runs says so twice: the query fails, and without a listener so would the process.
  pool.on('connect', (client) => client.on('error', onError));
  const knex = knexModule({
    client: 'pg',
    connection: { ...config } as Knex.PgConnectionConfig,
    pool: { min: 0, max: connections },
    acquireConnectionTimeout: connectMsMax,
    // What fails is thrown to whoever asked; knex would print it as well.
    log: { error: () => undefined, warn: () => undefined },
  });
  return {
    address,
    pool,
    knex,
    connectListener: async () => {
      const client = new pg.Client({
        ...address.server,
        types,
        application_name: 'kindcast feed',
        connectionTimeoutMillis: connectMsMax,
        keepAlive: true,
      });
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
