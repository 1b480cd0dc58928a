import { expect } from 'chai';
import { fromSet, minorUnits } from '../../../server/demo/payload-money.js';
import { netOf } from '../../../server/demo/shopify-line.js';
import {
  addLine,
  cancelled,
  editQuantity,
  orderEdit,
  paid,
  personalTraces,
  refundAmount,
  refundLines,
  shopifyOrder,
  type LineSpec,
  type OrderSpec,
  type ShopifyOrder,
} from '../../../server/demo/shopify-order.js';

const at = '2026-11-20T10:00:00Z';
const later = '2026-11-20T11:00:00Z';

function order(lines: LineSpec[], more: Partial<OrderSpec> = {}): ShopifyOrder {
  const shop = { shopDomain: 'cooperative.myshopify.com', currency: 'CNY' };
  return paid(shopifyOrder({ id: 5001, ...shop, processedAt: at, lines, ...more }), at);
}

const line = (unitPrice: string, quantity: number, more: Partial<LineSpec> = {}): LineSpec => ({
  productId: 101,
  title: 'Honey',
  unitPrice,
  quantity,
  ...more,
});

const allocations = (of: ShopifyOrder) =>
  of.line_items.map((each) => each.discount_allocations.map((allocation) => allocation.amount));

describe('the Shopify order builder', () => {
  it('makes the real order of 79.90 and 85.00', () => {
    const built = order([line('99.00', 1, { discount: '5.00' }), line('100.00', 1)], { orderDiscount: '29.10' });
    expect(allocations(built)).to.deep.equal([['14.10', '5.00'], ['15.00']]);
    expect(built.line_items.map((each) => netOf(each).shop)).to.deep.equal([7990n, 8500n]);
    expect(built.subtotal_price).to.equal('164.90');
    expect(built.line_items[0]!.total_discount).to.equal('0.00');
  });

  it('spreads an order discount so that the allocations add up to it in both currencies', () => {
    const built = order([line('0.07', 1), line('0.07', 1), line('0.07', 1), line('33.33', 7)], {
      orderDiscount: '10.00',
      presentment: { currency: 'JPY', rate: '21.37' },
    });
    const sum = (of: 'shop' | 'presentment') =>
      built.line_items
        .flatMap((each) => each.discount_allocations.map((allocation) => fromSet(allocation.amount_set)[of]))
        .reduce((a, b) => a + b, 0n);
    expect([sum('shop'), sum('presentment')]).to.deep.equal([1000n, 214n]);
    expect(built.total_discounts).to.equal('10.00');
  });

  it('keeps gift cards out of the order discount', () => {
    const built = order([line('200.00', 1, { giftCard: true }), line('39.90', 1)], { orderDiscount: '5.00' });
    expect(allocations(built)).to.deep.equal([[], ['5.00']]);
  });

  it('takes tax out of prices that include it and adds it to those that do not', () => {
    const taxed = [line('39.90', 2, { taxRate: '0.13' })];
    const included = order(taxed, { taxesIncluded: true });
    expect([included.total_tax, included.total_price]).to.deep.equal(['9.18', '79.80']);
    const onTop = order(taxed);
    expect([onTop.total_tax, onTop.total_price]).to.deep.equal(['10.37', '90.17']);
  });

  it('writes amounts with the digits of their currency', () => {
    const yen = order([line('1000', 1)], { currency: 'JPY' });
    expect([yen.total_price, yen.line_items[0]!.price]).to.deep.equal(['1000', '1000']);
    expect(order([line('10.500', 1)], { currency: 'KWD' }).total_price).to.equal('10.500');
    expect(() => order([line('10.5', 1)], { currency: 'JPY' })).to.throw(RangeError, 'more digits');
  });

  it('holds a buyer whose traces a test can look for', () => {
    const text = JSON.stringify(order([line('1.00', 1)]));
    for (const trace of personalTraces(5001)) expect(text).to.include(trace);
  });
});

