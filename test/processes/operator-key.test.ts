import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, runToEnd, startProcess, type ServerProcess } from '../support/server-process.js';

describe('the operator key', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  before(async () => {
    database = await copyDatabase();
  });
  after(async () => {
    await cleanUpProcesses();
    await database.drop();
  });

  const start = (operatorKey = '') =>
    startProcess({ env: onDatabase(database.url, { KINDCAST_OPERATOR_KEY: operatorKey, LOG_LEVEL: 'trace' }) });
  const answers = async (server: ServerProcess, key: string) =>
    (await fetch(`${server.url}/v1/checks`, { headers: { authorization: `Bearer ${key}` } })).status;
  const keysIn = (text: string) => text.match(/kc_\w+/g) ?? [];

  it('is not made by a start that fails, which could show it to nobody', async () => {
    const env = onDatabase(database.url, {
      KINDCAST_OPERATOR_KEY: '',
      KINDCAST_SECRET_KEY: '',
      KINDCAST_DATA: '/dev/null',
    });
    expect(await runToEnd({ program: 'server', env })).to.include({ code: 2 });
    const { rows } = await database.asOwner((owner) => owner.query('SELECT FROM operator_key'));
    expect(rows).to.deep.equal([]);
  });

  it('is printed once, at the first start, is valid ever after, and its clear text is not in the database', async () => {
    const first = await start();
    const second = await start();
    const [key, ...more] = keysIn(first.stdout());
    expect(key).to.match(/^kc_\w{20,}$/);
    expect(more).to.deep.equal([]);
    expect(keysIn(second.stdout())).to.deep.equal([]);
    for (const server of [first, second]) {
      expect(await answers(server, key!)).to.equal(200);
      expect(await answers(server, `${key}x`)).to.equal(401);
    }
    for (const server of [first, second]) {
      const { stdout, stderr } = await server.end('SIGTERM');
      expect(keysIn(stdout + stderr)).to.deep.equal(server === first ? [key] : []);
    }

    const everything = await dumpAll(database);
    const found = (bytes: Buffer) => everything.some((row) => row.includes(bytes.toString('hex')));
    expect(everything.some((row) => row.includes(key!))).to.equal(false);
    expect(found(Buffer.from(key!))).to.equal(false);
    expect(found(createHash('sha256').update(key!).digest()), 'but its hash is').to.equal(true);

    const third = await start();
    expect(await answers(third, key!)).to.equal(200);
    expect(keysIn(third.stdout())).to.deep.equal([]);
    await third.end('SIGTERM');

    const overridden = await start('a-key-of-my-own');
    expect(await answers(overridden, 'a-key-of-my-own')).to.equal(200);
    expect(await answers(overridden, key!)).to.equal(401);
    expect(keysIn(overridden.stdout())).to.deep.equal([]);
  });

  /** Every row of every table as text; binary columns come out as hex. */
  async function dumpAll({ asOwner }: TestDatabase): Promise<string[]> {
    return asOwner(async (owner) => {
      const { rows: tables } = await owner.query<{ name: string }>(
        `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
      );
      const rows: string[] = [];
      for (const { name } of tables)
        rows.push(
          ...(await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).rows.map((r) => r.row),
        );
      return rows;
    });
  }
});
