// Exact arithmetic on the decimal strings of the wire, in BigInt. No amount passes through a floating-point number.

interface Exact {
  units: bigint;
  digits: number;
}

/** @throws RangeError for anything but a plain decimal ("12", "-0.50") */
function parse(text: string): Exact {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) throw new RangeError(`not a plain decimal amount: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = found;
  return { units: BigInt(sign + whole + fraction), digits: fraction.length };
}

function print({ units, digits }: Exact): string {
  const figures = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  return (units < 0n ? '-' : '') + whole + (digits > 0 ? `.${figures.slice(-digits)}` : '');
}

/** Both amounts in the finer one's units. */
function align(a: string, b: string): { left: bigint; right: bigint; digits: number } {
  const [x, y] = [parse(a), parse(b)];
  const digits = Math.max(x.digits, y.digits);
  const widen = (exact: Exact) => exact.units * 10n ** BigInt(digits - exact.digits);
  return { left: widen(x), right: widen(y), digits };
}

/** Negative, zero or positive, like a sort function. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const { left, right } = align(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function subtractDecimals(a: string, b: string): string {
  const { left, right, digits } = align(a, b);
  return print({ units: left - right, digits });
}

export function addDecimals(a: string, b: string): string {
  const { left, right, digits } = align(a, b);
  return print({ units: left + right, digits });
}

/** How many digits stand after the point. */
export function fractionDigits(amount: string): number {
  return parse(amount).digits;
}

export function withoutSign(amount: string): string {
  return amount.replace(/^-/, '');
}

/** A point on the way from one amount to another; `thousandths` 0 is `from`, 1000 is exactly `to`. */
export function between(from: string, to: string, thousandths: number): string {
  const { left, right, digits } = align(from, to);
  return print({ units: left + ((right - left) * BigInt(thousandths)) / 1000n, digits });
}

/** `part / whole` cut (not rounded: 99.99 % is not 100 %) to four digits, "0" when there is no whole. */
export function fractionOf(part: string, whole: string): string {
  const { left, right } = align(part, whole);
  return right <= 0n || left <= 0n ? '0' : print({ units: (left * 10_000n) / right, digits: 4 });
}

/** How many whole times `unit` fits into `amount`, "0" when there is no unit. */
export function wholeTimes(amount: string, unit: string): bigint {
  const { left, right } = align(amount, unit);
  return right <= 0n || left <= 0n ? 0n : left / right;
}

/** The greatest of these amounts, "0" of none. */
export function greatest(amounts: readonly string[]): string {
  return amounts.reduce((top, amount) => (compareDecimals(amount, top) > 0 ? amount : top), '0');
}
