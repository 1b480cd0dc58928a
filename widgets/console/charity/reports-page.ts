import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { FieldError } from '../../../plugin/client/kindcast-problem.js';
import { pageLanguage } from '../language.js';
import { confirmed } from '../parts/confirm.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { toast } from '../parts/toast.js';
import { charityApi, type ReportDue } from './api.js';
import { errorsOf, field, typed } from './fields.js';
import { CharityPage, dayOf } from './page.js';

/** Which reports are due, and where they are written. */
@customElement('kc-charity-reports')
export class CharityReports extends CharityPage {
  @state() private writing: string | undefined;
  @state() private errors: readonly FieldError[] = [];
  @state() private trouble = '';
  readonly #due = new Loaded(this, () => charityApi.reportsDue(this.charity));

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.reports, text: words.reportsText })}
    ${this.#due.show((due) =>
      due.length === 0
        ? emptyState({ icon: 'report', title: words.noReportsDue, text: words.noReportsDueText, rank: 2 })
        : html`<div class="stack wide">
            <p class="quiet">${words.everyMonths(due[0]!.everyMonths.toLocaleString(pageLanguage()))}</p>
            <section class="card">
              <ul class="rows">
                ${due.map((each) => this.#row(each))}
              </ul>
            </section>
            ${due.filter(({ projectId }) => projectId === this.writing).map((each) => this.#form(each))}
          </div>`,
    )}`;
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

  #form(due: ReportDue): TemplateResult {
    const { words, errors } = this;
    const today = new Date().toISOString().slice(0, 10);
    return html`<form class="form card" @submit=${(event: SubmitEvent) => void this.#publish(event, due)}>
      <h2>${due.title}</h2>
      ${this.trouble ? noticeView({ kind: 'bad', text: this.trouble }) : nothing}
      ${field({ name: 'title', label: words.reportTitle, required: true }, errors)}
      <div class="pair">
        ${field({ name: 'period.from', label: words.periodFrom, type: 'date', value: due.lastPublishedAt?.slice(0, 10), required: true }, errors)}
        ${field({ name: 'period.until', label: words.periodUntil, type: 'date', value: today, required: true }, errors)}
      </div>
      ${field({ name: 'body', label: words.reportBody, hint: words.reportBodyHint, lines: 10, required: true }, errors)}
      <div class="row"><wa-button type="submit" variant="brand">${words.publish}</wa-button></div>
    </form>`;
  }

  async #publish(event: SubmitEvent, due: ReportDue): Promise<void> {
    event.preventDefault();
    const { words } = this;
    const form = typed(event.currentTarget as HTMLFormElement);
    if (!(await confirmed({ title: words.publishAsk, text: words.publishText, yes: words.publish }))) return;
    try {
      await charityApi.publish(due.projectId, {
        title: form.title ?? '',
        body: form.body ?? '',
        period: { from: form['period.from'] ?? '', until: form['period.until'] ?? '' },
      });
      this.writing = undefined;
      this.errors = [];
      this.trouble = '';
      toast(words.published);
      await this.#due.again();
    } catch (error) {
      this.errors = errorsOf(error);
      this.trouble = refusalWords(error);
    }
  }
}
