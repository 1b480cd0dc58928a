import { code } from 'currency-codes';
import { Decimal } from 'decimal.js';

/** Shopify's pair of one amount: in the shop's own currency and in the one the buyer saw. */
export interface MoneySet {
  shop_money: { amount: string; currency_code: string };
  presentment_money: { amount: string; currency_code: string };
}

/** The same pair in minor units, to calculate with. */
export interface MoneyPair {
  shop: bigint;
  presentment: bigint;
}

export interface Currencies {
  shop: string;
  presentment: string;
}

export const nothing: MoneyPair = { shop: 0n, presentment: 0n };

/** How many digits ISO 4217 gives the currency: 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  const digits = code(currency)?.digits;
  if (digits === undefined) throw new RangeError(`${currency} is no ISO 4217 currency.`);
  return digits;
}

/** "39.90" CNY is 3990n. Throws when the amount has more digits than the currency. */
export function minorUnits(amount: string, currency: string): bigint {
  const minor = new Decimal(amount).times(Decimal.pow(10, digitsOf(currency)));
  if (!minor.isInteger()) throw new RangeError(`${amount} has more digits than ${currency}.`);
  return BigInt(minor.toFixed(0));
}

export function amountText(minor: bigint, currency: string): string {
  const digits = digitsOf(currency);
  return new Decimal(minor.toString()).div(Decimal.pow(10, digits)).toFixed(digits);
}

/** What an amount of shop money was shown as to the buyer: one shop unit is `rate` presentment units, rounded half up. */
export function pairAtRate(amount: string, currencies: Currencies, rate: string): MoneyPair {
  const shop = minorUnits(amount, currencies.shop);
  const shift = Decimal.pow(10, digitsOf(currencies.presentment) - digitsOf(currencies.shop));
  const shown = new Decimal(shop.toString()).times(rate).times(shift);
  return { shop, presentment: BigInt(shown.toFixed(0, Decimal.ROUND_HALF_UP)) };
}

export const plus = (...pairs: MoneyPair[]): MoneyPair =>
  pairs.reduce((a, b) => ({ shop: a.shop + b.shop, presentment: a.presentment + b.presentment }), nothing);

export const negated = (a: MoneyPair): MoneyPair => ({ shop: -a.shop, presentment: -a.presentment });

export const minus = (a: MoneyPair, b: MoneyPair): MoneyPair => plus(a, negated(b));

export const times = (a: MoneyPair, factor: number): MoneyPair => ({
  shop: a.shop * BigInt(factor),
  presentment: a.presentment * BigInt(factor),
});

/** `part` of `whole` parts of an amount that is not negative, rounded half up. */
export function roundedShare(amount: bigint, part: bigint, whole: bigint): bigint {
  return whole === 0n ? 0n : (2n * amount * part + whole) / (2n * whole);
}

/**
 * What the first `units` of `quantity` units are worth. Taking this difference from unit to unit, never a rounded price
 * of one unit, makes all partial refunds of a line add up to exactly the line.
 */
export const worthOfUnits = (whole: MoneyPair, units: number, quantity: number): MoneyPair => ({
  shop: roundedShare(whole.shop, BigInt(units), BigInt(quantity)),
  presentment: roundedShare(whole.presentment, BigInt(units), BigInt(quantity)),
});

/** Splits an amount by weight so that the parts add up to it: largest remainder, ties to the first. */
export function allocate(amount: bigint, weights: bigint[]): bigint[] {
  const whole = weights.reduce((a, b) => a + b, 0n);
  if (whole === 0n) throw new RangeError('Nothing to allocate to.');
  const parts = weights.map((weight) => (amount * weight) / whole);
  let left = amount - parts.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (amount * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1));
  for (const { at } of byRemainder) {
    if (left === 0n) break;
    parts[at]! += 1n;
    left -= 1n;
  }
  return parts;
}

export const asSet = (pair: MoneyPair, currencies: Currencies): MoneySet => ({
  shop_money: { amount: amountText(pair.shop, currencies.shop), currency_code: currencies.shop },
  presentment_money: {
    amount: amountText(pair.presentment, currencies.presentment),
    currency_code: currencies.presentment,
  },
});

export const fromSet = ({ shop_money: shop, presentment_money: shown }: MoneySet): MoneyPair => ({
  shop: minorUnits(shop.amount, shop.currency_code),
  presentment: minorUnits(shown.amount, shown.currency_code),
});

/** Shopify writes a few amounts as JSON numbers beside their exact `_set`: for those only. */
export const asJsonNumber = (pair: MoneyPair, currencies: Currencies): number =>
  new Decimal(amountText(pair.shop, currencies.shop)).toNumber();
