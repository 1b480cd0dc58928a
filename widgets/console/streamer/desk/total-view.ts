import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { TopicState } from '../../../feed/take-news.js';
import type { CurrencyTotal, Money } from '../../../feed/wire.js';
import type { CountUp } from '../../../money/count-up.js';
import { fractionOf } from '../../../money/decimal.js';
import { formatMoney, formatPercent } from '../../../money/format-money.js';
import { totalsToShow } from '../../../views/session-shown.js';
import { pageLanguage } from '../../language.js';
import { words } from '../words.js';

/** What the live has given, as large as the screen allows; each currency by itself, never added up. */
export function totalView(state: TopicState, counting: CountUp): TemplateResult {
  const own = words();
  const { snapshot } = state;
  const totals = snapshot ? totalsToShow(snapshot) : [];
  return html`<section class="desk-total" aria-labelledby="total-title">
    <h2 id="total-title">${own.given}</h2>
    ${
      !snapshot
        ? html`<p class="desk-sum"><span class="bone"></span></p>`
        : totals.length === 0
          ? html`<p class="desk-nothing">${own.noGiftYet}</p>`
          : totals.map((total) => sumView(total, counting))
    }
    ${totals.some(({ orders }) => orders > 0) ? html`<p class="desk-counts">${countsOf(totals)}</p>` : nothing}
    ${snapshot?.goal ? goalView(snapshot.goal, totals) : nothing}
  </section>`;
}

function sumView({ currency, given }: CurrencyTotal, counting: CountUp): TemplateResult {
  const lang = pageLanguage();
  const words = formatMoney({ amount: given, currency }, lang);
  const shown = formatMoney({ amount: counting.shown(currency, given), currency }, lang);
  // Wide Chinese symbols count for two.
  return html`<p class="desk-sum" style=${styleMap({ '--chars': String(words.length) })}>
    <span aria-hidden="true">${shown}</span><span class="unseen">${words}</span>
  </p>`;
}

function countsOf(totals: readonly CurrencyTotal[]): unknown {
  const own = words();
  const sum = (of: 'orders' | 'units') => totals.reduce((all, total) => all + total[of], 0);
  const waiting = totals.some(({ paid, given }) => paid !== given);
  return html`<span>${own.orders(sum('orders'))}</span><span>${own.units(sum('units'))}</span>${
      waiting ? html`<span>${own.notPaidYet}</span>` : nothing
    }`;
}

function goalView(goal: Money, totals: readonly CurrencyTotal[]): TemplateResult {
  const lang = pageLanguage();
  const given = totals.find(({ currency }) => currency === goal.currency)?.given ?? '0';
  const part = fractionOf(given, goal.amount);
  return html`<div class="desk-goal">
    <div class="bar"><div class="fill" style=${styleMap({ '--part': part })}></div></div>
    <p>${words().ofGoal(formatPercent(part, lang), formatMoney(goal, lang))}</p>
  </div>`;
}
