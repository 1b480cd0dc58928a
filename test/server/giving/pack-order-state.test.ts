import { expect } from 'chai';
import fc from 'fast-check';
import { orderStandings } from '../../../plugin/store-order.js';
import type { OrderState } from '../../../server/giving/order-state.js';
import { packOrderState, unpackOrderState } from '../../../server/giving/pack-order-state.js';

const time = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const amount = fc.nat().map((cents) => (cents / 100).toFixed(2));
const id = fc.bigInt({ min: 1n, max: 10n ** 15n }).map(String);
const title = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\u0000', ''));
const evidence = fc.constantFrom('cart-attribute' as const, 'line-property' as const);

const refund = fc.record({
  refundId: id,
  lines: fc.array(fc.record({ lineId: id, quantity: fc.nat(9), subtotal: amount }), { maxLength: 3 }),
  beyondLines: amount,
});
const line = fc.record({
  lineId: id,
  productId: fc.option(id),
  title,
  quantity: fc.nat(99),
  currentQuantity: fc.nat(99),
  unitPrice: amount,
  discount: amount,
  tax: amount,
  giftCard: fc.boolean(),
});
const order = fc.record({
  storeOrderId: fc.constant('6001'),
  updatedAt: time,
  processedAt: time,
  currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
  standing: fc.constantFrom(...orderStandings),
  taxesIncluded: fc.boolean(),
  sessionTokens: fc.array(fc.record({ token: fc.string(), evidence }), { maxLength: 2 }),
  lines: fc.uniqueArray(line, { maxLength: 5, selector: ({ lineId }) => lineId }),
  refunds: fc.array(refund, { maxLength: 3 }),
});
const state: fc.Arbitrary<OrderState> = fc
  .record(
    {
      order: fc.option(order),
      loneRefunds: fc.array(refund, { maxLength: 2 }),
      rules: fc.dictionary(id, fc.integer({ min: 1, max: 2 ** 31 - 1 }), { maxKeys: 3 }),
      buyer: fc.constant('q83vEjRWeJASNFZ4'),
      session: fc.record({ id: fc.constant('session-1'), evidence }),
      ignoredTokens: fc.array(fc.record({ evidence, reason: fc.constantFrom('forged' as const, 'foreign' as const) }), {
        minLength: 1,
        maxLength: 2,
      }),
    },
    { requiredKeys: ['order', 'loneRefunds', 'rules'] },
  )
  .chain((made) =>
    // Rules of lines the order has, as well as of lines it has no longer.
    fc.subarray(made.order?.lines ?? []).map((ruled) => ({
      ...made,
      rules: { ...made.rules, ...Object.fromEntries(ruled.map(({ lineId }, at) => [lineId, at + 1])) },
    })),
  );

describe("an order's state, packed", () => {
  it('is the same state when it is unpacked', () => {
    fc.assert(
      fc.property(state, (given) => {
        const stored: unknown = JSON.parse(packOrderState(given));
        const row = { storeOrderId: '6001', sessionId: given.session?.id ?? null };
        expect(unpackOrderState(stored, row)).to.deep.equal(given);
      }),
      { numRuns: 500 },
    );
  });

  it('is read with its names, as it was kept before it was packed', () => {
    const named: OrderState = { order: null, loneRefunds: [], rules: { '1': 7 } };
    expect(unpackOrderState(named, { storeOrderId: '6001', sessionId: null })).to.deep.equal(named);
  });
});
