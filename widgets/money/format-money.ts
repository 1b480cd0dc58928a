import { compareDecimals, fractionDigits, withoutSign } from './decimal.js';
import type { Money } from '../feed/wire.js';

// Intl formats decimal strings exactly; its types know only literal numerals.
type Numeral = `${number}`;

const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs far more than using it, and a counting number uses one sixty times a second. */
function formatFor(currency: string, digits: number, lang: string): Intl.NumberFormat {
  const name = `${lang} ${currency} ${digits}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.NumberFormat(lang, { style: 'currency', currency });
    // Never round what the server said, even if it knows more digits of a currency than this browser does.
    if (digits > (format.resolvedOptions().maximumFractionDigits ?? 0)) {
      format = new Intl.NumberFormat(lang, { style: 'currency', currency, minimumFractionDigits: digits });
    }
    formats.set(name, format);
  }
  return format;
}

/** "¥1,234.50" with the currency's own digits and a true minus sign. */
export function formatMoney({ amount, currency }: Money, lang: string): string {
  return formatFor(currency, fractionDigits(amount), lang)
    .format(amount as Numeral)
    .replace('-', '−');
}

/** From here on an amount may be said the short way; below it, the cents still matter. */
const SHORT_FROM = '10000';

/** Whether {@link formatShort} leaves something out, so that the exact amount must be one tap away. */
export function isShortened(amount: string): boolean {
  return compareDecimals(withoutSign(amount), SHORT_FROM) >= 0;
}

/**
 * As people say big amounts: "¥1.2万", "CN¥12.3K"; smaller ones as {@link formatMoney}. Cut, not rounded: it never says
 * more than there is.
 */
export function formatShort(money: Money, lang: string): string {
  const { amount, currency } = money;
  if (!isShortened(amount)) return formatMoney(money, lang);
  const name = `${lang} ${currency} short`;
  const format =
    formats.get(name) ??
    new Intl.NumberFormat(lang, {
      style: 'currency',
      currency,
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
      roundingMode: 'trunc',
    } as Intl.NumberFormatOptions);
  formats.set(name, format);
  return format.format(amount as Numeral).replace('-', '−');
}

/** A reversed gift, whichever sign it came with: "−¥2.00". */
export function formatTakenBack({ amount, currency }: Money, lang: string): string {
  return formatMoney({ amount: `-${withoutSign(amount)}`, currency }, lang);
}

/** The same text in pieces, so that a headline can set the symbol and the cents smaller. */
export function moneyPieces({ amount, currency }: Money, lang: string): { small: boolean; text: string }[] {
  const pieces: { small: boolean; text: string }[] = [];
  for (const { type, value } of formatFor(currency, fractionDigits(amount), lang).formatToParts(amount as Numeral)) {
    const small = type === 'currency' || type === 'literal' || type === 'decimal' || type === 'fraction';
    const text = type === 'minusSign' ? '−' : value;
    const last = pieces.at(-1);
    if (last?.small === small) last.text += text;
    else pieces.push({ small, text });
  }
  return pieces;
}

/** "62.5%" from a fraction such as "0.6254"; cut, so that nothing short of the goal reads as the goal. */
export function formatPercent(fraction: string, lang: string): string {
  const options = { style: 'percent', maximumFractionDigits: 1, roundingMode: 'trunc' } as const;
  return new Intl.NumberFormat(lang, options).format(fraction as Numeral);
}

/** A part of a whole, rounded: cut parts would not add up to 100 % before the reader's eyes. */
export function formatPart(fraction: string, lang: string): string {
  return new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 }).format(fraction as Numeral);
}

export function formatCount(count: number | bigint, lang: string): string {
  return new Intl.NumberFormat(lang).format(count);
}
