import { currenciesOf, statusAfterRefunds, summed } from './order-sums.js';
import {
  amountText,
  asSet,
  fromSet,
  minorUnits,
  nothing,
  roundedShare,
  type Currencies,
  type MoneyPair,
} from './payload-money.js';
import type { OrderAdjustment, ShopifyOrder, ShopifyOrderRefund, ShopifyRefund } from './shopify-payloads.js';
import { storeTime } from './store-time.js';

/** The order after the refund (orders/updated) and the refund alone (refunds/create), which may arrive first. */
export interface Refunded {
  order: ShopifyOrder;
  refund: ShopifyRefund;
}

/** What every part of one refund needs: its id, its currencies, and how to write an adjustment. */
export function refundFrame(order: ShopifyOrder) {
  const currencies = currenciesOf(order);
  const id = order.id * 1000 + 500 + order.refunds.length + 1;
  let adjustments = 0;
  return {
    currencies,
    id,
    shownAs(amount: string): MoneyPair {
      const shop = minorUnits(amount, currencies.shop);
      const whole = fromSet(order.total_price_set);
      return { shop, presentment: roundedShare(shop, whole.presentment, whole.shop) };
    },
    adjustment(amount: MoneyPair, reason: string): OrderAdjustment {
      const amount_set = asSet(amount, currencies);
      const none = asSet(nothing, currencies);
      return {
        id: id * 100 + 50 + ++adjustments,
        order_id: order.id,
        refund_id: id,
        amount: amount_set.shop_money.amount,
        amount_set,
        tax_amount: none.shop_money.amount,
        tax_amount_set: none,
        kind: 'refund_discrepancy',
        reason,
      };
    },
  };
}

/** Writes the refund down, inside its order and alone, and moves the order's sums and status. */
export function refunded(
  order: ShopifyOrder,
  at: string | Date,
  parts: Pick<ShopifyOrderRefund, 'refund_line_items' | 'order_adjustments'> & { money: MoneyPair },
): Refunded {
  const { money, ...told } = parts;
  const { currencies, id } = refundFrame(order);
  const when = storeTime(at);
  const none = asSet(nothing, currencies);
  const wasPaid = order.financial_status === 'paid' || order.financial_status === 'partially_refunded';
  const inOrder: ShopifyOrderRefund = {
    id,
    admin_graphql_api_id: `gid://shopify/Refund/${id}`,
    created_at: when,
    note: null,
    order_id: order.id,
    processed_at: when,
    restock: told.refund_line_items.length > 0,
    total_additional_fees_set: none,
    total_duties_set: none,
    user_id: 548380009,
    ...told,
    transactions: wasPaid && money.presentment > 0n ? [transaction(order, id, money, when, currencies)] : [],
    duties: [],
    additional_fees: [],
  };
  const next = summed({ ...order, refunds: [...order.refunds, inOrder], updated_at: when });
  // Alone, a refund tells its lines without what is left of them, as Shopify's own sample does.
  const refund_line_items = inOrder.refund_line_items.map((each) => {
    const { current_quantity: _left, attributed_staffs: _staff, ...line_item } = each.line_item;
    return { ...each, line_item };
  });
  return {
    order: summed({ ...next, financial_status: statusAfterRefunds(next) }),
    refund: { ...inOrder, refund_line_items, return: null, refund_shipping_lines: [] },
  };
}

function transaction(order: ShopifyOrder, refundId: number, money: MoneyPair, at: string, currencies: Currencies) {
  const unsettled = { amount: amountText(0n, currencies.presentment), currency: currencies.presentment };
  return {
    id: refundId * 100 + 99,
    admin_graphql_api_id: `gid://shopify/OrderTransaction/${refundId * 100 + 99}`,
    amount: amountText(money.presentment, currencies.presentment),
    amount_rounding: null,
    authorization: null,
    created_at: at,
    currency: currencies.presentment,
    device_id: null,
    error_code: null,
    gateway: 'bogus',
    kind: 'refund',
    location_id: null,
    manual_payment_gateway: false,
    message: null,
    order_id: order.id,
    parent_id: order.id * 1000 + 800,
    payment_id: `${order.name}.${order.refunds.length + 1}`,
    processed_at: at,
    receipt: {},
    source_name: 'web',
    status: 'success',
    test: order.test,
    total_unsettled_set: {
      presentment_money: unsettled,
      shop_money: { amount: amountText(0n, currencies.shop), currency: currencies.shop },
    },
    user_id: null,
  };
}
