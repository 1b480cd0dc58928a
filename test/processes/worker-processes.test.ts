import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import {
  cleanUpProcesses,
  onDatabase,
  processesIn,
  runToEnd,
  startProcess,
  temporaryFolder,
  workersOf,
  type ServerProcess,
} from '../support/server-process.js';
import { until } from '../support/until.js';
import { operatorKey, type Answer } from '../support/start-kindcast.js';
import { booksBalance, type Village } from '../support/village.js';
import { closeWatchers, paidOrder, sell, settleShop, sums, totalsOf, watch } from './shop-floor.js';

describe('a server with KINDCAST_WORKERS=3', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let server: ServerProcess;
  let village: Village;
  const sockets = new Set<Socket>();

  beforeEach(async () => {
    database = await copyDatabase();
    server = await startProcess({ env: onDatabase(database.url, { KINDCAST_WORKERS: '3' }) });
    village = await settleShop(server.url);
  });
  afterEach(async () => {
    for (const socket of sockets) socket.close();
    closeWatchers();
    await cleanUpProcesses();
    await database.drop();
  });

  /** A stranger's screen: the official client as it is, or with other transports. */
  async function strangersScreen(transports?: string[]) {
    const socket = io(`${server.url}/live`, { forceNew: true, ...(transports && { transports }) });
    sockets.add(socket);
    const screen = { socket, orders: 0, losses: [] as string[] };
    socket.on('disconnect', (reason) => screen.losses.push(reason));
    socket.on('connect_error', (error) => screen.losses.push(error.message));
    socket.on('totals', (snapshot) => (screen.orders = sums(snapshot)?.orders ?? 0));
    await until(() => socket.connected, 'the screen is connected');
    const answer = await socket.emitWithAck('watch', { topic: `session:${village.session.id}` });
    expect(answer.ok).to.equal(true);
    return screen;
  }
  const keeperOf = ({ socket }: { socket: Socket }) => (socket.io.engine as Answer).id.split('.')[0];

  it('serves default Socket.IO clients, who begin with long polling, and those who can do nothing else', async () => {
    const screens = await Promise.all([
      ...Array.from({ length: 9 }, () => strangersScreen()),
      ...Array.from({ length: 3 }, () => strangersScreen(['polling'])),
    ]);
    await until(
      () => screens.slice(0, 9).every(({ socket }) => socket.io.engine.transport.name === 'websocket'),
      'those who can have changed to websockets',
    );
    expect(new Set(screens.map(keeperOf)).size, 'several workers keep them').to.be.greaterThan(1);
    for (let id = 1; id <= 5; id += 1) await sell(village, paidOrder(village, id));
    await until(() => screens.every(({ orders }) => orders === 5), 'every screen has heard of all five orders');
    expect(screens.flatMap(({ losses }) => losses)).to.deep.equal([]);
  });

  it('knows a socket on whatever connection its next request comes, also on one kept alive for others', async () => {
    // A browser: the same few connections for pages and polling, each at another worker.
    const agents = Array.from({ length: 6 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
    const ask = (agent: Agent, address: string, body?: string) =>
      new Promise<string>((resolve, reject) => {
        const asked = request(server.url + address, { agent, method: body ? 'POST' : 'GET' }, (answer) => {
          let text = '';
          answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
          answer.on('end', () => resolve(`${answer.statusCode} ${text}`));
        });
        asked.on('error', reject).end(body);
      });
    try {
      for (const agent of agents) expect(await ask(agent, '/healthz')).to.match(/^200 /);
      const poll = '/socket.io/?EIO=4&transport=polling';
      const [, sid] = /"sid":"([^"]+)"/.exec(await ask(agents[0]!, poll))!;
      expect(await ask(agents[1]!, `${poll}&sid=${sid}`, '40/live,')).to.equal('200 ok');
      expect(await ask(agents[2]!, `${poll}&sid=${sid}`), 'joined').to.match(/^200 40\/live,/);
      for (const [number, agent] of agents.entries()) {
        const watch = `42/live,${number}["watch",{"topic":"session:${village.session.id}"}]`;
        expect(await ask(agent, `${poll}&sid=${sid}`, watch)).to.equal('200 ok');
        expect(await ask(agent, `${poll}&sid=${sid}`)).to.match(new RegExp(`^200 43/live,${number}.*"ok":true`));
      }
      expect(await ask(agents[0]!, `${poll}&sid=999.nobody`)).to.match(/^400 .*Session ID unknown/);
    } finally {
      for (const agent of agents) agent.destroy();
    }
  });

  it('tells the figures of all workers, whichever is asked', async () => {
    const orders = Array.from({ length: 40 }, (_, index) => paidOrder(village, 100 + index));
    await Promise.all(orders.map((order) => sell(village, order)));
    for (let asked = 0; asked < 6; asked += 1) {
      // A connection of its own each time, so that another worker is asked.
      const answer = await fetch(`${server.url}/metrics`, { headers: { connection: 'close' } });
      expect(answer.headers.get('content-type')).to.match(/^text\/plain/);
      expect(await answer.text()).to.match(/^kindcast_deliveries_total\{outcome="counted"\} 40$/m);
    }
  });

  it('goes on when a worker is killed, and replaces it', async () => {
    const [first, ...others] = workersOf(server);
    process.kill(first!, 'SIGKILL');
    const order = paidOrder(village, 1);
    await until(async () => (await sell(village, order)).status === 200, 'an order is taken');
    await until(() => workersOf(server).length === 3, 'there are three workers again');
    expect(workersOf(server)).to.include.members(others).and.not.include(first);
    const watcher = await watch(server.url, `session:${village.session.id}`);
    expect(sums(watcher.latest!)?.orders).to.equal(1);
    await booksBalance(server.url);
  });

  it('shows secrets neither in the arguments nor in the environment of its workers', () => {
    const read = (pid: number, file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0');
    for (const pid of workersOf(server)) {
      expect(read(pid, 'cmdline')).to.deep.equal(read(server.pid, 'cmdline'));
      const added = read(pid, 'environ').filter((line) => !read(server.pid, 'environ').includes(line));
      expect(added.map((line) => line.split('=')[0])).to.have.members([
        'NODE_UNIQUE_ID',
        'NODE_CHANNEL_FD',
        'NODE_CHANNEL_SERIALIZATION_MODE',
      ]);
    }
  });

  it('takes its workers with it when it is killed itself', async () => {
    const workers = workersOf(server);
    await server.end('SIGKILL');
    await until(() => workers.every((pid) => !isAlive(pid)), 'the workers are gone');
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    it(`ends with 0 in time by ${signal}, and tells watchers why`, async () => {
      const watchers = await Promise.all([1, 2, 3, 4].map(() => watch(server.url, `session:${village.session.id}`)));
      const workers = workersOf(server);
      // A terminal tells the whole group.
      if (signal === 'SIGINT') for (const pid of workers) process.kill(pid, signal);
      const end = await server.end(signal);
      expect(end).to.include({ code: 0, stderr: '' });
      expect(end.ms).to.be.lessThan(10_000);
      expect(workers.filter(isAlive)).to.deep.equal([]);
      await until(() => watchers.every(({ closingReason }) => closingReason), 'the watchers were told why');
    });
});

describe('workers', function () {
  this.timeout(60_000);
  after(cleanUpProcesses);

  it('share a database of the server’s own, which ends after them', async () => {
    const data = temporaryFolder();
    const server = await startProcess({
      env: { KINDCAST_DATA: data, KINDCAST_OPERATOR_KEY: operatorKey, KINDCAST_WORKERS: '2' },
    });
    const village = await settleShop(server.url);
    const orders = Array.from({ length: 20 }, (_, index) => paidOrder(village, 1 + index));
    await Promise.all(orders.map((order) => sell(village, order)));
    expect(sums(await totalsOf(server.url, village))?.orders).to.equal(20);
    await booksBalance(server.url);
    const end = await server.end('SIGTERM');
    expect(end).to.include({ code: 0, stderr: '' });
    expect(end.ms).to.be.lessThan(10_000);
    expect(processesIn(data)).to.deep.equal([]);
  });

  it('that die at once, again and again, make the server give up with 1 and one sentence', async () => {
    const database = await copyDatabase();
    const { code, stdout, stderr } = await runToEnd({
      env: onDatabase(database.url, { KINDCAST_WORKERS: '2' }),
      hook: path.join(import.meta.dirname, 'hooks/die-as-worker.mjs'),
    });
    expect(stderr).to.match(/^Workers die again and again[^\n]*\.\n$/);
    expect(stdout).to.equal('');
    expect(code).to.equal(1);
    await database.drop();
  });
});

function isAlive(pid: number): boolean {
  try {
    // A process that has ended and was not yet buried by its parent counts as gone.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
