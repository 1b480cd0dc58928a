import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { confirmed } from '../parts/confirm.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { moneyView } from '../parts/money.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { moneyColumn, textColumn, timeColumn } from '../parts/table/columns.js';
import { exportBar } from '../parts/table/export-button.js';
import { toast } from '../parts/toast.js';
import { charityApi, type Project } from './api.js';
import { CharityPage } from './page.js';

/** A charity's projects, those in the archive below. */
@customElement('kc-charity-projects')
export class CharityProjects extends CharityPage {
  readonly #projects = new Loaded(this, async () => {
    const [open, archived] = await Promise.all([
      charityApi.projects(this.charity),
      charityApi.projects(this.charity, true),
    ]);
    return { open, archived };
  });

  protected override render(): TemplateResult {
    const { words, context } = this;
    const make = this.mayEdit
      ? html`<wa-button variant="brand" href=${context.pathOf('projects', 'new')}>${words.newProject}</wa-button>`
      : nothing;
    return html`${pageHead({ title: words.projects, text: words.projectsText, actions: make })}
    ${this.#projects.show(
      ({ open, archived }) =>
        html`<div class="stack wide">
          ${open.length + archived.length === 0 ? nothing : this.#export([...open, ...archived])}
          ${
            open.length === 0
              ? emptyState({ icon: 'heart', title: words.noProjects, text: words.noProjectsText, rank: 2 })
              : html`<section class="card">
                  <ul class="rows">
                    ${open.map((each) => this.#row(each))}
                  </ul>
                </section>`
          }
          ${
            archived.length === 0
              ? nothing
              : html`<section class="card">
                  <h2>${words.archived}</h2>
                  <ul class="rows">
                    ${archived.map((each) => this.#row(each))}
                  </ul>
                </section>`
          }
        </div>`,
    )}`;
  }

  #export(projects: readonly Project[]): TemplateResult {
    const { words } = this;
    const columns = [
      textColumn<Project>('title', words.projectTitle, ({ title }) => title),
      moneyColumn<Project>('goal', words.goal, ({ goal }) => goal),
      timeColumn<Project>('archived', words.archived, ({ archivedAt }) => archivedAt),
    ];
    return exportBar('projects', columns, projects);
  }

  #row(project: Project): TemplateResult {
    const { words, context } = this;
    const change = project.archivedAt
      ? html`<wa-button appearance="outlined" @click=${() => void this.#restore(project)}>${words.restore}</wa-button>`
      : html`<wa-button appearance="plain" @click=${() => void this.#archive(project)}>${words.archive}</wa-button>`;
    return html`<li>
      <div class="what">
        <a href=${context.pathOf('projects', project.id)}>${project.title}</a>
        <small>${project.goal ? html`${words.goal}: ${moneyView(project.goal)}` : project.currency}</small>
      </div>
      <div class="row">
        <a href="/projects/${project.id}">${words.publicPage}</a>
        ${this.mayEdit ? change : nothing}
      </div>
    </li>`;
  }

  async #archive(project: Project): Promise<void> {
    const { words } = this;
    if (!(await confirmed({ title: words.archiveAsk, text: words.archiveText, yes: words.archive }))) return;
    await this.#do(
      () => charityApi.archive(project.id),
      words.archivedSaid,
      () => void this.#restore(project),
    );
  }

  async #restore(project: Project): Promise<void> {
    await this.#do(() => charityApi.restore(project.id), this.words.saved);
  }

  async #do(work: () => Promise<unknown>, said: string, undo?: () => void): Promise<void> {
    try {
      await work();
      toast(said, undo ? { undo } : {});
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
    await this.#projects.again();
  }
}
