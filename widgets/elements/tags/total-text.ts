import type { Snapshot } from '../../feed/wire.js';

/** The first total of a topic as plain text, or nothing while there is none: what is shown before the drawings come. */
export function totalText(snapshot: Snapshot | undefined, lang: string): string {
  const first = snapshot?.goal?.currency;
  const total = snapshot?.totals.find(({ currency }) => currency === first) ?? snapshot?.totals[0];
  if (!total) return '';
  const { currency, given } = total;
  // Intl formats decimal strings exactly; its types know only literal numerals.
  return new Intl.NumberFormat(lang, { style: 'currency', currency }).format(given as `${number}`);
}
