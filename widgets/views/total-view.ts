import { formatCount, formatMoney, formatTakenBack, moneyPieces } from '../money/format-money.js';
import { compareDecimals } from '../money/decimal.js';
import { reasonWords } from '../text/messages.js';
import type { CurrencyTotal } from '../feed/wire.js';
import type { TopicState } from '../feed/take-news.js';
import type { Piece, Screen } from './screen.js';

const DROP_SHOWN_MS = 20_000;

/**
 * The number everything is about. The figures that count up are for the eye; the text beside them is the true total, so a
 * screen reader never hears a number that was only passed on the way. `--chars` lets the sheet fit any length.
 */
export function totalView(screen: Screen, name: string, total: CurrencyTotal): Piece {
  const { html, measure, lang } = screen;
  const money = { amount: total.given, currency: total.currency };
  const pieces = moneyPieces({ ...money, amount: screen.counting(`${name} ${total.currency}`, total.given) }, lang);
  const final = formatMoney(money, lang);
  return html`<p class="total" data-chars="${measure(final.length)}">
    <span class="unseen">${final}</span>
    <span class="figures" aria-hidden="true"
      >${pieces.map(({ small, text }) => html`<span class="${small ? 'minor' : 'major'}">${text}</span>`)}</span
    >
  </p>`;
}

/** "128 orders · 203 charity items · of which matched: ¥20.00" */
export function countsView({ html, lang, words }: Screen, total: CurrencyTotal): Piece {
  const { orders, units, matched, currency } = total;
  const isMatched = compareDecimals(matched, '0') > 0;
  return html`<p class="counts">
    <span>${words.orders(formatCount(orders, lang), orders)}</span>
    <span>${words.units(formatCount(units, lang), units)}</span>
    ${isMatched ? html`<span>${words.matched(formatMoney({ amount: matched, currency }, lang))}</span>` : ''}
  </p>`;
}

/** Before the first snapshot nothing is known, and a zero would be a lie. */
export function unknownTotalView({ html, measure, words }: Screen): Piece {
  return html`<p class="total unknown" data-chars="${measure(9)}">
    <span class="unseen">${words.loading}</span><span class="bone" aria-hidden="true"></span>
  </p>`;
}

/** A total that went down says why, for a while. */
export function dropView({ html, lang, words, now }: Screen, { drop, gifts }: TopicState): Piece {
  if (!drop || now - drop.seenAt > DROP_SHOWN_MS) return '';
  const gift = gifts.find((each) => each.change === 'reversed' && each.amount.currency === drop.currency);
  return html`<p class="drop">${words.lessAfter(reasonWords(gift?.reason, words), formatTakenBack(drop, lang))}</p>`;
}
