import { compareDecimals, fractionOf } from '../money/decimal.js';
import { formatMoney, formatPercent } from '../money/format-money.js';
import type { Money } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** How far a total is on the way to its goal; the bar stops at full, the percentage does not. */
export function goalView({ html, lang, words }: Screen, given: string, goal: Money | undefined): Piece {
  if (!goal || compareDecimals(goal.amount, '0') <= 0) return '';
  const fraction = fractionOf(given, goal.amount);
  const reached = compareDecimals(given, goal.amount) >= 0;
  const percent = formatPercent(fraction, lang);
  const amount = formatMoney(goal, lang);
  return html`<div class="goal ${reached ? 'reached' : ''}">
    <div class="bar" role="img" aria-label="${words.ofGoal(percent, amount)}">
      <div class="fill" style="--part:${fraction}"></div>
    </div>
    <p class="goal-text" aria-hidden="true">
      <span class="percent">${percent}</span>
      <span>${reached ? words.goalReached : words.goal} ${amount}</span>
    </p>
  </div>`;
}
