import { Decimal } from 'decimal.js';
import {
  asSet,
  fromSet,
  minus,
  nothing,
  pairAtRate,
  plus,
  times,
  worthOfUnits,
  type Currencies,
  type MoneyPair,
} from './payload-money.js';
import type { NamedValue, ShopifyLine, ShopifyOrder, TaxLine } from './shopify-payloads.js';

export interface LineSpec {
  /** null: a custom line, or a product the store has deleted. */
  productId: number | null;
  title: string;
  /** All amounts are shop money with no more digits than its currency has. */
  unitPrice: string;
  quantity: number;
  /** Taken off this line alone, all units together. */
  discount?: string;
  /** "0.13": the line's tax follows from it, rounded half up on the whole line. */
  taxRate?: string;
  /** The line's tax as such, where a test wants to say it. */
  tax?: string;
  giftCard?: boolean;
  variantTitle?: string;
  properties?: NamedValue[];
}

/** What one line of an order needs to know of it. */
export interface LineFrame {
  lineId: number;
  currencies: Currencies;
  rate: string;
  taxesIncluded: boolean;
  /** Index of a discount application and what it takes off this line. */
  discounts: { application: number; off: MoneyPair }[];
}

export function shopifyLine(spec: LineSpec, frame: LineFrame): ShopifyLine {
  const { currencies } = frame;
  const price = asSet(pairAtRate(spec.unitPrice, currencies, frame.rate), currencies);
  const none = asSet(nothing, currencies);
  const sold = spec.productId !== null;
  const line: ShopifyLine = {
    id: frame.lineId,
    admin_graphql_api_id: `gid://shopify/LineItem/${frame.lineId}`,
    attributed_staffs: [],
    current_quantity: spec.quantity,
    fulfillable_quantity: spec.quantity,
    fulfillment_service: spec.giftCard ? 'gift_card' : 'manual',
    fulfillment_status: null,
    gift_card: spec.giftCard ?? false,
    grams: spec.giftCard ? 0 : 500,
    name: spec.variantTitle ? `${spec.title} - ${spec.variantTitle}` : spec.title,
    price: price.shop_money.amount,
    price_set: price,
    product_exists: sold,
    product_id: spec.productId,
    properties: spec.properties ?? [],
    quantity: spec.quantity,
    requires_shipping: !spec.giftCard,
    sku: sold ? `YL-${spec.productId}` : null,
    taxable: spec.taxRate !== undefined || spec.tax !== undefined,
    title: spec.title,
    // Stays "0.00" even on a discounted line, as in many real orders: only the allocations tell.
    total_discount: none.shop_money.amount,
    total_discount_set: none,
    variant_id: sold ? 40_000_000 + (spec.productId ?? 0) : null,
    variant_inventory_management: sold ? 'shopify' : null,
    variant_title: spec.variantTitle ?? null,
    vendor: sold ? 'Yunling Cooperative' : null,
    tax_lines: [],
    duties: [],
    discount_allocations: frame.discounts
      .filter(({ off }) => off.shop > 0n)
      .map(({ application, off }) => {
        const amount_set = asSet(off, currencies);
        return { amount: amount_set.shop_money.amount, amount_set, discount_application_index: application };
      }),
  };
  const tax =
    spec.tax !== undefined
      ? pairAtRate(spec.tax, currencies, frame.rate)
      : spec.taxRate !== undefined
        ? taxOn(netOf(line), spec.taxRate, frame.taxesIncluded)
        : undefined;
  return tax ? { ...line, tax_lines: [taxLine(tax, spec.taxRate ?? '0.13', currencies)] } : line;
}

export function lineAt(order: ShopifyOrder, index: number): ShopifyLine {
  const line = order.line_items[index];
  if (!line) throw new RangeError(`Order ${order.id} has no line ${index}.`);
  return line;
}

/** Price × quantity − every discount allocation: the line as it was bought, before refunds and edits. */
export function netOf(line: ShopifyLine): MoneyPair {
  return minus(times(fromSet(line.price_set), line.quantity), discountOf(line));
}

export const discountOf = (line: ShopifyLine): MoneyPair =>
  plus(...line.discount_allocations.map((each) => fromSet(each.amount_set)));

export const taxOf = (line: ShopifyLine): MoneyPair => plus(...line.tax_lines.map((each) => fromSet(each.price_set)));

/** The part of a line's amount that belongs to the units refunds and edits have left. */
export const keptOf = (line: ShopifyLine, whole: MoneyPair): MoneyPair =>
  minus(whole, worthOfUnits(whole, line.quantity - line.current_quantity, line.quantity));

/** The tax in (included) or on top of a net amount, each currency rounded half up. */
export function taxOn(net: MoneyPair, rate: string, included: boolean): MoneyPair {
  const share = included ? new Decimal(rate).div(new Decimal(rate).plus(1)) : new Decimal(rate);
  const of = (minor: bigint) => BigInt(share.times(minor.toString()).toFixed(0, Decimal.ROUND_HALF_UP));
  return { shop: of(net.shop), presentment: of(net.presentment) };
}

export function taxLine(tax: MoneyPair, rate: string, currencies: Currencies): TaxLine {
  const price_set = asSet(tax, currencies);
  return {
    channel_liable: false,
    price: price_set.shop_money.amount,
    price_set,
    rate: new Decimal(rate).toNumber(),
    title: 'VAT',
  };
}
