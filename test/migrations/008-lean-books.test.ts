import { expect } from 'chai';
import knexModule, { type Knex } from 'knex';
import { migrationSource } from '../../migrations/index.js';
import { migrate } from '../../server/database/migrate.js';
import { shopifyOrder } from '../../server/demo/shopify-order.js';
import { emptyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, send } from '../support/village.js';

/** What an order of two lines left behind before migration 008: one line stands, the other was taken back. */
const asKeptBefore = `
  INSERT INTO organisations (id, kind, name) VALUES ('merchant1', 'merchant', 'Yunling'), ('charity1', 'charity', 'Lunch');
  INSERT INTO projects (id, charity_id, title, currency) VALUES ('lunch', 'charity1', 'School lunches', 'CNY');
  INSERT INTO shops (id, merchant_id, platform, domain, currency, return_window_days)
    VALUES ('shop1', 'merchant1', 'shopify', 'before.myshopify.com', 'CNY', 14);
  INSERT INTO sessions (id, title, streamer, status, token, overlay_key) VALUES ('s1', 'Honey', 'Li Mei', 'live', 'tok', 'key');
  INSERT INTO session_shops VALUES ('s1', 'shop1');
  INSERT INTO giving_rules (rule_id, shop_id, product_id, version, share, base, valid_from)
    VALUES ('r1', 'shop1', '101', 1, '{"kind":"percent","value":"10"}', 'asPriced', '2026-01-01');
  INSERT INTO giving_rule_projects VALUES (1, 0, 'lunch', 1);
  INSERT INTO topics (topic, title, seq, recent) VALUES
    ('shop:shop1', 'before', 2, '[{"at":"2026-11-02T00:00:00.000Z","item":"Tea","projectId":"lunch","amount":{"amount":"2.00","currency":"CNY"},"change":"reversed","reason":"refund","seq":2},
      {"at":"2026-11-01T00:00:00.000Z","item":"Honey","projectId":"lunch","amount":{"amount":"1.00","currency":"CNY"},"change":"pledged","seq":1}]'),
    ('session:s1', 'Honey', 2, '[]'), ('project:lunch', 'School lunches', 2, '[]');
  INSERT INTO topic_totals (topic, currency, pledged, orders, units)
    SELECT topic, 'CNY', 100, 1, 1 FROM topics;
  INSERT INTO topic_projects SELECT topic, 'lunch', 'CNY', 100 FROM topics;
  INSERT INTO orders (shop_id, store_order_id, updated_at, session_id, state) VALUES ('shop1', '6001', '2026-11-02', 's1', '{
    "order": {"storeOrderId": "6001", "updatedAt": "2026-11-02T00:00:00.000Z", "processedAt": "2026-11-01T00:00:00.000Z",
      "currency": "CNY", "standing": "paid", "taxesIncluded": true,
      "sessionTokens": [{"token": "tok", "evidence": "cart-attribute"}],
      "lines": [
        {"lineId": "1", "productId": "101", "title": "Honey", "quantity": 1, "currentQuantity": 1, "unitPrice": "10.00", "discount": "0", "tax": "0", "giftCard": false},
        {"lineId": "2", "productId": "101", "title": "Tea", "quantity": 1, "currentQuantity": 0, "unitPrice": "20.00", "discount": "0", "tax": "0", "giftCard": false}],
      "refunds": [{"refundId": "9", "lines": [{"lineId": "2", "quantity": 1, "subtotal": "20.00"}], "beyondLines": "0"}]},
    "loneRefunds": [], "rules": {"1": 1, "2": 1}, "session": {"id": "s1", "evidence": "cart-attribute"}}');
  INSERT INTO gifts (order_id, line_id, project_id, rule, currency, pledged, units, revision)
    VALUES (1, '1', 'lunch', 1, 'CNY', 100, 1, 1), (1, '2', 'lunch', 1, 'CNY', 0, 0, 2);
  INSERT INTO accounts (kind, owner, currency, debits, credits)
    VALUES ('merchant-owes', 'merchant1', 'CNY', 300, 200), ('project-pending', 'lunch', 'CNY', 200, 300);
  INSERT INTO transfers (key, kind, debit_account, credit_account, currency, amount, event_at, gift_id) VALUES
    ('gift/1/1', 'pledge', 1, 2, 'CNY', 100, '2026-11-01', 1), ('gift/2/1', 'pledge', 1, 2, 'CNY', 200, '2026-11-01', 2),
    ('gift/2/2', 'reverse', 2, 1, 'CNY', 200, '2026-11-02', 2);`;

