import { html, nothing, svg, type TemplateResult } from 'lit';
import { compareDecimals, fractionOf, greatest } from '../../../money/decimal.js';
import { formatMoney } from '../../../money/format-money.js';
import { formatTime } from '../../../text/format-time.js';
import { pageLanguage } from '../../language.js';
import type { Pace } from '../host-api.js';
import { words } from '../words.js';

const width = 300;
const height = 48;
/** A live that has just begun is no broad block: its minutes stand at the right, where now is. */
const minutesAtLeast = 15;

/** How fast it goes, in figures and in a bar for each minute. */
export function paceView(pace: Pace | undefined, currency: string | undefined): TemplateResult | typeof nothing {
  const own = words();
  const found = pace?.currencies.find((each) => each.currency === currency) ?? pace?.currencies[0];
  if (!found) return nothing;
  const lang = pageLanguage();
  const time = (at: string | undefined) => (at ? formatTime(at, lang, undefined) : '');
  return html`<section class="desk-card pace" aria-labelledby="pace-title">
    <h2 id="pace-title">${own.perMinute}</h2>
    <p class="pace-figure">${formatMoney({ amount: found.perMinute, currency: found.currency }, lang)}</p>
    <p class="quiet">${own.perMinuteOrders(found.ordersPerMinute)}</p>
    <svg
      class="pace-bars"
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${own.paceChart(time(found.minutes[0]?.at), time(pace?.at))}
    >
      ${bars(found.minutes.map(({ given }) => given))}
    </svg>
  </section>`;
}

/** Minutes in which more was taken back than given have no bar: the figure and the list say it. */
function bars(given: readonly string[]) {
  const most = greatest(given);
  if (given.length === 0 || compareDecimals(most, '0') <= 0) return nothing;
  const slots = Math.max(given.length, minutesAtLeast);
  const step = width / slots;
  return given.map((amount, place) => {
    if (compareDecimals(amount, '0') <= 0) return nothing;
    const tall = Math.max(2, parseFloat(fractionOf(amount, most)) * height);
    return svg`<rect x=${(slots - given.length + place) * step + step * 0.12} y=${height - tall} width=${step * 0.76} height=${tall} rx="2"></rect>`;
  });
}
