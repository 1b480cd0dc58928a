import {
  asJsonNumber,
  asSet,
  fromSet,
  minus,
  negated,
  nothing,
  plus,
  worthOfUnits,
  type MoneyPair,
} from './payload-money.js';
import { refunded, refundFrame, type Refunded } from './refund-record.js';
import { lineAt, netOf, taxOf } from './shopify-line.js';
import type { RefundLine, ShopifyOrder } from './shopify-payloads.js';

export type { Refunded } from './refund-record.js';

export interface RefundOptions {
  /** Give the shipping back too: an adjustment of kind shipping_refund, which is no business of giving. */
  shipping?: boolean;
  /** Shop money given back for the lines when it is not what they are worth; the rest is a refund_discrepancy. */
  money?: string;
  /** Units taken out but nothing paid back, as an order edit leaves it. */
  withoutMoney?: boolean;
}

/** Units of lines given back: `line` is the index in `line_items`. Refunding all units in parts adds up to the cent. */
export function refundLines(
  order: ShopifyOrder,
  which: { line: number; quantity: number }[],
  at: string | Date,
  options: RefundOptions = {},
): Refunded {
  const frame = refundFrame(order);
  const { currencies, id } = frame;
  const lines = order.line_items.slice();
  const refundLineItems: RefundLine[] = [];
  let worth = nothing;
  for (const { line: index, quantity } of which) {
    const line = lines[index] ?? lineAt(order, index);
    if (quantity < 1 || quantity > line.current_quantity)
      throw new RangeError(`Line ${index} has ${line.current_quantity} units left, not ${quantity}.`);
    const gone = line.quantity - line.current_quantity;
    const partOf = (whole: MoneyPair) =>
      minus(worthOfUnits(whole, gone + quantity, line.quantity), worthOfUnits(whole, gone, line.quantity));
    const [subtotal, tax] = [partOf(netOf(line)), partOf(taxOf(line))];
    worth = plus(worth, subtotal, order.taxes_included ? nothing : tax);
    const left = {
      current_quantity: line.current_quantity - quantity,
      fulfillable_quantity: line.current_quantity - quantity,
    };
    lines[index] = { ...line, ...left };
    refundLineItems.push({
      id: id * 100 + refundLineItems.length + 1,
      line_item_id: line.id,
      location_id: 487838322,
      quantity,
      restock_type: options.withoutMoney ? 'no_restock' : 'return',
      subtotal: asJsonNumber(subtotal, currencies),
      subtotal_set: asSet(subtotal, currencies),
      total_tax: asJsonNumber(tax, currencies),
      total_tax_set: asSet(tax, currencies),
      line_item: lines[index],
    });
  }
  const shipping = options.shipping ? shippingLeft(order) : nothing;
  const given = options.money === undefined ? worth : frame.shownAs(options.money);
  const adjustments = options.withoutMoney
    ? [frame.adjustment(worth, 'Refund discrepancy'), frame.adjustment(negated(worth), 'Pending refund discrepancy')]
    : [frame.adjustment(minus(worth, given), 'Refund discrepancy')];
  if (shipping.shop > 0n)
    adjustments.push({ ...frame.adjustment(negated(shipping), 'Shipping refund'), kind: 'shipping_refund' });
  return refunded({ ...order, line_items: lines }, at, {
    refund_line_items: refundLineItems,
    order_adjustments: adjustments.filter((each) => fromSet(each.amount_set).shop !== 0n),
    money: options.withoutMoney ? nothing : plus(given, shipping),
  });
}

/** Money given back without saying for which line ("goodwill"): only a negative refund_discrepancy tells of it. */
export function refundAmount(order: ShopifyOrder, amount: string, at: string | Date): Refunded {
  const frame = refundFrame(order);
  const money = frame.shownAs(amount);
  const order_adjustments = [frame.adjustment(negated(money), 'Refund discrepancy')];
  return refunded(order, at, { refund_line_items: [], order_adjustments, money });
}

/** The shipping not given back yet. */
const shippingLeft = (order: ShopifyOrder): MoneyPair =>
  plus(
    fromSet(order.total_shipping_price_set),
    ...order.refunds
      .flatMap((refund) => refund.order_adjustments)
      .filter((each) => each.kind === 'shipping_refund')
      .map((each) => fromSet(each.amount_set)),
  );
