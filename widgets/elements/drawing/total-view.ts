import { html } from 'lit/html.js';
import type { CurrencyTotal, Snapshot } from '../../feed/wire.js';
import { compareDecimals } from '../../money/decimal.js';
import { formatCount, formatMoney } from '../../money/format-money.js';
import { totalsToShow } from '../../views/session-shown.js';
import type { TopicElement } from '../tags/kindcast-element.js';
import type { Brush, Drawn } from './draw.js';
import { card, fallText, figures, staleText, stateView } from './pieces.js';

/** The number everything is about. */
export function totalView(element: TopicElement, brush: Brush): Drawn {
  const { state, kind } = element.source!;
  const { words } = brush;
  const [total, ...others] = totalsToShow(state.snapshot!);
  const fall = fallText(state, brush);
  const note = staleText(element, brush) || fall || counts(total, others, brush);
  return {
    seen: card(
      'sum',
      words.given[kind],
      stateView(element, brush),
      html`${total ? figures('total', money(total), brush) : html`<p class="total none" part="total">${words.nothingYet}</p>`}
        <p class="note ${fall === '' ? '' : 'fall'}" part="note">${note}</p>`,
    ),
    news: newsOf(state.snapshot!, fall, brush),
  };
}

const money = ({ given, currency }: CurrencyTotal) => ({ amount: given, currency });

/** What is said to those who listen. */
export function newsOf(snapshot: Snapshot, fall: string, { lang, words }: Brush): string {
  const [total] = totalsToShow(snapshot);
  if (!total) return '';
  return `${words.saysTotal(formatMoney(money(total), lang))}${fall === '' ? '' : ` (${fall})`}`;
}

function counts(total: CurrencyTotal | undefined, others: readonly CurrencyTotal[], { lang, words }: Brush): string {
  if (!total) return '';
  const { orders, matched, currency } = total;
  return [
    others.length > 0 ? words.also(others.map((other) => formatMoney(money(other), lang)).join(', ')) : '',
    words.orders(formatCount(orders, lang), orders),
    compareDecimals(matched, '0') > 0 ? words.matched(formatMoney({ amount: matched, currency }, lang)) : '',
  ]
    .filter((text) => text !== '')
    .join(' · ');
}
