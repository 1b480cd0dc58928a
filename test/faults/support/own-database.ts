import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../server/database/embedded-postgres.js';
import type { Books } from './recount.js';

/** A PostgreSQL for one fault alone, as safe against a crash as an operator's: what it has committed must stay. */
export interface OwnDatabase extends Books {
  /** Changes with every start. */
  url: string;
  /** `pg_ctl stop -m immediate`: no good-bye, no checkpoint; the next start has to recover. */
  stopImmediately(): Promise<void>;
  /** Starts it again if it has ended. */
  startAgain(): Promise<void>;
  isRunning(): boolean;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

const name = 'faults';

export async function startOwnDatabase(options: { folder?: string } = {}): Promise<OwnDatabase> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'kindcast-faults-'));
  let postgres: EmbeddedPostgres;
  let running = false;

  async function start(): Promise<void> {
    postgres = await startEmbeddedPostgres({ folder, settings: { max_wal_size: '64MB', min_wal_size: '32MB' } });
    running = true;
    postgres.onExit(() => (running = false));
    const { host, port, user, password } = postgres;
    database.url = `postgresql://${user}:${password}@${host}:${port}/${name}`;
  }

  async function asOwner<T>(work: (client: pg.Client) => Promise<T>, inDatabase = name): Promise<T> {
    const client = new pg.Client({ connectionString: new URL(`/${inDatabase}`, database.url).href });
    // It may be cut off while it works; the query says so as well.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  const database: OwnDatabase = {
    url: '',
    asOwner: (work) => asOwner(work),
    isRunning: () => running,
    async stopImmediately() {
      const ended = new Promise((resolve) => postgres.onExit(resolve));
      process.kill(postgres.pid, 'SIGQUIT');
      await ended;
    },
    async startAgain() {
      if (!running) await start();
    },
    async remove() {
      await postgres.stop();
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
  await start();
  await asOwner((client) => client.query(`CREATE DATABASE ${name}`), 'postgres');
  return database;
}
