import type { MoneySet } from './payload-money.js';

/**
 * The shapes of Shopify's order and refund webhooks (Admin REST, 2026-07), with every key a real body has. Keys whose
 * content never matters to us are `unknown`.
 */
export interface ShopifyOrder extends OrderSums, OrderExtras {
  id: number;
  admin_graphql_api_id: string;
  cancel_reason: string | null;
  cancelled_at: string | null;
  closed_at: string | null;
  created_at: string;
  currency: string;
  discount_codes: { code: string; amount: string; type: string }[];
  discount_applications: DiscountApplication[];
  financial_status: FinancialStatus;
  fulfillments: unknown[];
  line_items: ShopifyLine[];
  name: string;
  note: string | null;
  note_attributes: NamedValue[];
  number: number;
  order_number: number;
  presentment_currency: string;
  processed_at: string;
  refunds: ShopifyOrderRefund[];
  shipping_lines: ShippingLine[];
  tags: string;
  tax_lines: TaxLine[];
  taxes_included: boolean;
  test: boolean;
  updated_at: string;
}

export type FinancialStatus =
  'pending' | 'authorized' | 'partially_paid' | 'paid' | 'partially_refunded' | 'refunded' | 'voided';

/** Every sum of an order stands twice: as text in shop money and as a set of both currencies. */
type Sum<Key extends string> = Record<Key, string> & Record<`${Key}_set`, MoneySet>;
export type OrderSums = Sum<
  | 'current_subtotal_price'
  | 'current_total_discounts'
  | 'current_total_price'
  | 'current_total_tax'
  | 'subtotal_price'
  | 'total_discounts'
  | 'total_line_items_price'
  | 'total_price'
  | 'total_tax'
> & { total_outstanding: string; total_shipping_price_set: MoneySet; total_tip_received: string };

/** Persons, devices and the rest that Kindcast must neither need nor keep. */
export type OrderExtras = Record<
  | 'app_id'
  | 'billing_address'
  | 'browser_ip'
  | 'buyer_accepts_marketing'
  | 'cart_token'
  | 'checkout_id'
  | 'checkout_token'
  | 'client_details'
  | 'confirmation_number'
  | 'confirmed'
  | 'contact_email'
  | 'current_total_additional_fees_set'
  | 'current_total_duties_set'
  | 'customer'
  | 'customer_locale'
  | 'device_id'
  | 'duties_included'
  | 'email'
  | 'estimated_taxes'
  | 'fulfillment_status'
  | 'landing_site'
  | 'landing_site_ref'
  | 'location_id'
  | 'merchant_business_entity_id'
  | 'merchant_of_record_app_id'
  | 'order_status_url'
  | 'original_total_additional_fees_set'
  | 'original_total_duties_set'
  | 'payment_gateway_names'
  | 'payment_terms'
  | 'phone'
  | 'po_number'
  | 'reference'
  | 'referring_site'
  | 'shipping_address'
  | 'source_identifier'
  | 'source_name'
  | 'source_url'
  | 'tax_exempt'
  | 'token'
  | 'total_cash_rounding_payment_adjustment_set'
  | 'total_cash_rounding_refund_adjustment_set'
  | 'total_weight'
  | 'user_id',
  unknown
>;

export interface NamedValue {
  name: string;
  value: string;
}

export interface TaxLine {
  channel_liable: boolean | null;
  price: string;
  price_set: MoneySet;
  rate: number;
  title: string;
}

export interface DiscountAllocation {
  amount: string;
  amount_set: MoneySet;
  discount_application_index: number;
}

export interface DiscountApplication {
  target_type: 'line_item';
  type: string;
  value: string;
  value_type: 'fixed_amount';
  allocation_method: 'across' | 'one';
  target_selection: 'all' | 'explicit';
  code?: string;
  title?: string;
  description?: string;
}

export interface ShopifyLine {
  id: number;
  admin_graphql_api_id: string;
  attributed_staffs: unknown[];
  current_quantity: number;
  fulfillable_quantity: number;
  fulfillment_service: string;
  fulfillment_status: string | null;
  gift_card: boolean;
  grams: number;
  name: string;
  price: string;
  price_set: MoneySet;
  product_exists: boolean;
  product_id: number | null;
  properties: NamedValue[];
  quantity: number;
  requires_shipping: boolean;
  sku: string | null;
  taxable: boolean;
  title: string;
  total_discount: string;
  total_discount_set: MoneySet;
  variant_id: number | null;
  variant_inventory_management: string | null;
  variant_title: string | null;
  vendor: string | null;
  tax_lines: TaxLine[];
  duties: unknown[];
  discount_allocations: DiscountAllocation[];
}

export interface ShippingLine extends Record<string, unknown> {
  id: number;
  price_set: MoneySet;
}

export interface RefundLine {
  id: number;
  line_item_id: number;
  location_id: number | null;
  quantity: number;
  restock_type: string;
  /** JSON numbers, as Shopify sends them: never to be calculated with. */
  subtotal: number;
  subtotal_set: MoneySet;
  total_tax: number;
  total_tax_set: MoneySet;
  line_item: Partial<ShopifyLine>;
}

export interface OrderAdjustment {
  id: number;
  order_id: number;
  refund_id: number;
  /** Below zero: more money was given back than the lines say. Above zero: less. */
  amount: string;
  amount_set: MoneySet;
  tax_amount: string;
  tax_amount_set: MoneySet;
  kind: 'refund_discrepancy' | 'shipping_refund';
  reason: string;
}

export interface RefundTransaction extends Record<string, unknown> {
  /** In the currency the buyer paid with, which need not be the shop's. */
  amount: string;
  currency: string;
}

/** A refund as it stands inside its order. */
export interface ShopifyOrderRefund {
  id: number;
  admin_graphql_api_id: string;
  created_at: string;
  note: string | null;
  order_id: number;
  processed_at: string;
  restock: boolean;
  total_additional_fees_set: MoneySet;
  total_duties_set: MoneySet;
  user_id: number | null;
  order_adjustments: OrderAdjustment[];
  transactions: RefundTransaction[];
  refund_line_items: RefundLine[];
  duties: unknown[];
  additional_fees: unknown[];
}

/** The body of refunds/create. */
export interface ShopifyRefund extends ShopifyOrderRefund {
  return: unknown;
  refund_shipping_lines: unknown[];
}

/** The body of orders/edited: only what was added and taken out, neither prices nor the order. */
export interface ShopifyOrderEdit {
  order_edit: {
    id: number;
    app_id: number | null;
    created_at: string;
    notify_customer: boolean;
    order_id: number;
    reason: string;
    shipping_lines: { additions: unknown[]; removals: unknown[] };
    staff_note: string;
    user_id: number | null;
    line_items: { additions: { id: number; delta: number }[]; removals: { id: number; delta: number }[] };
  };
}
