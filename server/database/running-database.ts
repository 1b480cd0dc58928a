import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { readPassword } from './embedded-cluster.js';
import { HOST } from './embedded-postmaster.js';
import { isAlive } from './embedded-processes.js';
import { databaseName } from './find-database.js';

/** Where PostgreSQL notes its port, in postmaster.pid. */
const portLine = 3;

/**
 * How its owner reaches the embedded database that a server is running on this data folder just now; undefined when
 * none runs.
 */
export function runningDatabase(dataFolder: string): pg.ClientConfig | undefined {
  const folder = path.join(dataFolder, 'postgres');
  const cluster = path.join(folder, 'cluster');
  let lines: string[];
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, port] = [lines[0], lines[portLine]].map((line) => parseInt(line ?? '', 10));
  if (!pid || !port || !isAlive(pid)) return undefined;
  return { host: HOST, port, user: 'postgres', password: readPassword(folder, cluster), database: databaseName };
}
