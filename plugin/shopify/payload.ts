import { z } from 'zod';
import { showableText } from './storable-text.js';

/**
 * The fields of Shopify's order and refund webhooks that giving needs; everything else, all personal data included, is
 * dropped here. Amounts are the `shop_money` strings; the plain strings beside them, in the shop's currency too, serve
 * payloads of older API versions that lack the sets (shapes: shopify.dev/docs/api/admin-rest/latest/resources/order).
 */
const decimalString = z.string().regex(/^\d{1,13}(\.\d{1,6})?$/, 'must be a decimal string such as "12.34"');
const signedDecimalString = z.string().regex(/^-?\d{1,13}(\.\d{1,6})?$/, 'must be a decimal string such as "-12.34"');
const setOf = <T extends z.ZodType>(amount: T) =>
  z.object({ shop_money: z.object({ amount, currency_code: z.string().regex(/^[A-Z]{3}$/) }) });
const moneySet = setOf(decimalString);
const id = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const units = z.int().nonnegative().max(1_000_000);
const timestamp = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const title = z
  .string()
  .nullish()
  .transform((text) => showableText(text ?? '', 300));
/** No list of an order is longer; a longer one is not even looked through. */
const listMax = 5_000;
const attributes = z
  .array(z.object({ name: z.unknown(), value: z.unknown() }))
  .max(listMax)
  .nullish()
  .transform((list) => list ?? []);

const orNothing = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .max(listMax)
    .nullish()
    .transform((list) => list ?? []);

const amountOrSet = { amount: decimalString.nullish(), amount_set: moneySet.nullish() };
const correctionOrSet = { amount: signedDecimalString.nullish(), amount_set: setOf(signedDecimalString).nullish() };
const priceOrSet = { price: decimalString.nullish(), price_set: moneySet.nullish() };

const refund = z.object({
  id,
  order_id: id.nullish(),
  refund_line_items: orNothing(z.object({ line_item_id: id, quantity: units, subtotal_set: moneySet })),
  order_adjustments: orNothing(z.object({ kind: z.string().nullish(), ...correctionOrSet })),
  refund_shipping_lines: orNothing(z.unknown()),
  transactions: orNothing(
    z.object({
      kind: z.string().nullish(),
      status: z.string().nullish(),
      amount: decimalString.nullish(),
      currency: z.string().nullish(),
    }),
  ),
});

const line = z.object({
  id,
  product_id: id.nullish(),
  title,
  quantity: units,
  current_quantity: units.nullish(),
  ...priceOrSet,
  discount_allocations: orNothing(z.object(amountOrSet)),
  tax_lines: orNothing(z.object(priceOrSet)),
  gift_card: z.boolean().nullish(),
  properties: attributes,
});

export const orderPayload = z.object({
  id,
  updated_at: timestamp,
  processed_at: timestamp.nullish(),
  created_at: timestamp,
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as "CNY"'),
  financial_status: z.string().nullish(),
  cancelled_at: z.string().nullish(),
  test: z.boolean().nullish(),
  taxes_included: z.boolean().nullish(),
  checkout_token: z.unknown().optional(),
  token: z.unknown().optional(),
  total_price_set: z
    .object({
      shop_money: z.object({ amount: decimalString, currency_code: z.string() }),
      presentment_money: z.object({ amount: decimalString, currency_code: z.string() }),
    })
    .nullish(),
  note_attributes: attributes,
  line_items: z.array(line).max(listMax),
  refunds: orNothing(refund),
});

export const refundPayload = refund.extend({ order_id: id });

/** `orders/edited` brings only which quantities changed, no prices; the state follows in `orders/updated`. */
export const orderEditPayload = z.object({ order_edit: z.object({ order_id: id }) });

export type OrderPayload = z.infer<typeof orderPayload>;
export type LinePayload = z.infer<typeof line>;
export type RefundPayload = z.infer<typeof refund>;
export type MoneySet = z.infer<typeof moneySet>;
