import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { chooseAccount } from './embedded-account.js';
import { findBinaries } from './embedded-binaries.js';
import { checkCluster, makeCluster, readPassword } from './embedded-cluster.js';
import { DatabaseFolderError, DatabaseStartError, explainFolderError } from './embedded-errors.js';
import { takeFolder } from './embedded-owner.js';
import { endPostmaster, HOST, type Launch, launchPostmaster, type Postmaster } from './embedded-postmaster.js';
import { makeFolder } from './make-folder.js';
import { isAlive, readPostmasterPid, stopOrphans } from './embedded-processes.js';

export { DatabaseFolderError, DatabaseStartError };

/** A real PostgreSQL that belongs to this process. It runs until `stop`, or until this process ends. */
export interface EmbeddedPostgres {
  host: string;
  port: number;
  user: 'postgres';
  password: string;
  /** The id of the postmaster. */
  pid: number;
  /** Asks for a fast shutdown and waits until the process is gone. A second call waits for the same. */
  stop(): Promise<void>;
  /** Called once if PostgreSQL ends by itself, with its exit code, null if a signal ended it. */
  onExit(listener: (code: number | null) => void): void;
}

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password, its log and the note of who is using it; made if missing. */
  folder: string;
  /** False gives up safety against power failure for speed, for tests. Default true. */
  durable?: boolean;
  /** Receives a line for each step worth telling. */
  log?: (line: string) => void;
  /** PostgreSQL settings over ours, as in postgresql.conf. Address and port are not to be set. */
  settings?: Record<string, string>;
}

const SETTINGS: Record<string, string> = {
  shared_buffers: '128MB',
  max_connections: '60',
  wal_compression: 'on',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log is kept for the whole run: routine lines would only make it grow.
  log_checkpoints: 'off',
  // Parallel workers share memory in /dev/shm, of which a container has 64 MB: large queries would fail there.
  max_parallel_workers_per_gather: '0',
};

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts PostgreSQL on the data in `folder`, making it at the first start. Rejects with DatabaseStartError, whose
 * message is fit for a person, and with DatabaseFolderError when the folder is the reason.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  try {
    makeFolder(folder);
    const release = await takeFolder(folder, options.log ?? (() => undefined));
    try {
      const launch = await prepare(folder, options);
      const postmaster = await launchPostmaster(launch);
      options.log?.(`PostgreSQL ${launch.binaries.majorVersion} runs on ${HOST}:${postmaster.port}, data in ${folder}`);
      return guard(launch, postmaster, release);
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    throw explainFolderError(error, folder);
  }
}

/** Everything before postgres itself can be started. Runs only while we own the folder. */
async function prepare(folder: string, options: EmbeddedPostgresOptions): Promise<Launch> {
  const { durable = true, log = () => undefined } = options;
  const cluster = join(folder, 'cluster');
  const account = chooseAccount(cluster);
  const binaries = findBinaries(account, log);
  const password = readPassword(folder, cluster);
  if (fs.existsSync(cluster)) {
    await stopOrphans(cluster, log);
  } else {
    log(`Making a PostgreSQL ${binaries.majorVersion} database in ${folder}`);
    await makeCluster(folder, cluster, binaries, account, durable);
  }
  checkCluster(cluster, account, binaries.majorVersion);
  removeRecycledPid(cluster);
  return {
    folder,
    cluster,
    binaries,
    account,
    password,
    settings: { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), ...options.settings },
  };
}

/**
 * PostgreSQL refuses to start while the process named in postmaster.pid lives. No PostgreSQL works in there any more
 * (stopOrphans), so the id has been given to another process since, as happens at every restart of a container.
 */
function removeRecycledPid(cluster: string): void {
  const pid = readPostmasterPid(cluster);
  if (process.platform === 'linux' && pid !== undefined && isAlive(pid)) fs.rmSync(join(cluster, 'postmaster.pid'));
}

/** Frees the folder when the postmaster is gone, and tells an end that nobody asked for. */
function guard(launch: Launch, postmaster: Postmaster, release: () => void): EmbeddedPostgres {
  const listeners = new Set<(code: number | null) => void>();
  let stopping: Promise<void> | undefined;
  let ended: { code: number | null } | undefined;

  void postmaster.ended.then((code) => {
    release();
    ended = { code };
    if (!stopping) for (const listener of listeners) listener(code);
  });

  return {
    host: HOST,
    port: postmaster.port,
    user: 'postgres',
    password: launch.password,
    pid: postmaster.pid,
    stop: () => (stopping ??= endPostmaster(launch, postmaster)),
    onExit(listener) {
      if (ended && !stopping) listener(ended.code);
      else listeners.add(listener);
    },
  };
}
