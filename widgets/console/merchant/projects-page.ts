import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { toast } from '../parts/toast.js';
import { chooseProject, chosenProject } from './first-steps.js';
import { MerchantPage } from './page.js';
import { projectCards } from './project-cards.js';
import { projectsToChoose, type Project } from './projects.js';

/** What one can give to. The chosen project stands first wherever a share is set. */
@customElement('kc-merchant-projects')
export class ProjectsPage extends MerchantPage {
  readonly #projects = new Loaded<Project[]>(this, () => projectsToChoose());

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.projects, text: words.projectsText })}
    ${this.#projects.show((projects) =>
      projects.length === 0
        ? emptyState({ icon: 'heart', title: words.noProjects, text: words.noProjectsText, rank: 2 })
        : html`<h2 class="unseen">${words.projects}</h2>
            ${projectCards(
              projects,
              ({ id, title }) => {
                chooseProject(this.merchant, id);
                this.requestUpdate();
                toast(words.projectChosen(title));
              },
              chosenProject(this.merchant),
            )}`,
    )}`;
  }
}
