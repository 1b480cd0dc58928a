import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { operatorApi, type CallApi } from '../../../server/demo/operator-api.js';
import type { CheckedBooks } from '../../../server/ledger/checks.js';
import type { BenchDatabase } from '../machine/bench-database.js';
import { endChild, forkProgram, lineOf, nextMessage } from '../machine/child-process.js';

export type PlainName = 'ceiling' | 'naive' | 'naive, lock last';
/** `ours x2` is ours with two workers. */
export type OurName = 'ours' | `ours x${number}`;
export type ServerName = PlainName | OurName;

/** A server under load: a process of its own, perhaps with others below it. */
export interface BenchServer {
  name: ServerName;
  pid: number;
  port: number;
  stop(): Promise<void>;
}

/** The real server, with a way into its API and its database. */
export interface OurServer extends BenchServer {
  name: OurName;
  call: CallApi;
  /** Runs every check of the books, however long that takes. */
  checkBooks(): Promise<CheckedBooks>;
  url: string;
  databaseUrl: string;
}

/** Signs the deliveries to all servers. */
export const webhookSecret = 'secret-of-the-bench';

export interface PlainNeeds {
  databaseUrl?: string;
  /** The token that orders of the hot session carry. */
  sessionToken?: string;
  /** Writes a CPU profile there at the end. */
  profileFolder?: string;
}

export async function startPlain(
  name: PlainName,
  { databaseUrl, sessionToken, profileFolder }: PlainNeeds = {},
): Promise<BenchServer> {
  const child = forkProgram(`test/bench/servers/${name.replace(', ', '-').replace(' ', '-')}.ts`, {
    flags: ['--import', 'tsx', ...profilingInto(profileFolder)],
    env: {
      BENCH_SECRET: webhookSecret,
      ...(databaseUrl && { BENCH_DATABASE_URL: databaseUrl }),
      ...(sessionToken && { BENCH_SESSION_TOKEN: sessionToken }),
    },
  });
  const { port } = await nextMessage<{ port: number }>(child, ({ port }) => port > 0);
  return { name, pid: child.pid!, port, stop: () => endChild(child) };
}

export interface OurNeeds {
  /** Name of the database, made empty when it is not there. */
  on?: string;
  workers?: number;
  /** Writes a CPU profile there at the end. */
  profileFolder?: string;
  /** Further flags of node, and further settings. */
  flags?: string[];
  env?: Record<string, string>;
}

export async function startOurs(
  database: BenchDatabase,
  { on = 'ours', workers = 1, profileFolder, flags = [], env = {} }: OurNeeds = {},
): Promise<OurServer> {
  const databaseUrl = await database.create(on);
  const operatorKey = randomBytes(16).toString('hex');
  const child = forkProgram('dist/server/main.js', {
    flags: ['--enable-source-maps', ...profilingInto(profileFolder), ...flags],
    env: {
      ...env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      // Seals the shops' secrets: the same folder for the same database.
      KINDCAST_DATA: path.join(database.folder, on),
      KINDCAST_OPERATOR_KEY: operatorKey,
      KINDCAST_WORKERS: String(workers),
      LOG_LEVEL: 'warn',
    },
  });
  const [, url, port] = await lineOf(child, /Kindcast listens on (http:\S+:(\d+))/);
  return {
    name: workers === 1 ? 'ours' : `ours x${workers}`,
    pid: child.pid!,
    port: parseInt(port!, 10),
    url: url!,
    databaseUrl,
    call: operatorApi(url!, operatorKey),
    checkBooks: () => checkBooks(url!, operatorKey),
    stop: () => endChild(child),
  };
}

async function checkBooks(url: string, operatorKey: string): Promise<CheckedBooks> {
  const response = await fetch(`${url}/v1/checks`, { headers: { authorization: `Bearer ${operatorKey}` } });
  if (!response.ok) throw new Error(`The checks of the books answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as CheckedBooks;
}

const profilingInto = (folder: string | undefined) => (folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []);
