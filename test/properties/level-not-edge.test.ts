import { expect } from 'chai';
import fc from 'fast-check';
import { parseDelivery } from '../../plugin/shopify/parse-order.js';
import type { StoreOrder, StoreRefund } from '../../plugin/store-order.js';
import { RuleBook, type GivingRule, type Share } from '../../server/giving/giving-rule.js';
import { openRecordingPool } from '../../server/database/database.js';
import { recordOrders, type Delivery } from '../../server/giving/record-orders.js';
import { RecordingMemory } from '../../server/giving/recording-memory.js';
import { targetOf } from '../../server/giving/target.js';
import {
  cancelled,
  editQuantity,
  paid,
  refundAmount,
  refundLines,
  shopifyOrder,
  updated,
} from '../../server/demo/shopify-order.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { booksBalance, setRule, settle, type Village } from '../support/village.js';

/** What one order's life brings over the wire, as topic and payload. */
function lifeOf(id: number, village: Pick<Village, 'domain'>, { cancel }: { cancel: boolean }): [string, unknown][] {
  const at = (seconds: number) => new Date(Date.UTC(2027, 0, 1, 12, 0, seconds));
  const created = shopifyOrder({
    id,
    shopDomain: village.domain,
    currency: 'CNY',
    processedAt: at(0),
    orderDiscount: '7.77',
    lines: [
      { productId: 101, title: 'Honey', unitPrice: '39.90', quantity: 3 },
      { productId: 102, title: 'Tea', unitPrice: '100.01', quantity: 1 },
    ],
  });
  const settled = paid(created, at(1));
  const byLine = refundLines(settled, [{ line: 0, quantity: 1 }], at(2));
  const edited = editQuantity(byLine.order, 0, 1, at(3));
  const byAmount = refundAmount(edited, '5.55', at(4));
  const life: [string, unknown][] = [
    ['orders/create', created],
    ['orders/paid', settled],
    ['refunds/create', byLine.refund],
    ['orders/updated', updated(edited, at(3))],
    ['refunds/create', byAmount.refund],
    ['orders/updated', byAmount.order],
  ];
  return cancel
    ? [...life.slice(0, 5), ['orders/cancelled', cancelled(byAmount.order, at(5), { refund: false })]]
    : life;
}

describe('level, not edge', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let village: Village;
  let nextId = 1_000_000;
  let pool: ReturnType<typeof openRecordingPool>;
  const memory = new RecordingMemory();
  before(async () => {
    kindcast = await startKindcast();
    pool = openRecordingPool(kindcast.database.address, () => undefined);
    village = await settle(kindcast.url);
    await setRule(village, 101, '7.5%', { 'school-lunch': 2, well: 1 }, { from: '2026-01-01T00:00:00Z' });
    await setRule(village, 102, '2.00/unit', { well: 1 }, { from: '2026-01-01T00:00:00Z' });
  });
  after(async () => {
    await pool.end();
    await kindcast.stop();
  });

  const record = (deliveries: readonly Delivery[]) => recordOrders(pool, memory, deliveries);
  const deliveryOf = ([topic, payload]: [string, unknown]): Delivery => {
    const news = parseDelivery(topic, Buffer.from(JSON.stringify(payload)), 'CNY');
    if (news.kind === 'nothing') throw new Error(news.reason);
    const storeOrderId = news.kind === 'order' ? news.order.storeOrderId : news.storeOrderId;
    return { shop: { id: village.shopId, merchantId: village.merchantId }, storeOrderId, news };
  };
  const booksOf = async (ids: number[]): Promise<string[]> => {
    const { rows } = await kindcast.testDatabase.pool.query<{ books: string }>(
      `SELECT string_agg(right(g.line_id, 3) || ' ' || p.title || ' ' || g.pledged || ' ' || g.units, ', '
         ORDER BY g.line_id, p.title) AS books
       FROM orders o LEFT JOIN gifts g ON g.order_id = o.id AND g.pledged > 0 LEFT JOIN projects p ON p.id = g.project_id
       WHERE o.shop_id = $1 AND o.store_order_id = ANY ($2::text[]) GROUP BY o.id`,
      [village.shopId, ids.map(String)],
    );
    return rows.map((row) => row.books);
  };
  const straight = async (cancel: boolean): Promise<string> => {
    const id = (nextId += 1);
    for (const each of lifeOf(id, village, { cancel })) await record([deliveryOf(each)]);
    return (await booksOf([id]))[0]!;
  };

  for (const cancel of [false, true])
    it(`ends with the same books for every permutation of an order that is ${cancel ? 'cancelled' : 'partly refunded'} (F7, F8, F9)`, async () => {
      const expected = await straight(cancel);
      if (cancel) expect(expected).to.equal(null);
      // Honey: 2 × 39.90 − 2.82 discount − 38.49 back − 1.58 of the 5.55 = 36.91, of which 7.5 % is 2.77.
      else expect(expected).to.equal('001 school-lunch 185 1, 001 well 92 1, 002 well 200 1');
      const orders = permutations([0, 1, 2, 3, 4, 5]).map((permutation) => {
        const id = (nextId += 1);
        const life = lifeOf(id, village, { cancel });
        return { id, deliveries: permutation.map((at) => deliveryOf(life[at]!)) };
      });
      for (let step = 0; step < 6; step += 1) await record(orders.map(({ deliveries }) => deliveries[step]!));
      const books = await booksOf(orders.map(({ id }) => id));
      expect(books).to.have.length(720);
      expect(new Set(books)).to.deep.equal(new Set([expected]));
      await booksBalance(kindcast.url);
    });

  it('ends with the same books however deliveries are repeated, mixed and gathered into batches', async () => {
    const expected = await straight(false);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        async (extra, batchSizes, order) => {
          const id = (nextId += 1);
          const all = [...extra, ...order].map((at) => deliveryOf(lifeOf(id, village, { cancel: false })[at]!));
          for (const size of batchSizes) {
            const batch = all.splice(0, size);
            if (batch.length > 0) await record([...batch, batch[0]!]);
          }
          expect(await booksOf([id])).to.deep.equal([expected]);
        },
      ),
      { numRuns: 40 },
    );
    await booksBalance(kindcast.url);
  });
});

