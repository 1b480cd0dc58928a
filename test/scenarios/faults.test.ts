import { expect } from 'chai';
import pg from 'pg';
import { shopifyOrder } from '../../server/demo/shopify-order.js';
import { openDatabase } from '../../server/database/database.js';
import { addressOfUrl } from '../../server/database/roles.js';
import { GroupCommit, NotNow } from '../../server/intake/group-commit.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, givenByProject, send, setRule, settle, type Village } from '../support/village.js';

describe('when many orders arrive together', () => {
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
  });
  after(() => kindcast.stop());
  beforeEach(async () => {
    village = await settle(kindcast.url);
  });

  const order = (id: number, unitPrice = '10.00') =>
    shopifyOrder({
      id,
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: new Date(),
      financialStatus: 'paid',
      lines: [{ productId: 101, title: 'Honey', unitPrice, quantity: 1 }],
    });

  it('never passes a cap, also with 200 orders at once on its last cent (M4)', async () => {
    await setRule(village, 101, '10%', { 'school-lunch': 1, well: 1 }, { cap: { amount: '1.01', currency: 'CNY' } });
    await Promise.all(Array.from({ length: 200 }, (_, at) => send(village, 'orders/paid', order(10_000 + at, '0.10'))));
    const given = await givenByProject(village);
    // Each gives one cent and the first project takes the odd one; 101 of them fit under the cap.
    expect(given).to.deep.equal({ 'school-lunch': '1.01', well: '0.00' });
    await booksBalance(kindcast.url);
  });

  it('records them in few transactions, and each exactly once', async () => {
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
    const batches = async () =>
      /kindcast_batch_orders_count (\d+)/.exec(await (await fetch(`${kindcast.url}/metrics`)).text())![1]!;
    const before = parseInt(await batches(), 10);
    await Promise.all(Array.from({ length: 500 }, (_, at) => send(village, 'orders/paid', order(20_000 + at))));
    expect(parseInt(await batches(), 10) - before).to.be.lessThan(250);
    expect(await givenByProject(village)).to.include({ 'school-lunch': '500.00' });
    await booksBalance(kindcast.url);
  });

  it('lets one poisonous order among 500 spoil nothing, and keeps it for a person (F4)', async () => {
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(`
        CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN IF NEW.store_order_id = '30250' THEN RAISE EXCEPTION 'this order is poisonous'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER poison BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION poison()`),
    );
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, at) => send(village, 'orders/paid', order(30_000 + at))),
    );
    expect(answers.every(({ status }) => status === 200)).to.equal(true);
    expect(answers.filter(({ body }) => body.outcome === 'dead-letter')).to.have.length(1);
    expect(await givenByProject(village)).to.include({ 'school-lunch': '499.00' });
    const { items } = await kindcast.call('GET', '/v1/dead-letters?limit=1');
    expect(items[0].reason).to.match(/this order is poisonous/);
    await kindcast.testDatabase.asOwner((owner) => owner.query('DROP FUNCTION poison() CASCADE'));
    expect((await kindcast.call('POST', `/v1/dead-letters/${items[0].id}/replay`)).outcome).to.equal('counted');
    expect(await givenByProject(village)).to.include({ 'school-lunch': '500.00' });
    await booksBalance(kindcast.url);
  });

  it('answers 503 with Retry-After while the database is away, and counts what is sent again', async () => {
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
    const payload = order(40_000);
    await send(village, 'orders/paid', order(39_999));
    await kindcast.testDatabase.whileAway(async () => {
      const answer = await send(village, 'orders/paid', payload, { webhookId: 'again' });
      expect(answer.status).to.equal(503);
      expect(answer.retryAfter).to.match(/^\d+$/);
      expect((await fetch(`${kindcast.url}/readyz`)).status).to.equal(503);
      expect((await fetch(`${kindcast.url}/healthz`)).status).to.equal(200);
    });
    expect((await send(village, 'orders/paid', payload, { webhookId: 'again' })).body.outcome).to.equal('counted');
    expect(await givenByProject(village)).to.include({ 'school-lunch': '2.00' });
  });
});

describe('group commit', () => {
  const limits = { batch: 100, batchBytes: 100, lanes: 1, waiting: 3, waitingBytes: 10 };

  it('says no when too many orders or bytes wait, while what was taken goes on', async () => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const queue = new GroupCommit<string>({
      record: async (batch) => {
        await gate;
        return batch.map(() => 'counted');
      },
      keepDeadLetter: async () => undefined,
      sizeOf: (item) => item.length,
      limits,
    });
    const taken = [queue.add('a')];
    await new Promise((resolve) => setTimeout(resolve, 5));
    taken.push(queue.add('b'), queue.add('c'));
    await refused(queue.add('x'.repeat(9)));
    taken.push(queue.add('d'));
    await refused(queue.add('e'));
    open();
    expect(await Promise.all(taken)).to.deep.equal(['counted', 'counted', 'counted', 'counted']);

    async function refused(added: Promise<unknown>) {
      const error: Answer = await added.then(
        () => undefined,
        (problem: unknown) => problem,
      );
      expect(error).to.be.instanceOf(NotNow);
      expect(error.reason).to.equal('queue-full');
    }
  });

  it('takes nothing any more after it was stopped, and answers what it had taken', async () => {
    const queue = new GroupCommit<string>({
      record: async (batch) => batch.map(() => 'counted'),
      keepDeadLetter: async () => undefined,
      sizeOf: () => 1,
      limits,
    });
    const taken = queue.add('a');
    await queue.stop();
    expect(await taken).to.equal('counted');
    expect(await queue.add('b').catch((error: NotNow) => error.reason)).to.equal('stopping');
  });
});

describe("each of the server's roles (S12)", () => {
  let kindcast: Kindcast;
  before(async () => {
    kindcast = await startKindcast();
    const village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
    await send(
      village,
      'orders/paid',
      shopifyOrder({
        id: 1,
        shopDomain: village.domain,
        currency: 'CNY',
        processedAt: new Date(),
        financialStatus: 'paid',
        lines: [{ productId: 101, title: 'Honey', unitPrice: '10.00', quantity: 1 }],
      }),
    );
  });
  after(() => kindcast.stop());

  for (const attempt of ['UPDATE transfers SET amount = amount + 1', 'DELETE FROM transfers', 'TRUNCATE transfers'])
    it(`cannot ${attempt}, and neither can the owner by accident`, async () => {
      const failure = (error: Answer) => error.code as string;
      for (const [name, config] of Object.entries(kindcast.testDatabase.address.roles)) {
        const client = new pg.Client(config);
        await client.connect();
        expect(await client.query(attempt).then(() => 'done', failure), name).to.equal('42501');
        await client.end();
      }
      expect(await kindcast.testDatabase.asOwner((owner) => owner.query(attempt).then(() => 'done', failure))).to.equal(
        'KC001',
      );
    });

  it('is the one the server uses with DATABASE_URL as well', async () => {
    const database = openDatabase(addressOfUrl(kindcast.testDatabase.url).roles, () => undefined);
    const { rows } = await database.knex.raw('SELECT current_user');
    expect(rows[0].current_user).to.equal('kindcast_server');
    for (const [name, pool] of Object.entries(database.pools)) {
      expect((await pool.query('SELECT current_user AS role')).rows[0].role).to.equal(`kindcast_${name}`);
      expect(
        await pool.query('DELETE FROM transfers').then(
          () => 'done',
          (error: Answer) => error.code,
        ),
      ).to.equal('42501');
    }
    await database.close();
  });
});
