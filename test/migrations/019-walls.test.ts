import { expect } from 'chai';
import knexModule, { type Knex } from 'knex';
import { migrationSource } from '../../migrations/index.js';
import { SettingsError } from '../../server/config.js';
import { migrate } from '../../server/database/migrate.js';
import { withSettings } from '../../server/database/show-settings.js';
import { openInstallation } from '../../server/installation.js';
import { readSettings } from '../../server/config.js';
import { shopifyOrder } from '../../server/demo/shopify-order.js';
import { pino } from 'pino';
import { databaseOfPlainOwner, type OwnedDatabase } from '../support/plain-owner.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, send } from '../support/village.js';

/** A shop with a session and a capped rule, as it stood before there were walls. */
const asKeptBefore = `
  INSERT INTO organisations (id, kind, name) VALUES ('merchant1', 'merchant', 'Yunling'), ('charity1', 'charity', 'Lunch');
  INSERT INTO projects (id, charity_id, title, currency) VALUES ('lunch', 'charity1', 'School lunches', 'CNY');
  INSERT INTO shops (id, merchant_id, platform, domain, currency, return_window_days)
    VALUES ('shop1', 'merchant1', 'shopify', 'before.myshopify.com', 'CNY', 14);
  INSERT INTO sessions (id, title, streamer, status, token, overlay_key)
    VALUES ('s1', 'Honey', 'Li Mei', 'live', 'tok', 'abcdefghijklmnopqrstuvwx');
  INSERT INTO session_shops VALUES ('s1', 'shop1');
  INSERT INTO giving_rules (rule_id, shop_id, product_id, version, share, base, valid_from, cap)
    VALUES ('r1', 'shop1', '101', 1, '{"kind":"percent","value":"10"}', 'asPriced', '2026-01-01', 10000);
  INSERT INTO giving_rule_projects VALUES (1, 0, 'lunch', 1);
  INSERT INTO rule_caps (rule, cap, given) VALUES (1, 10000, 0);
  INSERT INTO topics (topic, title) VALUES ('shop:shop1', 'before'), ('session:s1', 'Honey'), ('project:lunch', 'School lunches');`;

async function migrateTo(database: OwnedDatabase, last: string): Promise<void> {
  const names = await migrationSource.getMigrations([]);
  const upTo = names.slice(0, names.indexOf(last) + 1);
  const knex = knexModule({ client: 'pg', connection: database.address.owner as Knex.PgConnectionConfig });
  await knex.migrate.latest({ migrationSource: { ...migrationSource, getMigrations: async () => upTo } });
  await knex.destroy();
}

describe('migration 019, by an owner who is no superuser, on books that were kept before it', function () {
  this.timeout(60_000);
  let database: OwnedDatabase;
  let kindcast: Kindcast;

  before(async () => {
    database = await databaseOfPlainOwner();
    await migrateTo(database, '011-overlay-keys');
    await database.asPlainOwner((owner) => owner.query(asKeptBefore));
    await migrate(database.address);
    kindcast = await startKindcast({ on: database });
  });
  after(async () => {
    await kindcast.stop();
    await database.drop();
  });

  const order = (id: number) =>
    shopifyOrder({
      id,
      shopDomain: 'before.myshopify.com',
      currency: 'CNY',
      processedAt: '2026-11-03T00:00:00Z',
      financialStatus: 'paid',
      lines: [{ productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 1 }],
    });

  it('orders go on being counted, and every role reads and writes what it needs', async () => {
    const shop = { url: kindcast.url, domain: 'before.myshopify.com', secret: 'app-secret' };
    expect((await send(shop, 'orders/paid', order(6001))).body.outcome).to.equal('counted');
    expect((await kindcast.call('GET', '/v1/orders/shop1/6001')).lines[0].gifts).to.have.length(1);
    expect((await kindcast.call('GET', '/v1/shops/shop1/totals')).totals[0]).to.include({ given: '5.00', orders: 1 });
    const page = await fetch(`${kindcast.url}/overlay/abcdefghijklmnopqrstuvwx`);
    expect(page.status).to.equal(200);
    await booksBalance(kindcast.url);
  });

  it('a change of a rule counts for the next order, and is in the audit trail of its merchant', async () => {
    // Both are done by triggers that work as the owner, whom row-level security binds. No operator: he sees everything.
    const asMerchant = { 'kindcast.organisations': 'merchant1', 'kindcast.operator': 'off' } as const;
    await withSettings(kindcast.database.knex, asMerchant, (db) =>
      db.raw(`INSERT INTO giving_rules (rule_id, shop_id, product_id, version, share, base, valid_from)
        VALUES ('r1', 'shop1', '101', 2, '{"kind":"percent","value":"20"}', 'asPriced', '2026-11-01')`),
    );
    await withSettings(kindcast.database.knex, asMerchant, (db) =>
      db.raw(`INSERT INTO giving_rule_projects SELECT id, 0, 'lunch', 1 FROM giving_rules WHERE version = 2`),
    );
    const shop = { url: kindcast.url, domain: 'before.myshopify.com', secret: 'app-secret' };
    expect((await send(shop, 'orders/paid', order(6002))).body.outcome).to.equal('counted');
    expect((await kindcast.call('GET', '/v1/shops/shop1/totals')).totals[0]).to.include({ given: '15.00', orders: 2 });
    const { items } = await kindcast.call('GET', '/v1/audit-trail?organisation=merchant1');
    expect(items.map((entry: Answer) => entry.subject.table)).to.include.members([
      'giving_rules',
      'giving_rule_projects',
    ]);
    await booksBalance(kindcast.url);
  });

  it('the owner sees nothing unless he says so, and cannot overlook it', async () => {
    await database.asPlainOwner(async (owner) => {
      const count = async (table: string) => (await owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n;
      for (const table of ['orders', 'shops', 'transfers', 'audit_trail'])
        expect(await count(table), table).to.equal(0);
      // What pg_dump does, so that no backup silently leaves rows out.
      await owner.query('SET row_security = off');
      const refused = await owner.query('TABLE orders').catch((error: { code: string }) => error.code);
      expect(refused).to.equal('42501');
      await owner.query('SET row_security = on');
      await owner.query(`SET kindcast.operator = 'on'`);
      expect(await count('orders')).to.equal(2);
    });
  });
});

describe('a database whose user may make no roles', () => {
  it('is refused with all that an administrator has to run', async () => {
    const database = await databaseOfPlainOwner({ granted: false });
    const settings = { ...readSettings({ PORT: '0' }), databaseUrl: database.url };
    const error = await openInstallation(settings, pino({ level: 'silent' })).catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(SettingsError);
    for (const role of ['server', 'intake', 'public', 'jobs', 'checks', 'people'])
      expect((error as Error).message).to.include(`CREATE ROLE kindcast_${role}; GRANT kindcast_${role} TO `);
    await database.drop();
  });
});
