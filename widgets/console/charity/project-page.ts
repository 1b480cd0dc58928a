import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { field } from '../parts/form/field.js';
import { filledIn, Form, sendButton, type Values } from '../parts/form/form.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { toast } from '../parts/toast.js';
import { goTo } from '../router.js';
import { charityApi, type Project } from './api.js';
import { CharityPage } from './page.js';

/** Makes a project, or changes one. */
@customElement('kc-charity-project')
export class CharityProject extends CharityPage {
  readonly #project = new Loaded<{ project: Project | undefined }>(this, async () => {
    const { projectId } = this.context.params;
    if (projectId === undefined) return { project: undefined };
    const [open, archived] = await Promise.all([
      charityApi.projects(this.charity),
      charityApi.projects(this.charity, true),
    ]);
    return { project: [...open, ...archived].find(({ id }) => id === projectId) };
  });
  readonly #form = new Form(this, (values) => this.#save(values), { once: true });

  protected override render(): TemplateResult {
    const { words, context } = this;
    const changes = context.params.projectId !== undefined;
    return html`${pageHead({
      title: changes ? words.editProject : words.newProject,
      text: changes ? words.staysOnceGiven : words.noProjectsText,
      back: { href: context.pathOf('projects'), title: words.projects },
    })}
    ${this.#project.show(({ project }) => this.#fields(project))}`;
  }

  #fields(project: Project | undefined): TemplateResult {
    const { words } = this;
    const form = this.#form;
    const disabled = !this.mayEdit;
    const money = { inputmode: 'decimal', disabled } as const;
    const { title, currency = 'CNY', goal, impact } = project ?? {};
    return html`<form class="form card" novalidate @submit=${form.submit}>
      ${form.notice()} ${disabled ? noticeView({ kind: 'info', text: words.viewersOnly }) : nothing}
      ${field(form, { name: 'title', label: words.projectTitle, hint: words.projectTitleHint, value: title, required: true, disabled })}
      <div class="pair">
        ${field(form, { name: 'currency', label: words.currency, value: currency, required: true, disabled: disabled || project !== undefined })}
        ${field(form, { name: 'goal', label: words.goal, hint: words.goalHint, value: goal?.amount, ...money })}
      </div>
      ${field(form, { name: 'impact.unit', label: words.impactUnit, hint: words.impactUnitHint, value: impact?.unit, disabled })}
      ${field(form, { name: 'impact.cost', label: words.impactCost, hint: words.impactCostHint, value: impact?.cost.amount, ...money })}
      ${disabled ? nothing : sendButton(form, words.save, project ? html`<a href="/projects/${project.id}">${words.publicPage}</a>` : nothing)}
    </form>`;
  }

  async #save(values: Values): Promise<void> {
    const given = filledIn(values);
    const project = this.#project.value?.project;
    const currency = project?.currency ?? given.currency?.toUpperCase() ?? '';
    const unit = given['impact.unit'];
    const cost = given['impact.cost'];
    const body = {
      title: given.title ?? '',
      ...(given.goal && { goal: { amount: given.goal, currency } }),
      // One without the other is told by the server, beside the field.
      ...((unit || cost) && { impact: { unit: unit ?? '', cost: { amount: cost ?? '', currency } } }),
    };
    if (project) await charityApi.changeProject(project.id, body);
    else await charityApi.makeProject({ charityId: this.charity, currency, ...body });
    toast(this.words.saved);
    goTo(this.context.pathOf('projects'));
  }
}
