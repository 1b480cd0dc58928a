import { asSet, fromSet, minorUnits, nothing, plus, times, type Currencies, type MoneyPair } from './payload-money.js';
import { discountOf, keptOf, netOf, taxLine, taxOf } from './shopify-line.js';
import type { OrderSums, ShopifyLine, ShopifyOrder } from './shopify-payloads.js';

/** An order before its sums are worked out. */
export type UnsummedOrder = Omit<ShopifyOrder, keyof Sums>;
type Sums = OrderSums & Pick<ShopifyOrder, 'tax_lines'>;

export const currenciesOf = (order: { currency: string; presentment_currency: string }): Currencies => ({
  shop: order.currency,
  presentment: order.presentment_currency,
});

/** The order with every sum worked out anew from its lines, shipping and refunds. */
export function summed(order: UnsummedOrder): ShopifyOrder {
  return { ...order, ...sumsOf(order) };
}

function sumsOf(order: UnsummedOrder): Sums {
  const currencies = currenciesOf(order);
  const total = (of: (line: ShopifyLine) => MoneyPair) => plus(...order.line_items.map(of));
  const whenNotIncluded = (tax: MoneyPair) => (order.taxes_included ? nothing : tax);
  const shipping = plus(...order.shipping_lines.map((each) => fromSet(each.price_set)));
  const [net, tax, discount] = [total(netOf), total(taxOf), total(discountOf)];
  const gross = total((line) => times(fromSet(line.price_set), line.quantity));
  const keptNet = total((line) => keptOf(line, netOf(line)));
  const keptTax = total((line) => keptOf(line, taxOf(line)));
  const price = plus(net, shipping, whenNotIncluded(tax));
  const beyondLines = plus(
    ...order.refunds.flatMap((refund) => refund.order_adjustments.map((each) => fromSet(each.amount_set))),
  );
  const currentPrice = plus(keptNet, shipping, whenNotIncluded(keptTax), beyondLines);

  const sum = <Key extends string>(key: Key, pair: MoneyPair) => {
    const set = asSet(pair, currencies);
    return { [key]: set.shop_money.amount, [`${key}_set`]: set } as Record<Key, string> &
      Record<`${Key}_set`, typeof set>;
  };
  const owing = order.financial_status === 'pending' || order.financial_status === 'authorized';
  return {
    ...sum('current_subtotal_price', keptNet),
    ...sum(
      'current_total_discounts',
      total((line) => keptOf(line, discountOf(line))),
    ),
    ...sum('current_total_price', currentPrice),
    ...sum('current_total_tax', keptTax),
    ...sum('subtotal_price', net),
    ...sum('total_discounts', discount),
    ...sum('total_line_items_price', gross),
    ...sum('total_price', price),
    ...sum('total_tax', tax),
    total_outstanding: sum('owed', owing ? currentPrice : nothing).owed,
    total_shipping_price_set: asSet(shipping, currencies),
    total_tip_received: sum('tip', nothing).tip,
    tax_lines: taxLinesOf(order.line_items, currencies),
  };
}

/** The order's tax lines: those of its lines, one for each rate. */
function taxLinesOf(lines: ShopifyLine[], currencies: Currencies) {
  const byRate = new Map<number, MoneyPair>();
  for (const { rate, price_set } of lines.flatMap((line) => line.tax_lines))
    byRate.set(rate, plus(byRate.get(rate) ?? nothing, fromSet(price_set)));
  return [...byRate].map(([rate, tax]) => taxLine(tax, String(rate), currencies));
}

/** Whether the buyer has everything back, a part of it, or nothing, judged like Shopify by the money that really moved. */
export function statusAfterRefunds(order: ShopifyOrder): ShopifyOrder['financial_status'] {
  if (order.financial_status !== 'paid' && order.financial_status !== 'partially_refunded')
    return order.financial_status;
  const shown = order.presentment_currency;
  const back = order.refunds
    .flatMap((refund) => refund.transactions)
    .reduce((sum, each) => sum + minorUnits(each.amount, shown), 0n);
  if (back === 0n) return order.financial_status;
  return back < fromSet(order.total_price_set).presentment ? 'partially_refunded' : 'refunded';
}
