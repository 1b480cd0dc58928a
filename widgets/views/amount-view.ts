import { formatMoney, formatShort, isShortened } from '../money/format-money.js';
import type { Money } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/**
 * An amount as people say it, "¥1.2万", with the exact one a tap or a key away, also without scripts. What is short
 * anyway is written out. The exact one appears over the page, so nothing moves.
 */
export function amountView({ html, lang, words }: Screen, money: Money): Piece {
  if (!isShortened(money.amount)) return formatMoney(money, lang);
  return html`<details class="amount">
    <summary><span>${formatShort(money, lang)}</span><span class="unseen"> ${words.showExact}</span></summary>
    <span class="exact">${formatMoney(money, lang)}</span>
  </details>`;
}
