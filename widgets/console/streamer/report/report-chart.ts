import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { addDecimals, compareDecimals, fractionOf, greatest } from '../../../money/decimal.js';
import { formatMoney, formatShort } from '../../../money/format-money.js';
import { pageLanguage } from '../../language.js';
import { LightElement } from '../../light-element.js';
import type { Report } from '../host-api.js';
import { words } from '../words.js';
import { downloadPng, downloadSvg } from './download-chart.js';

type Steps = Report['timeline']['steps'];

const size = { width: 760, height: 250, left: 12, right: 12, top: 30, bottom: 34 };
const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

/** A chart of a session's minutes: what each gave (`bars`), or how the total grew (`line`). Both can be taken along. */
@customElement('kc-report-chart')
export class ReportChart extends LightElement {
  @property() kind: 'bars' | 'line' = 'bars';
  @property() heading = '';
  @property() note = '';
  @property() currency = '';
  @property({ attribute: false }) steps: Steps = [];
  @property({ type: Number }) stepSeconds = 60;
  @property() from = '';
  @property() until = '';

  protected override render(): TemplateResult | typeof nothing {
    const own = words();
    const steps = this.steps.filter((step) => step.currency === this.currency);
    if (steps.length === 0) return nothing;
    const file = () => `kindcast-${this.kind}-${this.currency}`;
    const drawing = () => this.querySelector('svg')!;
    return html`<figure class="report-chart">
      <figcaption>
        <h2>${this.heading}</h2>
        ${this.note ? html`<p class="quiet small">${this.note}</p>` : nothing}
      </figcaption>
      <svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${this.#says(steps)}>
        ${this.kind === 'bars' ? this.#bars(steps) : this.#line(steps)} ${this.#times()}
      </svg>
      <div class="row end screen-only">
        <wa-button size="s" appearance="plain" @click=${() => downloadSvg(drawing(), file())}
          >${own.downloadSvg}</wa-button
        >
        <wa-button size="s" appearance="plain" @click=${() => void downloadPng(drawing(), file())}
          >${own.downloadPng}</wa-button
        >
      </div>
    </figure>`;
  }

  #place(at: string): number {
    const [from, until] = [Date.parse(this.from), Math.max(Date.parse(this.until), Date.parse(this.from) + 60_000)];
    const part = (Date.parse(at) - from) / (until - from);
    return size.left + Math.min(1, Math.max(0, part)) * inner.width;
  }

  #bars(steps: Steps) {
    const most = greatest(steps.map(({ given }) => given));
    const lived = Math.max(Date.parse(this.until) - Date.parse(this.from), 60_000);
    // A live of a minute is a bar, too, not a block.
    const wide = Math.min(inner.width / 12, Math.max(2, (inner.width * this.stepSeconds * 1_000) / lived));
    return svg`${topMark(this.#money(most))}${steps.map(({ at, given }) => {
      if (compareDecimals(given, '0') <= 0 || most === '0') return nothing;
      const tall = Math.max(2, parseFloat(fractionOf(given, most)) * inner.height);
      const x = Math.min(this.#place(at), size.width - size.right - wide);
      return svg`<rect class="chart-bar" x=${x + wide * 0.1} y=${size.top + inner.height - tall}
        width=${wide * 0.8} height=${tall} rx="2"></rect>`;
    })}`;
  }

  #line(steps: Steps) {
    const sums = steps.reduce<{ at: string; sum: string }[]>(
      (all, { at, given }) => [...all, { at, sum: addDecimals(all.at(-1)?.sum ?? '0', given) }],
      [],
    );
    const most = greatest(sums.map(({ sum }) => sum));
    const y = (sum: string) =>
      size.top + inner.height - (most === '0' ? 0 : parseFloat(fractionOf(sum, most)) * inner.height);
    const path = sums.map(({ at, sum }) => `H${this.#place(at)}V${y(sum)}`).join('');
    const line = `M${size.left} ${size.top + inner.height}${path}H${size.width - size.right}`;
    return svg`${topMark(this.#money(most))}
      <path class="chart-fill" d=${`${line}V${size.top + inner.height}H${size.left}Z`}></path>
      <path class="chart-stroke" d=${line}></path>`;
  }

  #times() {
    const y = size.height - 10;
    return svg`<path class="chart-rule" d=${`M${size.left} ${size.top + inner.height}H${size.width - size.right}`}></path>
      <text class="chart-text" x=${size.left} y=${y}>${hour(this.from)}</text>
      <text class="chart-text" x=${size.width - size.right} y=${y} text-anchor="end">${hour(this.until)}</text>`;
  }

  #money(amount: string): string {
    return formatShort({ amount, currency: this.currency }, pageLanguage());
  }

  #says(steps: Steps): string {
    const most = greatest(steps.map(({ given }) => given));
    const best = steps.find(({ given }) => given === most);
    const sum = formatMoney({ amount: most, currency: this.currency }, pageLanguage());
    return `${this.heading}. ${best ? words().peakAt(sum, hour(best.at)) : ''}`;
  }
}

const topMark = (label: string) =>
  svg`<text class="chart-text" x=${size.left} y=${size.top - 10}>${label}</text>
    <path class="chart-rule" d=${`M${size.left} ${size.top}H${size.width - size.right}`}></path>`;

/** "20:07", in the reader's zone. */
export const hour = (iso: string): string =>
  new Intl.DateTimeFormat(pageLanguage(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(iso),
  );
