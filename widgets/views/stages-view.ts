import { fractionOf } from '../money/decimal.js';
import { amountView } from './amount-view.js';
import type { CurrencyTotal } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** Promised, certain and received money are three different things: each with its own figure and plain words. */
export function stagesView(screen: Screen, total: CurrencyTotal): Piece {
  const { html, measure, words } = screen;
  const stages = [
    { name: 'pledged', amount: total.pledged, title: words.pledged, means: words.pledgedMeans },
    { name: 'confirmed', amount: total.confirmed, title: words.confirmed, means: words.confirmedMeans },
    { name: 'paid', amount: total.paid, title: words.paid, means: words.paidMeans },
  ];
  return html`<div class="stages">
    <div class="parts" aria-hidden="true">
      ${stages.map(
        ({ name, amount }) =>
          html`<div class="part ${name}" data-part="${measure(fractionOf(amount, total.given))}"></div>`,
      )}
    </div>
    <dl>
      ${stages.map(
        ({ name, amount, title, means }) =>
          html`<div class="stage">
            <dt><i class="swatch ${name}"></i>${title}</dt>
            <dd class="stage-amount">${amountView(screen, { amount, currency: total.currency })}</dd>
            <dd class="stage-means">${means}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