describe('what happens to an order', () => {
  it('refunds a line unit by unit to exactly its net', () => {
    let built = order([line('33.33', 7, { discount: '10.00', taxRate: '0.13' })], { orderDiscount: '0.01' });
    const whole = netOf(built.line_items[0]!).shop;
    let given = 0n;
    for (let unit = 0; unit < 7; unit++) {
      expect(built.financial_status).to.equal(unit === 0 ? 'paid' : 'partially_refunded');
      const { order: next, refund } = refundLines(built, [{ line: 0, quantity: 1 }], later);
      given += minorUnits(refund.refund_line_items[0]!.subtotal_set.shop_money.amount, 'CNY');
      built = next;
      expect(minorUnits(built.current_subtotal_price, 'CNY')).to.equal(whole - given);
    }
    expect(given).to.equal(whole);
    expect(built).to.include({
      financial_status: 'refunded',
      current_subtotal_price: '0.00',
      current_total_price: '0.00',
      current_total_tax: '0.00',
    });
    expect(built.line_items[0]).to.include({ quantity: 7, current_quantity: 0 });
    expect(built.refunds.map((refund) => refund.id)).to.deep.equal([
      ...new Set(built.refunds.map((refund) => refund.id)),
    ]);
  });

  it('changes nothing of the order it is given', () => {
    const built = order([line('39.90', 3)]);
    const before = JSON.stringify(built);
    refundLines(built, [{ line: 0, quantity: 1 }], later);
    refundAmount(built, '10.00', later);
    editQuantity(built, 0, 1, later);
    cancelled(built, later);
    expect(JSON.stringify(built)).to.equal(before);
  });

  it('writes subtotals as JSON numbers and exact sets', () => {
    const { refund } = refundLines(order([line('39.90', 3)]), [{ line: 0, quantity: 2 }], later);
    expect(refund.refund_line_items[0]).to.include({ subtotal: 79.8, quantity: 2 });
    expect(refund.refund_line_items[0]!.subtotal_set.shop_money.amount).to.equal('79.80');
    expect(refund.transactions[0]!.amount).to.equal('79.80');
  });

  it('tells of money without lines only in a negative adjustment', () => {
    const { order: next, refund } = refundAmount(order([line('39.90', 3)]), '10.00', later);
    expect(refund.refund_line_items).to.deep.equal([]);
    expect(refund.order_adjustments).to.have.length(1);
    expect(refund.order_adjustments[0]).to.include({ kind: 'refund_discrepancy', amount: '-10.00' });
    expect(next).to.include({ financial_status: 'partially_refunded', current_total_price: '109.70' });
  });

  it('tells of less money than the lines are worth in a positive adjustment', () => {
    const { refund } = refundLines(order([line('39.90', 1)]), [{ line: 0, quantity: 1 }], later, { money: '30.00' });
    expect(refund.order_adjustments.map((each) => each.amount)).to.deep.equal(['9.90']);
    expect(refund.transactions[0]!.amount).to.equal('30.00');
  });

  it('edits units out in current_quantity alone, or with a refund of no money', () => {
    const built = order([line('39.90', 3, { discount: '9.00' })]);
    const edited = editQuantity(built, 0, 1, later);
    expect(edited.line_items[0]).to.include({ quantity: 3, current_quantity: 1 });
    expect(edited).to.include({ financial_status: 'paid', current_subtotal_price: '36.90', subtotal_price: '110.70' });
    const recorded = editQuantity(built, 0, 1, later, { refundRecord: true });
    expect(recorded).to.include({
      financial_status: 'paid',
      current_subtotal_price: '36.90',
      current_total_price: '36.90',
    });
    expect(recorded.refunds[0]!.transactions).to.deep.equal([]);
    expect(orderEdit(built, edited, later).order_edit.line_items.removals).to.deep.equal([{ id: 5001001, delta: 2 }]);
  });

  it('adds a line and owes for it only when told so', () => {
    const built = order([line('39.90', 1)], { presentment: { currency: 'USD', rate: '0.14' } });
    expect(addLine(built, line('28.50', 2), later)).to.include({ financial_status: 'paid', subtotal_price: '96.90' });
    expect(addLine(built, line('28.50', 2), later, { owing: true }).financial_status).to.equal('partially_paid');
  });

  it('cancels a paid order with everything given back, an unpaid one as voided', () => {
    const built = order([line('39.90', 2)], { shipping: '8.00' });
    const over = cancelled(refundLines(built, [{ line: 0, quantity: 1 }], later).order, later);
    expect(over).to.include({ financial_status: 'refunded', current_total_price: '0.00' });
    expect(over.cancelled_at).to.equal('2026-11-20T19:00:00+08:00');
    expect(cancelled({ ...built, financial_status: 'pending' }, later).financial_status).to.equal('voided');
    expect(cancelled(built, later, { refund: false }).financial_status).to.equal('paid');
  });
});
