/**
 * What a person needs of a delivery that could not be processed: its shape, amounts, ids and times. Whatever could tell
 * who bought it (names, addresses, mail, telephone, notes, places) is hidden, for operators too: it has nothing to do with
 * why a delivery cannot be read. So only fields named here are shown; a field nobody has thought of stays hidden.
 */
const shown = new Set(
  `id admin_graphql_api_id order_id product_id variant_id line_item_id refund_id location_id app_id transaction_id
   parent_id sku grams quantity current_quantity fulfillable_quantity amount currency currency_code presentment_currency
   price price_set total_discount total_discount_set discount_allocations total_price subtotal_price total_tax
   current_total_price current_subtotal_price current_total_discounts current_total_tax total_discounts
   total_line_items_price total_outstanding subtotal total_weight rate taxable taxes_included tax_exempt gift_card
   product_exists requires_shipping test confirmed financial_status fulfillment_status cancel_reason restock restock_type
   kind status gateway created_at updated_at processed_at closed_at cancelled_at order_number source_name
   discount_application_index allocation_method target_selection target_type type value_type value_in_cents position
   fulfillment_service version`.split(/\s+/),
);

/** Deeper than any store's payload; a body made to hurt is not walked to its end. */
const levelsMax = 20;
const entriesMax = 500;
const textMax = 200;

/** The payload as an operator may see it; what is hidden says what it was, such as `‹text of 12›`. */
export function maskedPayload(body: Buffer): { readable: boolean; payload: unknown } {
  let payload: unknown;
  try {
    payload = JSON.parse(body.toString('utf8'));
  } catch {
    return { readable: false, payload: `‹${body.length} bytes that are not JSON›` };
  }
  return { readable: true, payload: mask(payload, false, 0) };
}

function mask(value: unknown, open: boolean, level: number): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (level >= levelsMax) return '‹deeper than is shown›';
  if (Array.isArray(value)) {
    const entries = value.slice(0, entriesMax).map((entry) => mask(entry, open, level + 1));
    return value.length > entriesMax ? [...entries, `‹${value.length - entriesMax} more›`] : entries;
  }
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, entriesMax)
        // A key is data, too, where it is none of a store's.
        .map(([key, inner]) => [
          /^[a-z][a-z_0-9]{0,60}$/.test(key) ? key : '‹key›',
          mask(inner, shown.has(key), level + 1),
        ]),
    );
  if (typeof value === 'number') return open ? value : '‹number›';
  const text = String(value);
  if (!open) return `‹text of ${text.length}›`;
  return text.length > textMax ? `${text.slice(0, textMax)}…` : text;
}
