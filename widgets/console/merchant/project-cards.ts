import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../../money/format-money.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import sheet from './look/project-cards.css?text';
import type { Project } from './projects.js';
import { merchantWords } from './page.js';

adoptSheet(sheet);

/** Projects as cards to choose one from: what for, whose, how much is wanted, what an amount does. */
export function projectCards(
  projects: readonly Project[],
  onChoose: (project: Project) => void,
  chosen?: string,
): TemplateResult {
  const words = merchantWords();
  return html`<ul class="project-cards">
    ${projects.map(
      (project) =>
        html`<li class="card ${project.id === chosen ? 'chosen' : ''}">
          ${projectFacts(project)}
          <wa-button appearance=${project.id === chosen ? 'filled' : 'outlined'} @click=${() => onChoose(project)}
            >${project.id === chosen ? words.isChosen : words.chooseThis}<span class="unseen">
              ${project.title}</span
            ></wa-button
          >
        </li>`,
    )}
  </ul>`;
}

function projectFacts(project: Project): TemplateResult {
  const words = merchantWords();
  const lang = pageLanguage();
  const { charity } = project;
  return html`<h3>${project.title}</h3>
    ${
      charity
        ? html`<p class="charity">
            ${charity.name}
            ${charity.verified ? html`<span class="tag good"><wa-icon name="check"></wa-icon>${words.verified}</span>` : html`<span class="tag waiting">${words.unverified}</span>`}
          </p>`
        : nothing
    }
    ${project.impact ? html`<p>${words.impact(formatMoney(project.impact.cost, lang), project.impact.unit)}</p>` : nothing}
    ${project.goal ? html`<p class="quiet">${words.goal} <span class="money">${formatMoney(project.goal, lang)}</span></p>` : nothing}
    <p>
      <a href=${`/projects/${project.id}`} target="_blank" rel="noopener"
        >${words.publicPage}<wa-icon name="external"></wa-icon
      ></a>
    </p>`;
}
