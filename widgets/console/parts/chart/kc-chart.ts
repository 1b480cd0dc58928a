import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatMoney } from '../../../money/format-money.js';
import { partsMessages } from '../../../text/console/parts/messages.js';
import { formatTime } from '../../../text/format-time.js';
import { pageLanguage } from '../../language.js';
import { LightElement } from '../../light-element.js';
import { savePicture } from './save-picture.js';
import { CHART_HEIGHT, CHART_WIDTH, chartPaths, type ChartPoint } from './shape.js';

export type { ChartPoint } from './shape.js';

/**
 * A line or bars for the eye, the same as a table for everybody, and a picture to take along:
 * `<kc-chart kind="line" label="Given" currency="CNY" .points=${[{ at, value }]}>`. Bars take names in place of moments.
 */
@customElement('kc-chart')
export class KindcastChart extends LightElement {
  @property() kind: 'line' | 'bar' = 'line';
  @property() label = '';
  /** Of the values; without one they are plain numbers. */
  @property() currency = '';
  @property({ attribute: false }) points: readonly ChartPoint[] = [];

  protected override render(): TemplateResult {
    const words = partsMessages[pageLanguage()];
    const paths = chartPaths(this.points, this.kind);
    if (!paths) return html`<p class="quiet">${words.chartNothing}</p>`;
    const [first, last] = [this.points[0]!, this.points.at(-1)!];
    return html`<figure class="kc-chart">
      <figcaption>${this.label}</figcaption>
      <div class="kc-plot" aria-hidden="true">
        <span class="kc-top">${this.#value(paths.top)}</span>
        <svg viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}" preserveAspectRatio="none">
          <path class="kc-area" d=${paths.area} />
          <path class="kc-line" d=${paths.line} />
          <path class="kc-bars" d=${paths.bars} />
        </svg>
        <div class="kc-ends">
          ${
            this.kind === 'line'
              ? [first, last].map(({ at }) => html`<span>${this.#name(at)}</span>`)
              : this.points.map(({ at }) => html`<span>${this.#name(at)}</span>`)
          }
        </div>
      </div>
      <div class="row between">
        <details>
          <summary>${words.chartAsTable}</summary>
          <table class="kc-values">
            <thead>
              <tr>
                <th scope="col">${words.when}</th>
                <th scope="col">${this.label}</th>
              </tr>
            </thead>
            <tbody>
              ${this.points.map(
                ({ at, value }) =>
                  html`<tr>
                    <td>${this.#name(at)}</td>
                    <td class="number">${this.#value(value)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </details>
        <button class="quiet-button" @click=${() => void this.#save()}>
          <wa-icon name="download"></wa-icon>${words.chartAsPicture}
        </button>
      </div>
    </figure>`;
  }

  #name(at: string): string {
    return /^\d{4}-\d\d-\d\dT/.test(at) ? formatTime(at, pageLanguage(), undefined) : at;
  }

  #value(value: string): string {
    return this.currency
      ? formatMoney({ amount: value, currency: this.currency }, pageLanguage())
      : Number(value).toLocaleString(pageLanguage());
  }

  async #save(): Promise<void> {
    const paths = chartPaths(this.points, this.kind);
    if (!paths) return;
    const names = this.points.map(({ at }) => this.#name(at));
    await savePicture({ title: this.label, top: this.#value(paths.top), paths, names: [names[0]!, names.at(-1)!] });
  }
}
