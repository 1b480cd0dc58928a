import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { pageLanguage } from '../language.js';
import { confirmed } from '../parts/confirm.js';
import { emptyState } from '../parts/empty-state.js';
import { field } from '../parts/form/field.js';
import { filledIn, Form, sendButton, type Values } from '../parts/form/form.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { textColumn, timeColumn } from '../parts/table/columns.js';
import { columnTitles, exportBar } from '../parts/table/export-button.js';
import { toast } from '../parts/toast.js';
import { charityApi, type ReportDue } from './api.js';
import { CharityPage, dayOf } from './page.js';

/** Which reports are due, and where they are written. */
@customElement('kc-charity-reports')
export class CharityReports extends CharityPage {
  @state() private writing: string | undefined;
  readonly #due = new Loaded(this, () => charityApi.reportsDue(this.charity));
  readonly #form = new Form(this, (values) => this.#publish(values));

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.reports, text: words.reportsText })}
    ${this.#due.show((due) =>
      due.length === 0
        ? emptyState({ icon: 'report', title: words.noReportsDue, text: words.noReportsDueText, rank: 2 })
        : html`<div class="stack wide">
            <p class="quiet">${words.everyMonths(due[0]!.everyMonths.toLocaleString(pageLanguage()))}</p>
            ${this.#export(due)}
            <section class="card">
              <ul class="rows">
                ${due.map((each) => this.#row(each))}
              </ul>
            </section>
            ${due.filter(({ projectId }) => projectId === this.writing).map((each) => keyed(each.projectId, this.#fields(each)))}
          </div>`,
    )}`;
  }

  #export(due: readonly ReportDue[]): TemplateResult {
    const { words } = this;
    const titles = columnTitles();
    const columns = [
      textColumn<ReportDue>('project', words.projectTitle, ({ title }) => title),
      timeColumn<ReportDue>('due', titles.due, ({ dueAt }) => dueAt),
      timeColumn<ReportDue>('last', titles.lastReport, ({ lastPublishedAt }) => lastPublishedAt),
    ];
    return exportBar('reports', columns, due);
  }

  #row(due: ReportDue): TemplateResult {
    const { words } = this;
    const when = !due.dueAt
      ? words.nothingDue
      : due.overdue
        ? words.dueSince(dayOf(due.dueAt))
        : words.dueOn(dayOf(due.dueAt));
    const write = () => {
      this.writing = due.projectId;
      this.#form.begin();
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('form wa-input')?.focus());
    };
    return html`<li>
      <div class="what">${due.title}<small>${when}</small></div>
      ${
        this.mayEdit
          ? html`<wa-button
              appearance=${due.overdue ? 'accent' : 'outlined'}
              variant=${due.overdue ? 'brand' : 'neutral'}
              @click=${write}
            >
              ${words.writeReport}
            </wa-button>`
          : nothing
      }
    </li>`;
  }

  #fields(due: ReportDue): TemplateResult {
    const { words } = this;
    const form = this.#form;
    const today = new Date().toISOString().slice(0, 10);
    const lastDay = due.lastPublishedAt?.slice(0, 10);
    return html`<form class="form card" novalidate @submit=${form.submit}>
      <h2>${due.title}</h2>
      ${form.notice()} ${field(form, { name: 'title', label: words.reportTitle, required: true })}
      <div class="pair">
        ${field(form, { name: 'period.from', label: words.periodFrom, type: 'date', value: lastDay, required: true })}
        ${field(form, { name: 'period.until', label: words.periodUntil, type: 'date', value: today, required: true })}
      </div>
      ${field(form, { name: 'body', label: words.reportBody, hint: words.reportBodyHint, rows: 10, required: true })}
      ${sendButton(form, words.publish)}
    </form>`;
  }

  async #publish(values: Values): Promise<void> {
    const { words, writing } = this;
    const given = filledIn(values);
    const question = { title: words.publishAsk, text: words.publishText, yes: words.publish };
    if (writing === undefined || !(await confirmed(question))) return;
    await charityApi.publish(writing, {
      title: given.title ?? '',
      body: given.body ?? '',
      period: { from: given['period.from'] ?? '', until: given['period.until'] ?? '' },
    });
    this.writing = undefined;
    toast(words.published);
    await this.#due.again();
  }
}
