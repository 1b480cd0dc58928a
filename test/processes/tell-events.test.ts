import { expect } from 'chai';
import fc from 'fast-check';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { connectionOf } from '../../server/database/database.js';
import { pruneDeliveries, pruneEvents, switchOffOverfull } from '../../server/webhooks/prune-events.js';
import { tellEvents } from '../../server/webhooks/tell-events.js';
import { startReceiver } from '../support/receiver.js';
import { sell } from '../support/sell.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { until } from '../support/until.js';
import { setRule, settle, type Village } from '../support/village.js';
import { ownNetworks } from '../support/webhook-leaders.js';

const over = new AbortController().signal;
const patience = { statement_timeout: 0, lock_timeout: 0, idle_in_transaction_session_timeout: 0 };

describe('telling of what was committed', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let village: Village;
  let leader: pg.Client;
  const clients: pg.Client[] = [];

  beforeEach(async () => {
    kindcast = await startKindcast({ settings: { webhooks: ownNetworks } });
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { well: 1 });
    leader = await connect(kindcast.testDatabase.address.roles.jobs);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end();
    await kindcast.stop();
  });

  async function connect(as: pg.ClientConfig): Promise<pg.Client> {
    const client = new pg.Client(connectionOf(as, 'test', patience));
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  }
  const listen = (url = 'http://127.0.0.1:9/') =>
    kindcast.call('POST', '/v1/webhook-endpoints', {
      organisationId: village.merchantId,
      url,
      events: ['gift.pledged'],
    });
  const asOwner = <Row extends pg.QueryResultRow>(sql: string) =>
    kindcast.testDatabase.asOwner(async (client) => (await client.query<Row>(sql)).rows);
  /** The revisions that were told, each as often as it was. */
  const told = async () =>
    (
      await asOwner<{ revision: number }>(
        `SELECT (payload #>> '{data,revision}')::int AS revision FROM webhook_events WHERE type = 'gift.pledged' ORDER BY 1`,
      )
    ).map((row) => row.revision);

  it('reads nothing and remembers its place while nobody listens; then tells what comes', async () => {
    const job = tellEvents();
    await sell(village);
    await job.run({ client: leader, over });
    await listen();
    await job.run({ client: leader, over });
    expect(await told()).to.deep.equal([]);
    await sell(village);
    await job.run({ client: leader, over });
    expect(await told()).to.deep.equal([1]);
  });

  it('tells each transfer once, in whatever order their transactions commit, roll back or dawdle', async () => {
    await sell(village);
    await listen();
    let job = tellEvents();
    await job.run({ client: leader, over });
    await asOwner('DELETE FROM webhook_deliveries');
    const [gift] = await asOwner<{ order_id: string; gift_no: number; debit_account: number; credit_account: number }>(
      'SELECT order_id, gift_no, debit_account, credit_account FROM transfers',
    );
    const lanes = await Promise.all([0, 1, 2, 3].map(() => connect(kindcast.testDatabase.address.owner)));
    let revision = 1;
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('post' as const), lane: fc.nat(3) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), lane: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('roll back' as const), lane: fc.nat(3) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('tell' as const), lane: fc.constant(0) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('new leader' as const), lane: fc.constant(0) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const open = new Map<number, number[]>();
        const committed: number[] = [];
        const before = new Set(await told());
        const end = async (lane: number, how: 'COMMIT' | 'ROLLBACK') => {
          if (!open.has(lane)) return;
          await lanes[lane]!.query(how);
          if (how === 'COMMIT') committed.push(...open.get(lane)!);
          open.delete(lane);
        };
        for (const each of steps) {
          const lane = lanes[each.lane]!;
          if (each.do === 'post') {
            if (!open.has(each.lane)) {
              await lane.query('BEGIN');
              open.set(each.lane, []);
            }
            await lane.query(
              `INSERT INTO transfers (order_id, gift_no, revision, amount, event_at, debit_account, credit_account, kind)
               VALUES ($1, $2, $3, 1, now(), $4, $5, 'pledge')`,
              [gift!.order_id, gift!.gift_no, (revision += 1), gift!.debit_account, gift!.credit_account],
            );
            open.get(each.lane)!.push(revision);
          } else if (each.do === 'commit') await end(each.lane, 'COMMIT');
          else if (each.do === 'roll back') await end(each.lane, 'ROLLBACK');
          else {
            if (each.do === 'new leader') job = tellEvents();
            await job.run({ client: leader, over });
          }
        }
        for (const lane of [...open.keys()]) await end(lane, 'COMMIT');
        await job.run({ client: leader, over });
        await job.run({ client: leader, over });
        const news = (await told()).filter((each) => !before.has(each));
        expect(news).to.deep.equal([...committed].sort((a, b) => a - b));
      }),
      {
        numRuns: 25,
        // The second lane is newer than the one that ends, and must be waited for all the same.
        examples: [
          [
            [
              { do: 'post', lane: 1 },
              { do: 'post', lane: 0 },
              { do: 'post', lane: 1 },
              { do: 'commit', lane: 1 },
              { do: 'tell', lane: 0 },
            ],
          ],
        ],
      },
    );
  });

  it('keeps no log without end: an endpoint for which too much waits is switched off, a month later all is forgotten', async () => {
    const endpoint = await listen();
    const look = () => kindcast.call('GET', `/v1/webhook-endpoints/${endpoint.id}`);
    for (let at = 0; at < 2; at++) await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
    await switchOffOverfull(2).run({ client: leader, over });
    expect(await look()).to.include({ enabled: true });
    await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
    await switchOffOverfull(2).run({ client: leader, over });
    expect(await look()).to.include({ enabled: false, disabledReason: 'overfull' });
    const rowsAfter = async (age: string) => {
      await asOwner(`UPDATE webhook_deliveries SET created_at = now() - interval '${age}';
        UPDATE webhook_events SET created_at = now() - interval '${age}'`);
      await pruneDeliveries.run({ client: leader, over });
      await pruneEvents.run({ client: leader, over });
      return (await asOwner('SELECT FROM webhook_deliveries UNION ALL SELECT FROM webhook_events')).length;
    };
    expect(await rowsAfter('29 days')).to.equal(6);
    expect(await rowsAfter('31 days')).to.equal(0);
  });

  describe('in a process that is killed', () => {
    const children: ChildProcess[] = [];
    afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

    function start(env: Record<string, string>): ChildProcess {
      const child = fork(path.join(import.meta.dirname, 'webhook-process.ts'), {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, DATABASE: kindcast.testDatabase.url, ...env },
      });
      children.push(child);
      return child;
    }

    it('before any of its statements, tells nothing twice and loses nothing', async () => {
      await listen();
      let sold = 0;
      for (let dieAt = 1; dieAt <= 14; dieAt++) {
        await sell(village);
        sold += 1;
        const child = start({ DIE_AT: String(dieAt), JOB: 'tell' });
        // The last ones live through a whole turn and say so.
        await Promise.race([once(child, 'exit'), once(child, 'message')]);
        child.kill('SIGKILL');
      }
      await tellEvents().run({ client: leader, over });
      expect(await told()).to.deep.equal(Array.from({ length: sold }, () => 1));
      const [{ events, gifts }] = (await asOwner<{ events: string; gifts: string }>(
        `SELECT count(*) AS events, count(DISTINCT payload #>> '{data,giftId}') AS gifts FROM webhook_events`,
      )) as [{ events: string; gifts: string }];
      expect([events, gifts]).to.deep.equal([String(sold), String(sold)]);
    });

    it('after a receiver has taken an event and before that is noted, the next one sends the same event again', async () => {
      const receiver = await startReceiver();
      try {
        await listen(receiver.url);
        await sell(village);
        await tellEvents().run({ client: leader, over });
        const mortal = start({ JOB: 'send' });
        receiver.answer((response) => {
          mortal.kill('SIGKILL');
          mortal.once('exit', () => response.end());
        });
        await once(mortal, 'exit');
        receiver.answer(200);
        start({ JOB: 'send' });
        await until(() => receiver.received.length >= 2, 'it comes again');
        const [first, second] = receiver.received;
        expect(second!.headers['webhook-id']).to.equal(first!.headers['webhook-id']);
        expect(second!.body).to.equal(first!.body);
        const delivered = () => asOwner('SELECT FROM webhook_deliveries WHERE delivered_at IS NOT NULL');
        await until(async () => (await delivered()).length === 1, 'it is noted');
      } finally {
        await receiver.stop();
      }
    });
  });
});