async function migrateTo(database: TestDatabase, last: string): Promise<void> {
  const names = await migrationSource.getMigrations([]);
  const upTo = names.slice(0, names.indexOf(last) + 1);
  const knex = knexModule({ client: 'pg', connection: database.address.owner as Knex.PgConnectionConfig });
  await knex.migrate.latest({ migrationSource: { ...migrationSource, getMigrations: async () => upTo } });
  await knex.destroy();
}

describe('migration 008, on books that were kept before it', () => {
  let database: TestDatabase;
  let kindcast: Kindcast;

  before(async () => {
    database = await emptyDatabase();
    await migrateTo(database, '007-intake-and-keys');
    await database.asOwner((owner) => owner.query(asKeptBefore));
    await migrate(database.address);
    kindcast = await startKindcast({ on: database });
  });
  after(async () => {
    await kindcast.stop();
    await database.drop();
  });

  it('keeps every gift and transfer, and the books balance', async () => {
    const kept = await database.asOwner(async (owner) => [
      (await owner.query('SELECT no, line_id, pledged::int, revision FROM gifts ORDER BY no')).rows,
      (await owner.query('SELECT id::int, gift_no, revision, kind, amount::int FROM transfers ORDER BY id')).rows,
    ]);
    expect(kept).to.deep.equal([
      [
        { no: 1, line_id: '1', pledged: 100, revision: 1 },
        { no: 2, line_id: '2', pledged: 0, revision: 2 },
      ],
      [
        { id: 1, gift_no: 1, revision: 1, kind: 'pledge', amount: 100 },
        { id: 2, gift_no: 2, revision: 1, kind: 'pledge', amount: 200 },
        { id: 3, gift_no: 2, revision: 2, kind: 'reverse', amount: 200 },
      ],
    ]);
    await booksBalance(kindcast.url);
  });

  it('shows the order and its session as before', async () => {
    const order = await kindcast.call('GET', '/v1/orders/shop1/6001');
    expect(order.session).to.deep.equal({ id: 's1', title: 'Honey', evidence: 'cart-attribute' });
    expect(order.lines[0].gifts).to.have.length(1);
    expect(order.lines[0].gifts[0]).to.deep.include({
      projectId: 'lunch',
      amount: { amount: '1.00', currency: 'CNY' },
      state: 'pledged',
      ruleVersion: 1,
    });
    const totals = await kindcast.call('GET', '/v1/sessions/s1/totals');
    expect(totals.totals[0]).to.include({ given: '1.00', orders: 1, units: 1 });
  });

  it('goes on with the old order, and takes new ones', async () => {
    const shop = { url: kindcast.url, domain: 'before.myshopify.com', secret: 'app-secret' };
    const order = (id: number, at: string) =>
      shopifyOrder({
        id,
        shopDomain: shop.domain,
        currency: 'CNY',
        processedAt: at,
        financialStatus: 'paid',
        lines: [{ productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 1 }],
      });
    expect((await send(shop, 'orders/updated', order(6001, '2026-11-03T00:00:00Z'))).body.outcome).to.equal('counted');
    expect((await send(shop, 'orders/paid', order(6002, '2026-11-03T00:00:00Z'))).body.outcome).to.equal('counted');
    const totals = await kindcast.call('GET', '/v1/shops/shop1/totals');
    expect(totals.totals[0]).to.include({ given: '10.00', orders: 2, units: 2 });
    await booksBalance(kindcast.url);
  });
});
