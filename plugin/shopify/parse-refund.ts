import { Decimal } from 'decimal.js';
import { StoreRejection, type StoreRefund } from '../store-order.js';
import type { OrderPayload, RefundPayload } from './payload.js';
import { shopMoney, sumOf } from './shop-money.js';

/** What is needed of the order to read a refund whose money is told in the buyer's currency only. */
export type OrderRate = Pick<OrderPayload, 'currency'> & Partial<Pick<OrderPayload, 'total_price_set'>>;

/**
 * One refund in shop money. Lines count by their own `subtotal_set`, never re-derived: Shopify's own sums are a cent off
 * any re-derivation now and then. Money without lines stands in `order_adjustments` as a negative amount (kind
 * `refund_discrepancy`); shipping given back never counts.
 *
 * @param order the order around the refund, or only the shop's currency for a refund that came alone: then one that is
 *   told only in another currency is rejected, and the order itself brings it
 */
export function parseRefund(refund: RefundPayload, path: string, order: OrderRate): StoreRefund {
  return {
    refundId: refund.id,
    lines: refund.refund_line_items.map((line) => ({
      lineId: line.line_item_id,
      quantity: line.quantity,
      subtotal: line.subtotal_set.shop_money.amount,
    })),
    beyondLines: moneyBeyondLines(refund, path, order),
  };
}

function moneyBeyondLines(refund: RefundPayload, path: string, order: OrderRate): string {
  const discrepancies = refund.order_adjustments.filter((adjustment) => adjustment.kind !== 'shipping_refund');
  const told =
    refund.refund_line_items.length + refund.order_adjustments.length + refund.refund_shipping_lines.length > 0;
  if (told) {
    const adjusted = sumOf(
      discrepancies.map((each, at) =>
        shopMoney(each.amount_set, each.amount, `${path}order_adjustments.${at}.amount_set`),
      ),
    );
    return new Decimal(adjusted).negated().add(0).toFixed();
  }
  return sumOf(
    refund.transactions
      .filter((transaction) => transaction.kind === 'refund' && transaction.status === 'success')
      .map((transaction, at) => transactionInShopMoney(transaction, `${path}transactions.${at}`, order)),
  );
}

/** A transaction carries the currency of the payment; the order's own totals tell the rate it was made at. */
function transactionInShopMoney(
  transaction: RefundPayload['transactions'][number],
  path: string,
  order: OrderRate,
): string {
  const amount = transaction.amount ?? '0';
  const total = order.total_price_set;
  if (!transaction.currency || transaction.currency === order.currency) return amount;
  if (
    !total ||
    transaction.currency !== total.presentment_money.currency_code ||
    new Decimal(total.presentment_money.amount).isZero()
  )
    throw new StoreRejection(path, `is in ${transaction.currency} and nothing tells its amount in the shop's currency`);
  const digits = new Decimal(total.shop_money.amount).decimalPlaces();
  const decimals = total.shop_money.amount.split('.')[1]?.length ?? digits;
  return new Decimal(amount)
    .mul(total.shop_money.amount)
    .div(total.presentment_money.amount)
    .toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
    .toFixed();
}
