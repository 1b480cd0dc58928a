import { expect } from 'chai';
import pg from 'pg';
import { parseDelivery } from '../../plugin/shopify/parse-order.js';
import { openRecordingPool } from '../../server/database/database.js';
import { updated, shopifyOrder } from '../../server/demo/shopify-order.js';
import { recordOrders, type Delivery } from '../../server/giving/record-orders.js';
import { RecordingMemory } from '../../server/giving/recording-memory.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { setRule, settle, type Village } from '../support/village.js';

describe('what the walls cost where orders are recorded', () => {
  let kindcast: Kindcast;
  let village: Village;
  let pool: pg.Pool;
  /** Every statement that recording sends, by its name. */
  const statements = new Map<string, string>();

  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    await setRule(
      village,
      101,
      '10%',
      { 'school-lunch': 2, well: 1 },
      { cap: { amount: '100.00', currency: 'CNY' }, from: '2026-01-01T00:00:00Z' },
    );
    pool = openRecordingPool(kindcast.database.address, () => undefined);
    pool.on('connect', (client) => {
      const send = client.query.bind(client) as (...all: unknown[]) => unknown;
      client.query = ((...all: unknown[]) => {
        const { name, text } = all[0] as { name?: string; text?: string };
        if (name !== undefined && text !== undefined) statements.set(name, text);
        return send(...all);
      }) as typeof client.query;
    });
  });
  after(async () => {
    await pool.end();
    await kindcast.stop();
  });

  async function record(order: object): Promise<void> {
    const news = parseDelivery('orders/paid', Buffer.from(JSON.stringify(order)), 'CNY');
    if (news.kind !== 'order') throw new Error('an order was to be read');
    const shop = { id: village.shopId, merchantId: village.merchantId };
    const delivery: Delivery = { shop, storeOrderId: news.order.storeOrderId, news };
    expect(await recordOrders(pool, new RecordingMemory(), [delivery])).to.deep.equal(['counted']);
  }

  /** How a role's connection, set as the recorder's, would run a statement. */
  async function plansOf(config: pg.ClientConfig): Promise<Record<string, string>> {
    const client = new pg.Client(config);
    await client.connect();
    await client.query('SET enable_seqscan = off');
    const plans: Record<string, string> = {};
    for (const [name, text] of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (GENERIC_PLAN, COSTS OFF, VERBOSE) ${text}`,
      );
      plans[name] = rows.map((row) => row['QUERY PLAN']).join('\n');
    }
    await client.end();
    return plans;
  }

  it('is nothing: every statement runs by the very plan it has for a superuser, whom no wall binds', async () => {
    const order = shopifyOrder({
      id: 1,
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: '2026-11-01T00:00:00Z',
      financialStatus: 'paid',
      noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
      lines: [{ productId: 101, title: 'Honey', unitPrice: '10.00', quantity: 1 }],
    });
    await record(order);
    await record(
      updated(
        { ...order, line_items: [{ ...order.line_items[0]!, quantity: 3, current_quantity: 3 }] },
        '2026-11-02T00:00:00Z',
      ),
    );
    expect(statements.size).to.be.at.least(18);
    const { owner, roles } = kindcast.testDatabase.address;
    expect(await plansOf(roles.intake)).to.deep.equal(await plansOf(owner));
  });
});
