import { html } from 'lit/html.js';
import type { Money } from '../../feed/wire.js';
import { between, compareDecimals, fractionOf } from '../../money/decimal.js';
import { formatMoney, formatPercent } from '../../money/format-money.js';
import { totalsToShow } from '../../views/session-shown.js';
import type { TopicElement } from '../tags/kindcast-element.js';
import type { Brush, Drawn } from './draw.js';
import { card, fallText, figures, staleText, stateView } from './pieces.js';
import { newsOf } from './total-view.js';

/** A thermometer: how far a total is on the way to its goal, with marks on the way. */
export function goalView(element: TopicElement, brush: Brush): Drawn {
  const { state } = element.source!;
  const { lang, words } = brush;
  const snapshot = state.snapshot!;
  const { goal } = snapshot;
  if (!goal || compareDecimals(goal.amount, '0') <= 0)
    return {
      seen: card('way', words.goal, stateView(element, brush), html`<p class="note" part="note">${words.noGoal}</p>`),
    };
  const given = totalsToShow(snapshot).find(({ currency }) => currency === goal.currency)?.given ?? '0';
  const fraction = fractionOf(given, goal.amount);
  const reached = compareDecimals(given, goal.amount) >= 0;
  const whole = formatMoney(goal, lang);
  const progress = reached ? words.goalReached(whole) : words.ofGoal(formatPercent(fraction, lang), whole);
  const fall = fallText(state, brush);
  return {
    seen: card(
      'way',
      words.goal,
      stateView(element, brush),
      html`${figures('goal', { amount: given, currency: goal.currency }, brush)}
        <div class="tube ${reached ? 'reached' : ''}" part="track" role="img" aria-label=${progress}>
          <div class="fill" part="fill" .style=${`--part:${fraction}`}></div>
        </div>
        <ul class="marks">
          ${milestonesOf(element).map((percent) => mark(percent, given, goal, brush))}
        </ul>
        <p class="note ${fall === '' ? '' : 'fall'}" part="note">${staleText(element, brush) || fall || progress}</p>`,
    ),
    news: newsOf(snapshot, fall, brush),
  };
}

function mark(percent: number, given: string, goal: Money, { lang, words }: Brush) {
  const at = { amount: between('0', goal.amount, percent * 10), currency: goal.currency };
  const reached = compareDecimals(given, at.amount) >= 0;
  const percents = formatPercent(`${percent / 100}`, lang);
  return html`<li class=${reached ? 'reached' : ''} part="milestone" .style=${`--at:${percent}%`}>
    <i aria-hidden="true"></i><bdi aria-hidden="true">${percents}</bdi
    ><span class="unseen">${words.milestone(percents, formatMoney(at, lang), reached)}</span>
  </li>`;
}

/** Whole percentages between the ends, from the attribute or the usual quarters. */
function milestonesOf(element: TopicElement): number[] {
  const asked = element.getAttribute('milestones') ?? '25 50 75';
  return [...asked.matchAll(/\d+/g)]
    .map(([digits]) => parseInt(digits, 10))
    .filter((percent) => percent > 0 && percent < 100)
    .slice(0, 6);
}
