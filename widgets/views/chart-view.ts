import { formatMoney, formatShort } from '../money/format-money.js';
import { formatTime } from '../text/format-time.js';
import { CHART_HEIGHT, CHART_WIDTH, chartShape, type ChartNeeds, type ChartShape } from './chart-shape.js';
import type { Piece, Screen } from './screen.js';

/**
 * How the total came about. The drawing is for the eye alone; the sentence below it says the same. Words stand beside the
 * drawing, not in it, so that stretching it bends no letter.
 */
export function chartView(screen: Screen, needs: ChartNeeds): Piece {
  const { html, words } = screen;
  const shape = shapeFor(needs);
  if (!shape) return html`<p class="quiet">${words.chartNotYet}</p>`;
  return html`<figure class="chart">
    <div class="plot" aria-hidden="true">
      ${marksView(screen, needs, shape)}
      <svg viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}" preserveAspectRatio="none">
        <path class="chart-area" d="${shape.area}" />
        <path class="chart-line" d="${shape.line}" />
        <path class="chart-falls" d="${shape.falls}" />
        <path class="chart-present" d="${shape.present}" />
      </svg>
    </div>
    <figcaption>${captionView(screen, needs, shape)}</figcaption>
  </figure>`;
}

/** The few labels: how high it went, the goal if it is in sight, the end of the live hours. */
function marksView({ html, measure, lang, words }: Screen, { currency, goal }: ChartNeeds, shape: ChartShape): Piece {
  const short = (amount: string) => formatShort({ amount, currency }, lang);
  return html`
    <span class="mark top" data-at="${measure(shape.topAt)}"><span>${short(shape.top)}</span></span>
    ${
      shape.goalAt === undefined || goal === undefined
        ? ''
        : html`<span class="mark goal-mark" data-at="${measure(shape.goalAt)}"
            ><span>${words.goal} ${short(goal)}</span></span
          >`
    }
    ${shape.splitAt === undefined ? '' : html`<span class="split" data-at="${measure(shape.splitAt)}"></span>`}
  `;
}

function captionView({ html, lang, words, timeZone }: Screen, { currency }: ChartNeeds, shape: ChartShape): Piece {
  const time = (iso: string) => formatTime(iso, lang, timeZone);
  const money = (amount: string) => formatMoney({ amount, currency }, lang);
  const { start, end } = shape;
  return html`<div class="times" aria-hidden="true"><span>${time(start.at)}</span><span>${time(end.at)}</span></div>
    <p>
      ${
        time(start.at) === time(end.at)
          ? words.asOf(time(end.at))
          : words.chartSays(time(start.at), money(start.given), time(end.at), money(end.given))
      }
    </p>
    ${shape.splitAt === undefined ? '' : html`<p>${words.chartAfterwards}</p>`}
    ${shape.fell ? html`<p class="dips"><i class="dip" aria-hidden="true"></i>${words.chartDips}</p>` : ''}`;
}

/** A number that counts up draws the page sixty times a second, and the chart is the same all the while. */
const STEADY_MS = 5_000;
const shapes = new WeakMap<readonly unknown[], { of: string; shape: ChartShape | undefined }>();

function shapeFor(needs: ChartNeeds): ChartShape | undefined {
  const now = needs.now - (needs.now % STEADY_MS);
  const of = [needs.currency, needs.from, needs.until, needs.goal, now].join();
  const known = shapes.get(needs.points);
  if (known?.of === of) return known.shape;
  const shape = chartShape({ ...needs, now });
  shapes.set(needs.points, { of, shape });
  return shape;
}
