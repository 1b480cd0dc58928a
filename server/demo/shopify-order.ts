import { createHash } from 'node:crypto';
import { buyerOf, customerOf } from './invented-people.js';
import { currenciesOf, summed } from './order-sums.js';
import { allocate, asSet, minus, minorUnits, nothing, pairAtRate, times, type MoneyPair } from './payload-money.js';
import { shopifyLine, type LineSpec } from './shopify-line.js';
import type { DiscountApplication, FinancialStatus, NamedValue, ShopifyOrder } from './shopify-payloads.js';
import { storeTime } from './store-time.js';

export * from './order-events.js';
export * from './refund-events.js';
export { personalTraces } from './invented-people.js';
export { deliver, signShopify } from './deliver-webhook.js';
export type { LineSpec } from './shopify-line.js';
export type * from './shopify-payloads.js';

export interface OrderSpec {
  id: number;
  shopDomain: string;
  currency: string;
  processedAt: string | Date;
  lines: LineSpec[];
  /** A discount code on the whole order, spread over all lines but gift cards in proportion to what they cost. */
  orderDiscount?: string;
  taxesIncluded?: boolean;
  /** Never gives, so it stands there to be left out. */
  shipping?: string;
  noteAttributes?: NamedValue[];
  /** Default pending, as orders/create often comes. */
  financialStatus?: FinancialStatus;
  /** The buyer's currency and how many of its units one shop unit buys. */
  presentment?: { currency: string; rate: string };
  test?: boolean;
}

/**
 * The body of orders/create, shaped as Shopify sends it. Every sum follows exactly from the lines; ids follow from the
 * order's id (line n is `id * 1000 + n`), so the same spec makes the same bytes.
 */
export function shopifyOrder(spec: OrderSpec): ShopifyOrder {
  const at = storeTime(spec.processedAt);
  const rate = spec.presentment?.rate ?? '1';
  const frame = { currency: spec.currency, presentment_currency: spec.presentment?.currency ?? spec.currency };
  const currencies = currenciesOf(frame);
  const { applications, takenOff } = discountsOf(spec, (amount) => pairAtRate(amount, currencies, rate));
  const number = spec.id % 1_000_000;
  const token = createHash('md5').update(`${spec.shopDomain}/${spec.id}`).digest('hex');
  const gid = `gid://shopify/Order/${spec.id}`;
  const none = asSet(nothing, currencies);
  const { email, phone, address, browserIp } = buyerOf(spec.id);
  return summed({
    id: spec.id,
    admin_graphql_api_id: gid,
    app_id: 580111,
    browser_ip: browserIp,
    buyer_accepts_marketing: false,
    cancel_reason: null,
    cancelled_at: null,
    cart_token: token,
    checkout_id: spec.id + 20_000_000,
    checkout_token: token,
    client_details: {
      accept_language: 'zh-CN',
      browser_height: null,
      browser_ip: browserIp,
      browser_width: null,
      session_hash: null,
      user_agent: 'Mozilla/5.0 (Linux; Android 15) Mobile',
    },
    closed_at: null,
    confirmation_number: token.slice(0, 9).toUpperCase(),
    confirmed: true,
    contact_email: email,
    created_at: at,
    ...frame,
    current_total_additional_fees_set: null,
    current_total_duties_set: null,
    customer_locale: 'zh-CN',
    device_id: null,
    discount_codes: spec.orderDiscount ? [{ code: 'HARVEST', amount: spec.orderDiscount, type: 'fixed_amount' }] : [],
    duties_included: false,
    email,
    estimated_taxes: false,
    financial_status: spec.financialStatus ?? 'pending',
    fulfillment_status: null,
    landing_site: '/live',
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: 'MTU0ODM4MDAwOQ',
    merchant_of_record_app_id: null,
    name: `#${number}`,
    note: null,
    note_attributes: spec.noteAttributes ?? [],
    number,
    order_number: number,
    order_status_url: `https://${spec.shopDomain}/${spec.id}/orders/${token}/authenticate?key=${token}`,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    payment_gateway_names: ['bogus'],
    phone,
    po_number: null,
    processed_at: at,
    reference: null,
    referring_site: null,
    source_identifier: null,
    source_name: 'web',
    source_url: null,
    tags: '',
    tax_exempt: false,
    taxes_included: spec.taxesIncluded ?? false,
    test: spec.test ?? false,
    token,
    total_cash_rounding_payment_adjustment_set: none,
    total_cash_rounding_refund_adjustment_set: none,
    total_weight: 500 * spec.lines.reduce((units, line) => units + line.quantity, 0),
    updated_at: at,
    user_id: null,
    billing_address: address,
    customer: customerOf(spec.id, spec.currency, at),
    discount_applications: applications,
    fulfillments: [],
    line_items: spec.lines.map((line, index) =>
      shopifyLine(line, {
        lineId: spec.id * 1000 + index + 1,
        currencies,
        rate,
        taxesIncluded: spec.taxesIncluded ?? false,
        discounts: takenOff[index]!,
      }),
    ),
    payment_terms: null,
    refunds: [],
    shipping_address: address,
    shipping_lines: spec.shipping
      ? [shippingLine(spec.id, asSet(pairAtRate(spec.shipping, currencies, rate), currencies))]
      : [],
  });
}

/** Which discounts the order has and what each takes off each line: the line's own first, then the whole order's. */
function discountsOf(spec: OrderSpec, pair: (amount: string) => MoneyPair) {
  const applications: DiscountApplication[] = [];
  const fixed = { target_type: 'line_item', value_type: 'fixed_amount' } as const;
  const takenOff: { application: number; off: MoneyPair }[][] = spec.lines.map(() => []);
  if (spec.orderDiscount !== undefined) {
    const rest = spec.lines.map((line) =>
      line.giftCard ? nothing : minus(times(pair(line.unitPrice), line.quantity), pair(line.discount ?? '0')),
    );
    const whole = pair(spec.orderDiscount);
    const shop = allocate(
      whole.shop,
      rest.map((each) => each.shop),
    );
    const presentment = allocate(
      whole.presentment,
      rest.map((each) => each.presentment),
    );
    const spread = { allocation_method: 'across', target_selection: 'all', code: 'HARVEST' } as const;
    applications.push({ ...fixed, type: 'discount_code', value: spec.orderDiscount, ...spread });
    takenOff.forEach((of, at) => of.push({ application: 0, off: { shop: shop[at]!, presentment: presentment[at]! } }));
  }
  spec.lines.forEach((line, at) => {
    if (line.discount === undefined || minorUnits(line.discount, spec.currency) === 0n) return;
    takenOff[at]!.push({ application: applications.length, off: pair(line.discount) });
    const explicit = { allocation_method: 'one', target_selection: 'explicit' } as const;
    const name = { title: 'Live price', description: 'Live price' };
    applications.push({ ...fixed, type: 'manual', value: line.discount, ...explicit, ...name });
  });
  return { applications, takenOff };
}

function shippingLine(orderId: number, price: ReturnType<typeof asSet>) {
  return {
    id: orderId * 1000 + 900,
    carrier_identifier: null,
    code: 'Standard',
    discounted_price: price.shop_money.amount,
    discounted_price_set: price,
    is_removed: false,
    phone: null,
    price: price.shop_money.amount,
    price_set: price,
    requested_fulfillment_service_id: null,
    source: 'shopify',
    title: 'Standard',
    tax_lines: [],
    discount_allocations: [],
  };
}
