import { minorDigits, type Money } from '../ledger/money.js';

/** The languages in which a rule is told. */
export type RuleLanguage = 'en' | 'zh-CN';

// Intl formats decimal strings exactly; its types know only literal numerals.
type Numeral = `${number}`;

/** "CN¥10,000", "¥2.50": the cents only where there are any. */
export function moneyWords({ amount, currency }: Money, lang: RuleLanguage): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(lang, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions).format(amount as Numeral);
}

/** "CN¥2.50", "CN¥2.00": every digit the currency has, as sums that people check need them. */
export function exactMoney({ amount, currency }: Money, lang: RuleLanguage): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(lang, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount as Numeral);
}

/** "CN¥1.995": an amount before it is rounded, to six digits more than the currency has. */
export function unroundedMoney(amount: string, currency: string, lang: RuleLanguage): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(lang, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits + 6,
  }).format(amount as Numeral);
}

/** "5%" of the rule's "5.00". */
export function percentWords(percent: string, lang: RuleLanguage): string {
  return new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 4 }).format(`${percent}e-2` as Numeral);
}

/**
 * What part of the whole each weight is, exactly: percentages where two decimals tell them, else fractions, because a
 * promise must not be rounded.
 */
export function partsOf(weights: readonly bigint[], lang: RuleLanguage): string[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const inPercent = weights.every((weight) => (weight * 10_000n) % whole === 0n);
  return weights.map((weight) => {
    if (inPercent) return percentWords(hundredths((weight * 10_000n) / whole), lang);
    const shared = commonDivisor(weight, whole);
    return `${weight / shared}/${whole / shared}`;
  });
}

const hundredths = (count: bigint) => `${count / 100n}.${(count % 100n).toString().padStart(2, '0')}`;

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

const dayMs = 86_400_000;
/** 23:59, 23:59:59 and midnight all mean the end of the day. */
const endOfDayMs = 60_000;
/** What people say instead of an offset. */
const beijing = { en: ' (Beijing time)', 'zh-CN': '（北京时间）' };

/**
 * The last day on which a rule holds: "31 Dec 2026". Where its end is a day's end neither in UTC nor in Beijing, the hour
 * is told as well: what is published is a promise.
 *
 * @param until the first moment at which the rule no longer holds
 */
export function dayWords(until: Date, lang: RuleLanguage): string {
  const endsDay = (hours: number) => {
    const pastMidnight = (until.getTime() + hours * 3_600_000) % dayMs;
    return pastMidnight === 0 || dayMs - pastMidnight <= endOfDayMs;
  };
  const last = new Date(until.getTime() - 1);
  if (endsDay(0)) return day(last, lang, 'UTC');
  if (endsDay(8)) return day(last, lang, 'Asia/Shanghai') + beijing[lang];
  const hour = until.toISOString().slice(11, 16);
  return day(until, lang, 'UTC') + (lang === 'en' ? `, ${hour} UTC` : ` ${hour}（UTC）`);
}

function day(at: Date, lang: RuleLanguage, timeZone: string): string {
  const month = lang === 'en' ? 'short' : 'long';
  // British order: the day first, which no reader takes for a month.
  const locale = lang === 'en' ? 'en-GB' : lang;
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month, day: 'numeric', timeZone }).format(at);
}
