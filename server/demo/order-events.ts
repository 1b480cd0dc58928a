import { Decimal } from 'decimal.js';
import { currenciesOf, summed } from './order-sums.js';
import { refundLines } from './refund-events.js';
import { lineAt, netOf, shopifyLine, taxLine, taxOn, type LineSpec } from './shopify-line.js';
import type { ShopifyLine, ShopifyOrder, ShopifyOrderEdit } from './shopify-payloads.js';
import { storeTime } from './store-time.js';

// Each of these takes the order as it was and gives the whole order as the store would send it next, changing nothing.

export function paid(order: ShopifyOrder, at: string | Date): ShopifyOrder {
  return updated(order, at, { financial_status: 'paid' });
}

/** Something was changed: by default only what is of no concern to giving (packed, tagged). */
export function updated(
  order: ShopifyOrder,
  at: string | Date,
  changes: Partial<ShopifyOrder> = { tags: 'packed' },
): ShopifyOrder {
  return summed({ ...order, ...changes, updated_at: storeTime(at) });
}

/**
 * The order called off. An unpaid one becomes `voided`; of a paid one all units still kept and the shipping are given
 * back, unless `refund: false` (the merchant will see to the money later).
 */
export function cancelled(order: ShopifyOrder, at: string | Date, options: { refund?: boolean } = {}): ShopifyOrder {
  const over = { cancelled_at: storeTime(at), closed_at: storeTime(at), cancel_reason: 'customer' };
  if (options.refund === false) return updated(order, at, over);
  const kept = order.line_items
    .map((line, index) => ({ line: index, quantity: line.current_quantity }))
    .filter(({ quantity }) => quantity > 0);
  const back = kept.length > 0 ? refundLines(order, kept, at, { shipping: true }).order : order;
  const unpaid = order.financial_status === 'pending' || order.financial_status === 'authorized';
  return updated(back, at, unpaid ? { ...over, financial_status: 'voided' } : over);
}

/**
 * A line edited to `newQuantity` units. Taking units out leaves `quantity`, price and discount allocations as they were:
 * only `current_quantity` tells. On paid orders Shopify also writes a refund without money for the units taken out, with
 * a pair of adjustments that cancel each other: `refundRecord: true`. Adding units raises `quantity` itself.
 */
export function editQuantity(
  order: ShopifyOrder,
  line: number,
  newQuantity: number,
  at: string | Date,
  options: { refundRecord?: boolean } = {},
): ShopifyOrder {
  const old = lineAt(order, line);
  const change = newQuantity - old.current_quantity;
  if (change < 0 && options.refundRecord)
    return refundLines(order, [{ line, quantity: -change }], at, { withoutMoney: true }).order;
  const current = { current_quantity: newQuantity, fulfillable_quantity: newQuantity };
  const edited = change > 0 ? taxedAnew({ ...old, quantity: old.quantity + change }, order) : old;
  return updated(order, at, { line_items: order.line_items.with(line, { ...edited, ...current }) });
}

/**
 * A line added by an order edit. The order keeps its status as if the buyer had paid the difference at once; with
 * `owing: true` it becomes `partially_paid`, as Shopify has it until the money is in.
 */
export function addLine(
  order: ShopifyOrder,
  spec: LineSpec,
  at: string | Date,
  options: { owing?: boolean } = {},
): ShopifyOrder {
  const { shop_money: shop, presentment_money: shown } = order.total_line_items_price_set;
  const added = shopifyLine(spec, {
    lineId: order.id * 1000 + order.line_items.length + 1,
    currencies: currenciesOf(order),
    rate: new Decimal(shop.amount).isZero() ? '1' : new Decimal(shown.amount).div(shop.amount).toFixed(6),
    taxesIncluded: order.taxes_included,
    discounts: [],
  });
  const status = options.owing ? { financial_status: 'partially_paid' as const } : {};
  return updated(order, at, { line_items: [...order.line_items, added], ...status });
}

/** The body of orders/edited, sent beside orders/updated: what the edit changed, and neither prices nor the order. */
export function orderEdit(before: ShopifyOrder, after: ShopifyOrder, at: string | Date): ShopifyOrderEdit {
  const deltas = after.line_items.map((line, index) => ({
    id: line.id,
    delta: line.current_quantity - (before.line_items[index]?.current_quantity ?? 0),
  }));
  return {
    order_edit: {
      id: before.id * 1000 + 700,
      app_id: null,
      created_at: storeTime(at),
      notify_customer: false,
      order_id: before.id,
      reason: '',
      shipping_lines: { additions: [], removals: [] },
      staff_note: '',
      user_id: 548380009,
      line_items: {
        additions: deltas.filter(({ delta }) => delta > 0),
        removals: deltas.filter(({ delta }) => delta < 0).map(({ id, delta }) => ({ id, delta: -delta })),
      },
    },
  };
}

function taxedAnew(line: ShopifyLine, order: ShopifyOrder): ShopifyLine {
  const currencies = currenciesOf(order);
  const tax_lines = line.tax_lines.map(({ rate }) =>
    taxLine(taxOn(netOf(line), String(rate), order.taxes_included), String(rate), currencies),
  );
  return { ...line, tax_lines };
}
