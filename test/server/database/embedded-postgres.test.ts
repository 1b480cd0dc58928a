import { expect } from 'chai';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import {
  DatabaseFolderError,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../server/database/embedded-postgres.js';
import { readProcessSpace, readStartTime } from '../../../server/database/embedded-processes.js';

/** Another process that starts PostgreSQL on a folder, says its postmaster's id, and waits to be killed. */
const OWNER = `
  import { startEmbeddedPostgres } from '${new URL('../../../server/database/embedded-postgres.ts', import.meta.url)}';
  const database = await startEmbeddedPostgres({ folder: process.argv[1], durable: false });
  process.on('SIGTERM', () => process.exit(0));
  setInterval(() => undefined, 1000);
  console.log(database.pid);
`;

describe('embedded PostgreSQL', () => {
  let folder: string;
  let running: EmbeddedPostgres[];
  let owners: ChildProcess[];
  let postmasters: number[];

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'kindcast-test-'));
    running = [];
    owners = [];
    postmasters = [];
  });

  afterEach(async () => {
    for (const owner of owners) await kill(owner, 'SIGTERM');
    for (const database of running) await database.stop();
    for (const pid of postmasters) await eventually(() => Promise.resolve(expect(isRunning(pid)).to.equal(false)));
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function start(settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
    const database = await startEmbeddedPostgres({ folder, durable: false, settings });
    running.push(database);
    postmasters.push(database.pid);
    return database;
  }

  async function startElsewhere(): Promise<{ owner: ChildProcess; postmaster: number }> {
    const args = ['--import=tsx', '--input-type=module', '-e', OWNER, folder];
    const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    owners.push(owner);
    const [line] = (await once(createInterface(owner.stdout), 'line')) as [string];
    const postmaster = Number.parseInt(line, 10);
    postmasters.push(postmaster);
    return { owner, postmaster };
  }

  async function fail(at = folder): Promise<Error> {
    try {
      running.push(await startEmbeddedPostgres({ folder: at, durable: false }));
    } catch (error) {
      return error as Error;
    }
    throw new Error('it started');
  }

  it('keeps its data over a restart', async () => {
    const first = await start();
    await query(first, 'CREATE TABLE jar (coins int)');
    await query(first, 'INSERT INTO jar VALUES (7)');
    await first.stop();
    expect(isRunning(first.pid)).to.equal(false);
    expect(fs.readdirSync(folder).sort()).to.deep.equal(['cluster', 'password', 'postgres.log']);
    const second = await start();
    expect(await query(second, 'SELECT coins FROM jar')).to.deep.equal([{ coins: 7 }]);
    expect(second.password).to.equal(first.password);
  });

  it('listens on the loopback only, in UTF-8, with checksums and our settings', async () => {
    const database = await start({ max_connections: '11' });
    const show = async (name: string) => Object.values((await query(database, `SHOW ${name}`))[0] ?? {})[0];
    expect(await show('listen_addresses')).to.equal('127.0.0.1');
    expect(await show('unix_socket_directories')).to.equal('');
    expect(await show('server_encoding')).to.equal('UTF8');
    expect(await show('data_checksums')).to.equal('on');
    expect(await show('fsync')).to.equal('off');
    expect(await show('max_connections')).to.equal('11');
  });

  it('lets nobody in without the password, which only its owner may read', async () => {
    const database = await start();
    const client = new pg.Client({ ...database, password: 'wrong', database: 'postgres' });
    const refused = await client.connect().then(
      () => 'let in',
      (error: { code?: string }) => error.code,
    );
    expect(refused).to.equal('28P01');
    expect(fs.statSync(join(folder, 'password')).mode & 0o777).to.equal(0o600);
    expect(fs.statSync(join(folder, 'cluster')).mode & 0o777).to.equal(0o700);
  });

  it('recovers when one of its backends is killed', async () => {
    const database = await start({ synchronous_commit: 'on' });
    await query(database, 'CREATE TABLE jar AS SELECT 7 AS coins');
    const client = new pg.Client({ ...database, database: 'postgres' });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    await eventually(() => query(database, 'SELECT coins FROM jar'));
  });

  it('refuses a folder that this process or another one uses, and names it', async () => {
    await start();
    expect(await fail())
      .to.be.instanceOf(DatabaseFolderError)
      .with.property('message')
      .that.includes(`in use by this same process (${process.pid})`);
    await running.pop()?.stop();
    const { owner } = await startElsewhere();
    expect((await fail()).message).to.include(`in use by the running process ${owner.pid}`);
  });

  it('starts again after its owner was killed with -9, stopping the one left over', async () => {
    const { owner, postmaster } = await startElsewhere();
    await kill(owner, 'SIGKILL');
    expect(isRunning(postmaster)).to.equal(true);
    const database = await start();
    expect(isRunning(postmaster)).to.equal(false);
    expect(await query(database, 'SELECT 1 AS one')).to.deep.equal([{ one: 1 }]);
  });

  it('does not outlive an owner that ends without stopping it', async () => {
    const { owner, postmaster } = await startElsewhere();
    await kill(owner, 'SIGTERM');
    await eventually(() => Promise.resolve(expect(isRunning(postmaster)).to.equal(false)));
  });

  it('is not misled by process ids that belong to others by now', async () => {
    await (await start()).stop();
    // Our own parent lives for sure, but did not start at the time noted, and is no PostgreSQL.
    fs.writeFileSync(
      join(folder, 'owner.json'),
      `${JSON.stringify({ pid: process.ppid, startTime: '1', space: readProcessSpace() })}\n`,
    );
    fs.writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${process.ppid}\n${folder}\n1\n5432\n\n127.0.0.1\n`);
    await start();
  });

  it('makes the database anew when the first start was killed half-way', async () => {
    fs.mkdirSync(join(folder, 'cluster.new', 'base'), { recursive: true });
    fs.writeFileSync(join(folder, 'cluster.new', 'PG_VERSION'), '18\n');
    fs.writeFileSync(join(folder, 'owner.json'), '{"pid":');
    const database = await start();
    expect(await query(database, 'SELECT 1 AS one')).to.deep.equal([{ one: 1 }]);
  });

  it('tells when it ends by itself, and not when it was stopped', async () => {
    const told: string[] = [];
    const first = await start();
    first.onExit(() => told.push('stopped'));
    await first.stop();
    const second = await start();
    const ended = new Promise((done) => second.onExit(done));
    process.kill(second.pid, 'SIGQUIT');
    await ended;
    await second.stop();
    expect(told).to.deep.equal([]);
  });

  it('says in one sentence what is wrong with the folder', async () => {
    const file = join(folder, 'file');
    fs.writeFileSync(file, '');
    for (const at of [file, join(file, 'below')]) {
      const error = await fail(at);
      expect(error).to.be.instanceOf(DatabaseFolderError);
      expect(error.message).to.match(/\/file is a file; point KINDCAST_DATA at a folder/);
      expect(error.message).to.include(file);
    }
    await (await start()).stop();
    fs.writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '17\n');
    const error = await fail();
    expect(error).to.be.instanceOf(DatabaseFolderError);
    expect(error.message).to.include('made by PostgreSQL 17 and this Kindcast brings PostgreSQL 18');
  });

  it('quotes what PostgreSQL said when it does not start, and frees the folder', async () => {
    const failed = await start({ shared_buffers: 'many' }).catch((error: Error) => error.message);
    expect(failed).to.match(/^Starting PostgreSQL in .* failed: .*shared_buffers/);
    await start();
  });
});

async function query(database: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...database, database: 'postgres' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Not kill(pid, 0): that also finds one that has ended and was not yet asked for by its parent. */
function isRunning(pid: number): boolean {
  return readStartTime(pid) !== '';
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function eventually(check: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 10_000; ;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
