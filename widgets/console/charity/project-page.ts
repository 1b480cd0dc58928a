import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { FieldError } from '../../../plugin/client/kindcast-problem.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { toast } from '../parts/toast.js';
import { goTo } from '../router.js';
import { charityApi, type Project } from './api.js';
import { errorsOf, field, typed } from './fields.js';
import { CharityPage } from './page.js';

/** Makes a project, or changes one. */
@customElement('kc-charity-project')
export class CharityProject extends CharityPage {
  @state() private errors: readonly FieldError[] = [];
  @state() private trouble = '';
  @state() private busy = false;
  readonly #project = new Loaded<{ project: Project | undefined }>(this, async () => {
    const { projectId } = this.context.params;
    if (projectId === undefined) return { project: undefined };
    const [open, archived] = await Promise.all([
      charityApi.projects(this.charity),
      charityApi.projects(this.charity, true),
    ]);
    return { project: [...open, ...archived].find(({ id }) => id === projectId) };
  });

  protected override render(): TemplateResult {
    const { words, context } = this;
    const changes = context.params.projectId !== undefined;
    return html`${pageHead({
      title: changes ? words.editProject : words.newProject,
      text: changes ? words.staysOnceGiven : words.noProjectsText,
      back: { href: context.pathOf('projects'), title: words.projects },
    })}
    ${this.#project.show(({ project }) => this.#form(project))}`;
  }

  #form(project: Project | undefined): TemplateResult {
    const { words, errors } = this;
    const disabled = !this.mayEdit;
    return html`<form class="form card" @submit=${(event: SubmitEvent) => void this.#save(event, project)}>
      ${this.trouble ? noticeView({ kind: 'bad', text: this.trouble }) : nothing}
      ${disabled ? noticeView({ kind: 'info', text: words.viewersOnly }) : nothing}
      ${field({ name: 'title', label: words.projectTitle, hint: words.projectTitleHint, value: project?.title, required: true, disabled }, errors)}
      <div class="pair">
        ${field({ name: 'currency', label: words.currency, value: project?.currency ?? 'CNY', required: true, disabled: disabled || project !== undefined }, errors)}
        ${field({ name: 'goal', label: words.goal, hint: words.goalHint, value: project?.goal?.amount, money: true, disabled }, errors)}
      </div>
      <div class="pair">
        ${field({ name: 'impact.unit', label: words.impactUnit, hint: words.impactUnitHint, value: project?.impact?.unit, disabled }, errors)}
        ${field({ name: 'impact.cost', label: words.impactCost, hint: words.impactCostHint, value: project?.impact?.cost.amount, money: true, disabled }, errors)}
      </div>
      ${
        disabled
          ? nothing
          : html`<div class="row">
              <wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.save}</wa-button>
              ${project ? html`<a href="/projects/${project.id}">${words.publicPage}</a>` : nothing}
            </div>`
      }
    </form>`;
  }

  async #save(event: SubmitEvent, project: Project | undefined): Promise<void> {
    event.preventDefault();
    const form = typed(event.currentTarget as HTMLFormElement);
    const currency = project?.currency ?? form.currency?.toUpperCase() ?? '';
    const unit = form['impact.unit'];
    const cost = form['impact.cost'];
    const body = {
      title: form.title ?? '',
      ...(form.goal && { goal: { amount: form.goal, currency } }),
      // One without the other is told by the server, beside the field.
      ...((unit || cost) && { impact: { unit: unit ?? '', cost: { amount: cost ?? '', currency } } }),
    };
    this.busy = true;
    try {
      if (project) await charityApi.changeProject(project.id, body);
      else await charityApi.makeProject({ charityId: this.charity, currency, ...body });
      toast(this.words.saved);
      goTo(this.context.pathOf('projects'));
    } catch (error) {
      this.errors = errorsOf(error);
      this.trouble = refusalWords(error);
    } finally {
      this.busy = false;
    }
  }
}
