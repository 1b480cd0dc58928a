import { Decimal } from 'decimal.js';
import { toMinor } from '../ledger/money.js';
import type { GivingRule } from './giving-rule.js';
import type { KeptLine } from './kept-lines.js';

/** Enough digits that the only inexact step, dividing by what was sold, can never tip a half the wrong way. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/**
 * What one line should give under its rule: minor units, rounded half up on the line's cumulative amount, never more
 * than the line's net. A share once per order is given by {@link onceShares} instead.
 */
export function lineShare(rule: GivingRule, line: KeptLine, currency: string): bigint {
  const { share } = rule;
  switch (share?.kind) {
    case 'percent':
      return atMost(line.net, percentOf(share.value, rule, line));
    case 'perUnit':
      return atMost(line.net, toMinor({ amount: share.amount, currency }) * BigInt(line.units));
    default:
      return 0n;
  }
}

/**
 * A share given once per order: the lines of the item give it in turn, each at most its net, while the order keeps a
 * unit of the item at all.
 */
export function onceShares(rule: GivingRule, lines: readonly KeptLine[], currency: string): bigint[] {
  if (rule.share?.kind !== 'perOrder') return lines.map(() => 0n);
  let left = toMinor({ amount: rule.share.amount, currency });
  return lines.map((line) => {
    const given = line.units > 0 ? atMost(line.net, left) : 0n;
    left -= given;
    return given;
  });
}

const percentOf = (percent: string, rule: GivingRule, line: KeptLine): bigint =>
  BigInt(percentUnrounded(percent, rule, line).toDecimalPlaces(0).toFixed());

/** A percentage of a line in minor units, before it is rounded. */
export function percentUnrounded(percent: string, rule: Pick<GivingRule, 'base'>, line: KeptLine): Decimal {
  let base = new Exact(line.net.toString());
  if (rule.base === 'exTax' && line.taxWithin > 0n) {
    if (line.sold <= line.taxWithin) return new Exact(0);
    base = base.mul((line.sold - line.taxWithin).toString()).div(line.sold.toString());
  }
  return base.mul(percent).div(100);
}

const atMost = (limit: bigint, amount: bigint) => (amount < limit ? amount : limit);
