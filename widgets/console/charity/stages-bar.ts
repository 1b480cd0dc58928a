import { html, svg, type TemplateResult } from 'lit';
import { fractionOf } from '../../money/decimal.js';
import { formatMoney } from '../../money/format-money.js';
import { pageLanguage } from '../language.js';
import { moneyWord } from '../parts/money.js';

export interface Stages {
  currency: string;
  pledged: string;
  confirmed: string;
  paid: string;
  /** What the bar's full length stands for: the goal, or all that was given. */
  whole: string;
}

const stages = ['paid', 'confirmed', 'pledged'] as const;

/** How far money has come, as one bar; the figures beside it say the same to whoever does not see it. */
export function stagesBar(money: Stages): TemplateResult {
  let x = 0;
  const parts = stages.map((stage) => {
    // A share of the bar, never money.
    const width = Math.min(100 - x, 100 * parseFloat(fractionOf(money[stage], money.whole)));
    const part = svg`<rect class=${stage} x=${x} y="0" width=${width} height="1"></rect>`;
    x += width;
    return part;
  });
  return html`<svg class="stages-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** The same in words and figures; nothing is said of what is nothing. */
export const stagesFacts = (money: Stages): TemplateResult =>
  html`<p class="facts">
    ${stages
      .toReversed()
      .filter((stage) => /[1-9]/.test(money[stage]))
      .map(
        (stage) =>
          html`<span
            >${moneyWord(stage)}
            ${formatMoney({ amount: money[stage], currency: money.currency }, pageLanguage())}</span
          >`,
      )}
  </p>`;
