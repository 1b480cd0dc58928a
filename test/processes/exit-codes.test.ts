import { expect } from 'chai';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import {
  cleanUpProcesses,
  onDatabase,
  runToEnd,
  startProcess,
  temporaryFolder,
  type Program,
} from '../support/server-process.js';

describe('wrong settings end the program with code 2 and one line that says', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let busy: Server;
  let busyPort: string;
  let folder: string;
  let file: string;

  before(async () => {
    database = await copyDatabase();
    busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    busyPort = String((busy.address() as AddressInfo).port);
    folder = temporaryFolder();
    file = path.join(folder, 'a-file');
    writeFileSync(file, '');
  });
  after(async () => {
    busy.close();
    await cleanUpProcesses();
    await database.drop();
  });

  /** What is wrong, in which program, with which settings, and what the line must name. */
  const cases: [string, Program, () => Record<string, string>, RegExp][] = [
    ['the port is no number', 'server', () => ({ PORT: 'abc' }), /PORT.*abc/],
    ['the port is no number', 'demo', () => ({ PORT: 'abc' }), /PORT.*abc/],
    ['the number of workers is none', 'server', () => ({ KINDCAST_WORKERS: '0' }), /KINDCAST_WORKERS.*"0"/],
    ['the number of workers is no number', 'server', () => ({ KINDCAST_WORKERS: 'two' }), /KINDCAST_WORKERS.*"two"/],
    ['there are too many workers', 'server', () => ({ KINDCAST_WORKERS: '65' }), /KINDCAST_WORKERS.*from 1 to 64/],
    [
      'the port is busy, for workers',
      'server',
      () => ({ PORT: busyPort, KINDCAST_WORKERS: '2' }),
      /PORT \d+ is already in use/,
    ],
    [
      'nobody listens at DATABASE_URL, for workers',
      'server',
      () => onDatabase('postgresql://127.0.0.1:1/kindcast', { KINDCAST_WORKERS: '2' }),
      /DATABASE_URL.*ECONNREFUSED/,
    ],
    [
      'workers cannot listen there',
      'server',
      () => onDatabase(database.url, { HOST: '192.0.2.1', KINDCAST_WORKERS: '2' }),
      /HOST 192.0.2.1 is not an address of this machine/,
    ],
    ['the queue is no number', 'server', () => ({ KINDCAST_QUEUE_ORDERS: 'many' }), /KINDCAST_QUEUE_ORDERS.*many/],
    ['the queue has no room for one order', 'server', () => ({ KINDCAST_QUEUE_MB: '1' }), /KINDCAST_QUEUE_MB.*from 4/],
    ['there is no room for connections', 'server', () => ({ KINDCAST_CONNECTIONS: '0' }), /KINDCAST_CONNECTIONS.*"0"/],
    ['the port is busy', 'server', () => ({ PORT: busyPort }), /PORT \d+ is already in use/],
    ['the port is busy', 'demo', () => ({ PORT: busyPort }), /PORT \d+ is already in use/],
    ['the data folder is a file', 'server', () => ({ KINDCAST_DATA: file }), /a-file.* is a file/],
    ['the data folder is a file', 'demo', () => ({ KINDCAST_DATA: file }), /a-file/],
    [
      'the data folder lies below a file',
      'server',
      () => ({ KINDCAST_DATA: path.join(file, 'below') }),
      /a-file.* is a file/,
    ],
    // Nobody may make folders there, not even root.
    ['the data folder cannot be made', 'server', () => ({ KINDCAST_DATA: '/proc/kindcast' }), /\/proc\/kindcast/],
    [
      'the data folder is a file, with a database of its own',
      'server',
      () => onDatabase(database.url, { KINDCAST_DATA: file, KINDCAST_SECRET_KEY: '' }),
      /a-file/,
    ],
    [
      'nobody listens at DATABASE_URL',
      'server',
      () => onDatabase('postgresql://127.0.0.1:1/kindcast'),
      /DATABASE_URL.*ECONNREFUSED/,
    ],
    [
      'the database of DATABASE_URL does not exist',
      'server',
      () => onDatabase(new URL('/nowhere', database.url).href),
      /DATABASE_URL.*nowhere/,
    ],
  ];

  for (const [what, program, env, says] of cases)
    it(`${what} (${program})`, async () => {
      const { code, stdout, stderr } = await runToEnd({ program, env: env() });
      expect(stderr.trimEnd().split('\n'), stderr).to.have.length(1);
      expect(stderr).to.match(says).and.match(/\.\n$/);
      expect(stdout).to.equal('');
      expect(code).to.equal(2);
    });

  it('the data folder is in use (server)', async () => {
    const data = temporaryFolder();
    const first = await startProcess({ env: { KINDCAST_DATA: data } });
    const second = await runToEnd({ env: { KINDCAST_DATA: data } });
    expect(second.stderr).to.match(new RegExp(`^[^\\n]*in use by the running process ${first.pid}[^\\n]*\\n$`));
    expect(second.code).to.equal(2);
    expect((await fetch(`${first.url}/readyz`)).status, 'the first is not disturbed').to.equal(200);
    // Nothing of the first is taken away by the second's end.
    expect(existsSync(path.join(data, 'postgres/owner.json'))).to.equal(true);
    expect(await first.end('SIGTERM')).to.include({ code: 0 });
  });
});
