import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { operatorApi, type CallApi } from '../../../server/demo/operator-api.js';
import type { BenchDatabase } from '../machine/bench-database.js';
import { endChild, forkProgram, lineOf, nextMessage } from '../machine/child-process.js';

export type ServerName = 'ceiling' | 'naive' | 'ours';

/** A server under load: a process of its own. */
export interface BenchServer {
  name: ServerName;
  pid: number;
  port: number;
  stop(): Promise<void>;
}

/** The real server, with a way into its API and its database. */
export interface OurServer extends BenchServer {
  call: CallApi;
  url: string;
  databaseUrl: string;
}

/** Signs the deliveries to all servers. */
export const webhookSecret = 'secret-of-the-bench';

/** @param profileFolder writes a CPU profile there at the end */
export async function startPlain(
  name: 'ceiling' | 'naive',
  databaseUrl?: string,
  profileFolder?: string,
): Promise<BenchServer> {
  const child = forkProgram(`test/bench/servers/${name}.ts`, {
    flags: ['--import', 'tsx', ...profilingInto(profileFolder)],
    env: { BENCH_SECRET: webhookSecret, ...(databaseUrl && { BENCH_DATABASE_URL: databaseUrl }) },
  });
  const { port } = await nextMessage<{ port: number }>(child, ({ port }) => port > 0);
  return { name, pid: child.pid!, port, stop: () => endChild(child) };
}

/** @param profileFolder writes a CPU profile there at the end */
export async function startOurs(database: BenchDatabase, profileFolder?: string): Promise<OurServer> {
  const databaseUrl = await database.create('ours');
  const operatorKey = randomBytes(16).toString('hex');
  const child = forkProgram('dist/server/main.js', {
    flags: ['--enable-source-maps', ...profilingInto(profileFolder)],
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      KINDCAST_DATA: path.join(database.folder, 'ours'),
      KINDCAST_OPERATOR_KEY: operatorKey,
      LOG_LEVEL: 'warn',
    },
  });
  const [, url, port] = await lineOf(child, /Kindcast listens on (http:\S+:(\d+))/);
  return {
    name: 'ours',
    pid: child.pid!,
    port: parseInt(port!, 10),
    url: url!,
    databaseUrl,
    call: operatorApi(url!, operatorKey),
    stop: () => endChild(child),
  };
}

const profilingInto = (folder: string | undefined) => (folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []);
