import currencyCodes from 'currency-codes';

/** Money on the wire: a plain decimal string with no more digits than the currency has. */
export interface Money {
  amount: string;
  currency: string;
}

/** An amount or currency that cannot be exact money. The message is a clause that follows the field's name. */
export class MoneyError extends Error {
  override name = 'MoneyError';
}

/** 12 digits before the point: beyond a trillion it is a mistake, and every sum of ours still fits PostgreSQL's bigint. */
const plainDecimal = /^(0|[1-9]\d{0,11})(?:\.(\d{1,6}))?$/;

const digitsOf = new Map(
  currencyCodes.data
    // ISO 4217 also lists metals, test codes and funds of no country; nobody pays in them.
    .filter((entry) => !entry.countries.some((country) => country.toLowerCase().startsWith('zz')))
    .map((entry) => [entry.code, entry.digits] as const),
);

/** True for a currency of ISO 4217 that a shop can trade in. */
export function isCurrency(code: string): boolean {
  return digitsOf.has(code);
}

/** Digits after the decimal point, by ISO 4217: JPY 0, CNY 2, KWD 3. */
export function minorDigits(currency: string): number {
  const digits = digitsOf.get(currency);
  if (digits === undefined) throw new MoneyError(`${currency} is not a currency of ISO 4217`);
  return digits;
}

/**
 * Minor units of an amount as people and programs of ours write it: no sign, no exponent, no separators, no digits the
 * currency does not have. Refuses `1e21`, `-0`, `NaN`, `1,00`, `1.234` CNY and thirty digits.
 */
export function toMinor({ amount, currency }: Money): bigint {
  return parseMinor(amount, currency, false);
}

/**
 * Minor units of an amount as a store writes it: like {@link toMinor}, but zeros beyond the currency's digits are let
 * pass (`"1000.00"` JPY), and a leading minus where a store tells a correction.
 */
export function storeAmountToMinor(amount: string, currency: string): bigint {
  const negative = amount.startsWith('-');
  const minor = parseMinor(negative ? amount.slice(1) : amount, currency, true);
  return negative ? -minor : minor;
}

function parseMinor(amount: string, currency: string, zerosMayFollow: boolean): bigint {
  const digits = minorDigits(currency);
  const match = plainDecimal.exec(amount);
  if (!match) throw new MoneyError('must be a plain decimal number such as "12.34", below a trillion');
  const whole = match[1]!;
  let fraction = match[2] ?? '';
  if (zerosMayFollow && fraction.length > digits && /^0*$/.test(fraction.slice(digits)))
    fraction = fraction.slice(0, digits);
  if (fraction.length > digits)
    throw new MoneyError(`has more digits than ${currency} has (${digits} after the decimal point)`);
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

/** The decimal string of minor units: `1234n, 'CNY'` is `"12.34"`; signed for corrections. */
export function toAmount(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Minor units as wire money. */
export function toMoney(minor: bigint, currency: string): Money {
  return { amount: toAmount(minor, currency), currency };
}