describe('refunds', () => {
  const share = fc.oneof(
    fc.constantFrom('0.1', '5', '7.5', '33.3333', '100').map((value): Share => ({ kind: 'percent', value })),
    fc.constantFrom<Share>({ kind: 'perUnit', amount: '2.00' }, { kind: 'perOrder', amount: '1.00' }),
  );
  const line = fc.record({ cents: fc.integer({ min: 1, max: 1_000_000 }), units: fc.integer({ min: 1, max: 9 }) });
  const lines = fc.array(line, { minLength: 1, maxLength: 6 });
  const amount = (cents: number) => (cents / 100).toFixed(2);

  const ruleOf = (given: Share): GivingRule => ({
    id: 1,
    ruleId: 'r',
    version: 1,
    shopId: 's',
    productId: '101',
    title: null,
    share: given,
    base: 'asPriced',
    from: new Date(0),
    until: null,
    cap: null,
    projects: [{ projectId: 'p', weight: 1n }],
  });
  const orderOf = (list: { cents: number; units: number }[], refunds: StoreRefund[]): StoreOrder => ({
    storeOrderId: '1',
    updatedAt: '2026-11-23T00:00:00.000Z',
    processedAt: '2026-11-23T00:00:00.000Z',
    currency: 'CNY',
    standing: 'paid',
    taxesIncluded: true,
    sessionTokens: [],
    refunds,
    lines: list.map(({ cents, units }, at) => ({
      lineId: String(at),
      productId: '101',
      title: 'Honey',
      quantity: units,
      currentQuantity: units,
      unitPrice: amount(cents),
      discount: '0',
      tax: '0',
      giftCard: false,
    })),
  });
  const wanted = (order: StoreOrder, given: Share) =>
    targetOf(
      { order, loneRefunds: [], rules: Object.fromEntries(order.lines.map(({ lineId }) => [lineId, 1])) },
      bookOf(ruleOf(given)),
    ).map((target) => target.wanted);
  const unitsBack = (list: { units: number }[], refunds: StoreRefund[]) =>
    list.map(({ units }, at) => {
      const back = refunds.flatMap((refund) => refund.lines).filter(({ lineId }) => lineId === String(at));
      return units - back.reduce((sum, { quantity }) => sum + quantity, 0);
    });
  const withUnits = (order: StoreOrder, kept: number[]): StoreOrder => ({
    ...order,
    lines: order.lines.map((each, at) => ({ ...each, currentQuantity: kept[at]! })),
  });

  it('in any sequence end where one refund of their sum would (M2)', () => {
    fc.assert(
      fc.property(
        lines,
        share,
        fc.array(fc.tuple(fc.nat(5), fc.nat(50_000), fc.nat(20_000)), { maxLength: 8 }),
        (list, given, parts) => {
          const small = parts.map(([at, cents, beyond], number): StoreRefund => ({
            refundId: String(number),
            lines: [{ lineId: String(at % list.length), quantity: 0, subtotal: amount(cents) }],
            beyondLines: amount(beyond),
          }));
          const sums = new Map<string, number>();
          for (const [at, cents] of parts)
            sums.set(String(at % list.length), (sums.get(String(at % list.length)) ?? 0) + cents);
          const one: StoreRefund = {
            refundId: 'all',
            lines: [...sums].map(([lineId, cents]) => ({ lineId, quantity: 0, subtotal: amount(cents) })),
            beyondLines: amount(parts.reduce((sum, [, , beyond]) => sum + beyond, 0)),
          };
          expect(wanted(orderOf(list, small), given)).to.deep.equal(wanted(orderOf(list, [one]), given));
        },
      ),
    );
  });

  it('of everything, unit by unit, end at exactly zero (M2)', () => {
    fc.assert(
      fc.property(lines, share, (list, given) => {
        const refunds = list.flatMap(({ cents, units }, at) =>
          Array.from({ length: units }, (_, unit): StoreRefund => ({
            refundId: `${at}-${unit}`,
            lines: [{ lineId: String(at), quantity: 1, subtotal: amount(cents) }],
            beyondLines: '0',
          })),
        );
        const order = withUnits(orderOf(list, refunds), unitsBack(list, refunds));
        expect(wanted(order, given).every((each) => each === 0n)).to.equal(true);
      }),
    );
  });

  it('beyond lines never make a line give more than its net, nor less than nothing', () => {
    fc.assert(
      fc.property(lines, share, fc.nat(10_000_000), (list, given, beyond) => {
        const order = orderOf(list, [{ refundId: 'b', lines: [], beyondLines: amount(beyond) }]);
        for (const each of targetOf(
          { order, loneRefunds: [], rules: Object.fromEntries(order.lines.map(({ lineId }) => [lineId, 1])) },
          bookOf(ruleOf(given)),
        )) {
          expect(each.wanted >= 0n && each.wanted <= each.line.net).to.equal(true);
        }
      }),
    );
  });
});

function bookOf(rule: GivingRule): RuleBook {
  const book = new RuleBook();
  book.addVersion(rule);
  return book;
}

function permutations(items: number[]): number[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}
