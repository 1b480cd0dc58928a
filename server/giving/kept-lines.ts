import type { StoreLine, StoreOrder, StoreRefund } from '../../plugin/store-order.js';
import { storeAmountToMinor } from '../ledger/money.js';
import { splitByWeight } from '../ledger/split.js';

/** What is left of one order line after discounts, refunds and edits. Minor units of the shop's currency. */
export interface KeptLine {
  lineId: string;
  productId: string | null;
  title: string;
  giftCard: boolean;
  net: bigint;
  units: number;
  /** The line as sold, and the tax within it: the ratio that takes tax out of `net`. Equal when prices are without tax. */
  sold: bigint;
  taxWithin: bigint;
  /** What `net` is made of, for whoever asks why: it is `unitPrice` × `left` − `discount` − `refunded` − `beyond`. */
  parts: { unitPrice: bigint; ordered: number; left: number; discount: bigint; refunded: bigint; beyond: bigint };
}

/**
 * The net of every line, by the contract: unit price × quantity − discount allocations − what was refunded for it.
 * Units taken out by an edit count for nothing, and so does the discount they had. Money refunded without lines lowers
 * all lines in proportion to their net. All on sums over the whole order, so the way it came about does not matter.
 *
 * @throws {MoneyError} when an amount is not exact money of the order's currency
 */
export function keptLines(order: StoreOrder, loneRefunds: readonly StoreRefund[]): KeptLine[] {
  const minor = (amount: string) => storeAmountToMinor(amount, order.currency);
  const refunds = [...order.refunds, ...loneRefunds];
  const lines = order.lines.map((line) => keptLine(line, order, refunds, minor));
  lowerAll(
    lines,
    refunds.reduce((sum, refund) => sum + minor(refund.beyondLines), 0n),
  );
  return lines;
}

function keptLine(
  line: StoreLine,
  order: StoreOrder,
  refunds: readonly StoreRefund[],
  minor: (amount: string) => bigint,
): KeptLine {
  const discount = minor(line.discount);
  // The order's own refunds explain part of what current_quantity lacks; the rest was taken out by edits.
  const left = Math.min(line.quantity, line.currentQuantity + refundedOf(line, order.refunds, minor).units);
  const refunded = refundedOf(line, refunds, minor);
  const keptDiscount = line.quantity === 0 ? 0n : halfUp(discount * BigInt(left), BigInt(line.quantity));
  const unitPrice = minor(line.unitPrice);
  const net = unitPrice * BigInt(left) - keptDiscount - refunded.amount;
  return {
    lineId: line.lineId,
    productId: line.productId,
    title: line.title,
    giftCard: line.giftCard,
    net: net > 0n ? net : 0n,
    units: Math.max(0, left - refunded.units),
    sold: unitPrice * BigInt(line.quantity) - discount,
    taxWithin: order.taxesIncluded ? minor(line.tax) : 0n,
    parts: { unitPrice, ordered: line.quantity, left, discount: keptDiscount, refunded: refunded.amount, beyond: 0n },
  };
}

function refundedOf(line: StoreLine, refunds: readonly StoreRefund[], minor: (amount: string) => bigint) {
  let units = 0;
  let amount = 0n;
  for (const refund of refunds) {
    for (const part of refund.lines) {
      if (part.lineId !== line.lineId) continue;
      units += part.quantity;
      amount += minor(part.subtotal);
    }
  }
  return { units, amount };
}

/** Takes money that belongs to no line off all lines, in proportion to their net and never below zero. */
function lowerAll(lines: KeptLine[], beyondLines: bigint): void {
  const together = lines.reduce((sum, line) => sum + line.net, 0n);
  if (beyondLines <= 0n || together === 0n) return;
  const taken = splitByWeight(
    beyondLines < together ? beyondLines : together,
    lines.map((line) => line.net),
  );
  lines.forEach((line, at) => {
    line.net -= taken[at]!;
    line.parts.beyond = taken[at]!;
  });
}

/** Division rounded half up, for amounts that are not negative. */
const halfUp = (dividend: bigint, divisor: bigint) => (2n * dividend + divisor) / (2n * divisor);
