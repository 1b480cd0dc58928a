import { compareDecimals, fractionOf } from '../money/decimal.js';
import { formatMoney, formatPercent } from '../money/format-money.js';
import type { Money } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/**
 * How far a total is on the way to its goal; the bar stops at full, the percentage does not.
 *
 * @param sayGoal how the goal's amount is written beside the bar; in full unless the place asks for the short way
 */
export function goalView(
  { html, measure, lang, words }: Screen,
  given: string,
  goal: Money | undefined,
  sayGoal: (goal: Money) => Piece = (money) => formatMoney(money, lang),
): Piece {
  if (!goal || compareDecimals(goal.amount, '0') <= 0) return '';
  const fraction = fractionOf(given, goal.amount);
  const reached = compareDecimals(given, goal.amount) >= 0;
  const percent = formatPercent(fraction, lang);
  const amount = formatMoney(goal, lang);
  return html`<div class="goal ${reached ? 'reached' : ''}">
    <div class="bar" role="img" aria-label="${words.ofGoal(percent, amount)}">
      <div class="fill" data-part="${measure(fraction)}"></div>
    </div>
    <div class="goal-text">
      <span class="percent" aria-hidden="true">${percent}</span>
      <span>${reached ? words.goalReached : words.goal} ${sayGoal(goal)}</span>
    </div>
  </div>`;
}
