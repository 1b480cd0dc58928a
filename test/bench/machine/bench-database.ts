import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../server/database/embedded-postgres.js';
import { fileSystemOf } from './describe-machine.js';

/** A durable PostgreSQL of the bench's own, on a real disk. */
export interface BenchDatabase {
  folder: string;
  fileSystem: string;
  version: string;
  /** Settings that decide what "on disk" means. */
  settings: Record<string, string>;
  postmaster: number;
  /** Into the database `postgres`, as superuser. */
  adminUrl: string;
  /** Makes an empty database unless it made one of this name before; the address connects as its owner. */
  create(name: string): Promise<string>;
  stop(): Promise<void>;
}

const telling = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_compression',
  'shared_buffers',
  'commit_delay',
];

/** @param statements also counts what each statement costs, which itself costs a little */
export async function startBenchDatabase({ statements }: { statements: boolean }): Promise<BenchDatabase> {
  const folder = mkdtempSync(path.join(realDisk(), 'kindcast-bench-'));
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    ...(statements && { settings: { shared_preload_libraries: 'pg_stat_statements', track_wal_io_timing: 'on' } }),
  });
  const { host, port, user, password } = postgres;
  const urlOf = (database: string) => `postgresql://${user}:${password}@${host}:${port}/${database}`;
  const { version, settings } = await withClient(urlOf('postgres'), async (client) => {
    const rows = (
      await client.query<{ name: string; setting: string }>(
        'SELECT name, current_setting(name) AS setting FROM pg_settings WHERE name = ANY ($1) ORDER BY name',
        [[...telling, 'server_version']],
      )
    ).rows.map((row) => [row.name, row.setting] as const);
    const all = Object.fromEntries(rows);
    if (statements) await client.query('CREATE EXTENSION pg_stat_statements');
    return {
      version: all.server_version!,
      settings: Object.fromEntries(rows.filter(([name]) => name !== 'server_version')),
    };
  });
  if (settings.fsync !== 'on') throw new Error('fsync is off: the figures would mean nothing.');
  const made = new Set<string>();
  return {
    folder,
    fileSystem: fileSystemOf(folder).kind,
    version,
    settings,
    postmaster: postgres.pid,
    adminUrl: urlOf('postgres'),
    async create(name) {
      if (!made.has(name)) await withClient(urlOf('postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
      made.add(name);
      return urlOf(name);
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function realDisk(): string {
  const folder = [tmpdir(), '/var/tmp', process.cwd()].find((each) => existsSync(each) && !fileSystemOf(each).inMemory);
  if (!folder) throw new Error('No folder on a real disk was found; set TMPDIR to one.');
  return folder;
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
