import { expect } from 'chai';
import pg from 'pg';
import { pruneIdempotencyKeys } from '../../../server/http/prune-idempotency-keys.js';
import { pruneDeadLetters } from '../../../server/intake/prune-dead-letters.js';
import { nextTurns, type Job } from '../../../server/jobs/job.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { settle } from '../../support/village.js';

describe('pruning', function () {
  this.timeout(30_000);
  let kindcast: Kindcast;
  let client: pg.Client;

  before(async () => {
    kindcast = await startKindcast();
    // With the rights that the leader has.
    client = new pg.Client(kindcast.testDatabase.address.roles.jobs);
    await client.connect();
  });
  after(async () => {
    await client.end();
    await kindcast.stop();
  });

  const run = (job: Job, over = new AbortController().signal) => job.run({ client, over });
  const keys = async () => (await client.query<{ key: string }>('SELECT key FROM idempotency_keys ORDER BY key')).rows;

  it('forgets answers after a day, in batches, and no earlier', async () => {
    await kindcast.testDatabase.pool.query(`
      INSERT INTO idempotency_keys (key, request_sha256, status, created_at)
        SELECT 'old-' || n, '', 201, now() - interval '24 hours 1 minute' FROM generate_series(1, 2500) n;
      INSERT INTO idempotency_keys (key, request_sha256, status, created_at)
        VALUES ('young', '', 201, now() - interval '23 hours 59 minutes')`);
    await run(pruneIdempotencyKeys);
    expect(await keys()).to.deep.equal([{ key: 'young' }]);
  });

  it('stops between two batches when the lead is over', async () => {
    await kindcast.testDatabase.pool.query(`INSERT INTO idempotency_keys (key, request_sha256, created_at)
      SELECT 'old-' || n, '', now() - interval '2 days' FROM generate_series(1, 2500) n`);
    const outcome = await run(pruneIdempotencyKeys, AbortSignal.abort()).catch((error: Error) => error.name);
    expect(outcome).to.equal('AbortError');
    expect(await keys()).to.have.length(1_501);
  });

  it('forgets dead letters a quarter after they were settled, and never one that still waits', async () => {
    const { shopId } = await settle(kindcast.url);
    await kindcast.testDatabase.pool.query(
      `INSERT INTO dead_letters (id, delivery_key, shop_id, topic, webhook_id, reason, body, received_at, replayed_at)
       SELECT name, gen_random_uuid(), $1, 'orders/paid', name, 'unclear', body, now() - interval '2 years', replayed
       FROM (VALUES ('settled long ago', NULL::bytea, now() - interval '91 days'),
                    ('settled lately', NULL, now() - interval '89 days'),
                    ('waits', '\\x00', NULL)) AS letters (name, body, replayed)`,
      [shopId],
    );
    await run(pruneDeadLetters);
    const { rows } = await kindcast.testDatabase.pool.query<{ id: string }>('SELECT id FROM dead_letters ORDER BY id');
    expect(rows.map(({ id }) => id)).to.deep.equal(['settled lately', 'waits']);
  });

  it('comes once an hour, never quite at the same time', () => {
    let now = 0;
    const turns = nextTurns([pruneIdempotencyKeys], () => now);
    const times: number[] = [];
    for (; now < 10 * 3_600_000; now += 1_000) for (const _job of turns.due()) times.push(now);
    expect(times.length).to.be.within(9, 10);
    expect(times[0]).to.be.at.most(360_000);
    const pauses = times.slice(1).map((time, at) => time - times[at]!);
    for (const pause of pauses) expect(pause).to.be.within(3_600_000, 3_961_000);
    expect(new Set(pauses).size).to.be.greaterThan(1);
  });
});
