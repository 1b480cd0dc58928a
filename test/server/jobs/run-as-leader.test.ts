import { expect } from 'chai';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { copyDatabase, type TestDatabase } from '../../support/one-database-server.js';
import { until } from '../../support/until.js';

describe('the jobs of several processes', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  const processes: ChildProcess[] = [];

  beforeEach(async () => {
    database = await copyDatabase();
    await database.asOwner((owner) =>
      owner.query(`CREATE TABLE worked (at bigint GENERATED ALWAYS AS IDENTITY, pid int NOT NULL);
                   GRANT INSERT ON worked TO kindcast_jobs`),
    );
  });
  afterEach(async () => {
    for (const each of processes.splice(0)) await end(each, 'SIGKILL');
    await database.drop();
  });

  async function start(): Promise<ChildProcess> {
    const child = fork(path.join(import.meta.dirname, 'leader-process.ts'), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE: database.url },
    });
    processes.push(child);
    await once(child, 'message');
    return child;
  }
  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  /** Who wrote the rows after this one, in the order in which they were written. */
  const workersAfter = (row: string) =>
    database.asOwner(async (owner) => {
      const { rows } = await owner.query<{ pid: number }>('SELECT pid FROM worked WHERE at > $1 ORDER BY at', [row]);
      return rows.map(({ pid }) => pid);
    });
  const lastRow = () =>
    database.asOwner(
      async (owner) =>
        (await owner.query<{ at: string }>('SELECT coalesce(max(at), 0)::text AS at FROM worked')).rows[0]!.at,
    );
  const works = (child: ChildProcess, since = '0') =>
    until(async () => (await workersAfter(since)).filter((pid) => pid === child.pid).length >= 10, 'it works');
  const connected = () =>
    database.asOwner(
      async (owner) =>
        (
          await owner.query(
            `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
          )
        ).rowCount,
    );

  it('are done by one of them, and by another once that one is killed', async () => {
    const first = await start();
    await works(first);
    const second = await start();
    await works(first, await lastRow());
    expect([...new Set(await workersAfter('0'))]).to.deep.equal([first.pid]);
    await end(first, 'SIGKILL');
    const row = await lastRow();
    await works(second, row);
    // What the dead one had sent may still have been written; then never again.
    const order = await workersAfter(row);
    expect(order.lastIndexOf(first.pid!)).to.be.lessThan(order.indexOf(second.pid!));
  });

  it('are handed over by one that stops in order, even in the middle of a job', async () => {
    const first = await start();
    await works(first);
    const second = await start();
    await end(first, 'SIGTERM');
    expect(first.exitCode).to.equal(0);
    await works(second);
  });

  it('are out of reach for a leader that slept until the database had dropped it', async () => {
    const sleeper = await start();
    await works(sleeper);
    const second = await start();
    const refused = once(sleeper, 'message');
    sleeper.kill('SIGSTOP');
    // Nobody tells the database: it notices the silence by itself.
    await works(second, await lastRow());
    expect(await connected(), 'there is one leader').to.equal(1);
    const row = await lastRow();
    sleeper.kill('SIGCONT');
    // Awake, it goes on where it was, in the middle of its job, and knows no better.
    expect((await refused)[0]).to.equal('refused');
    await works(second, await lastRow());
    expect([...new Set(await workersAfter(row))]).to.deep.equal([second.pid]);
    // It has not gone wrong, only to the back of the queue.
    await end(second, 'SIGTERM');
    await works(sleeper, await lastRow());
  });
});
