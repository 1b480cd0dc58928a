import { fractionOf } from '../money/decimal.js';
import { moneyWords } from '../money/money-words.js';
import { amountView } from './amount-view.js';
import type { CurrencyTotal } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** Promised, certain and received money are three different things: each with its own figure and plain words. */
export function stagesView(screen: Screen, total: CurrencyTotal): Piece {
  const { html, lang, measure } = screen;
  const stages = (['pledged', 'confirmed', 'paid'] as const).map((name) => ({
    name,
    amount: total[name],
    ...moneyWords[lang][name],
  }));
  return html`<div class="stages">
    <div class="parts" aria-hidden="true">
      ${stages.map(
        ({ name, amount }) =>
          html`<div class="part ${name}" data-part="${measure(fractionOf(amount, total.given))}"></div>`,
      )}
    </div>
    <dl>
      ${stages.map(
        ({ name, amount, label, means }) =>
          html`<div class="stage">
            <dt><i class="swatch ${name}"></i>${label}</dt>
            <dd class="stage-amount">${amountView(screen, { amount, currency: total.currency })}</dd>
            <dd class="stage-means">${means}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
