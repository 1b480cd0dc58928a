import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { compareDecimals } from '../../../money/decimal.js';
import { formatMoney } from '../../../money/format-money.js';
import type { PageContext } from '../../area.js';
import { pageLanguage } from '../../language.js';
import { LightElement } from '../../light-element.js';
import { emptyState } from '../../parts/empty-state.js';
import { Loaded } from '../../parts/loaded.js';
import { moneyWord } from '../../parts/money.js';
import { noticeView } from '../../parts/notice.js';
import { pageHead } from '../../parts/page-head.js';
import { statsView } from '../../parts/stat.js';
import { adoptSheet } from '../../look/adopt-sheet.js';
import { hostApi, reportCsvAddress, type Report } from '../host-api.js';
import { words } from '../words.js';
import './report-chart.js';
import { hour } from './report-chart.js';
import { reportTables } from './report-tables.js';
import sheet from './report.css?text';

adoptSheet(sheet);

/** What a live came to: its figures, its minutes, where the money goes and where it came from. */
@customElement('kc-report-page')
export class ReportPage extends LightElement {
  @property({ attribute: false }) context!: PageContext;
  readonly #report = new Loaded(this, () => hostApi.report(this.context.params.id!));

  protected override render(): TemplateResult {
    const own = words();
    return html`${this.#report.show((report) => {
      const { session } = report;
      const back = { href: this.context.pathOf('sessions', session.id), title: session.title };
      const head = pageHead({ title: own.reportOf(session.title), back, actions: this.#actions(session.id) });
      if (report.totals.length === 0)
        return html`${head}${emptyState({ icon: 'chart', title: own.nothingSold, text: own.nothingSoldText, rank: 2 })}`;
      return html`${head}
        <div class="stack wide">
          ${noticeView({ kind: 'info', text: session.status === 'ended' ? own.reportPromised : own.reportLive })}
          ${report.totals.map(({ currency }) => this.#currency(report, currency))} ${reportTables(report)}
        </div>`;
    })}`;
  }

  #actions(id: string): TemplateResult {
    const own = words();
    return html`<wa-button class="screen-only" appearance="outlined" @click=${() => print()}>${own.print}</wa-button>
      <wa-button class="screen-only" appearance="outlined" href=${reportCsvAddress(id)} download>
        <wa-icon slot="start" name="download"></wa-icon>${own.downloadCsv}
      </wa-button>`;
  }

  #currency({ totals, peaks, timeline, session, at }: Report, currency: string): TemplateResult {
    const own = words();
    const lang = pageLanguage();
    const money = (amount: string) => formatMoney({ amount, currency }, lang);
    const total = totals.find((each) => each.currency === currency)!;
    const peak = peaks.find((each) => each.currency === currency);
    const from = session.startedAt ?? session.createdAt;
    const until = session.endedAt ?? at;
    const minutes = Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / 60_000));
    const lasted = minutes < 60 ? own.minutes(minutes) : own.hours(Math.trunc(minutes / 60), minutes % 60);
    return html`<section class="stack" aria-label="${own.total} ${currency}">
      <p class="report-total"><span class="quiet">${own.total}</span><strong>${money(total.given)}</strong></p>
      ${statsView([
        { label: own.orderCount, value: total.orders, note: own.units(total.units) },
        { label: own.averageGift, value: money(total.averageGift), note: own.perOrder },
        { label: own.lasted, value: lasted },
        ...(peak
          ? [{ label: own.peak(timeline.stepSeconds / 60), value: money(peak.given), note: hour(peak.at) }]
          : []),
        ...(['pledged', 'confirmed', 'paid'] as const)
          .filter((state) => compareDecimals(total[state], '0') > 0)
          .map((state) => ({ label: moneyWord(state), value: money(total[state]) })),
      ])}
      ${
        timeline.steps.length === 0
          ? nothing
          : html`<div class="card stack wide">
              <kc-report-chart
                kind="line"
                .heading=${own.grown}
                .currency=${currency}
                .steps=${timeline.steps}
                .stepSeconds=${timeline.stepSeconds}
                .from=${from}
                .until=${until}
              ></kc-report-chart>
              <kc-report-chart
                kind="bars"
                .heading=${own.timeline}
                .note=${own.timelineText(timeline.stepSeconds / 60)}
                .currency=${currency}
                .steps=${timeline.steps}
                .stepSeconds=${timeline.stepSeconds}
                .from=${from}
                .until=${until}
              ></kc-report-chart>
            </div>`
      }
    </section>`;
  }
}
