import { fractionOf } from '../money/decimal.js';
import { formatMoney, formatPart, formatPercent } from '../money/format-money.js';
import type { ProjectTotal, Snapshot } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** The split by project: each bar is the project's part of all that was given in its currency. */
export function projectsView(screen: Screen, snapshot: Snapshot): Piece {
  const { html, each, words } = screen;
  if (snapshot.projects.length === 0) return html`<p class="quiet">${words.noProjects}</p>`;
  const givenIn = new Map(snapshot.totals.map((total) => [total.currency, total.given]));
  return html`<ul class="projects">
    ${each(
      snapshot.projects,
      (project) => `${project.projectId} ${project.currency}`,
      (project) => projectView(screen, project, givenIn.get(project.currency) ?? '0'),
    )}
  </ul>`;
}

function projectView({ html, lang, words }: Screen, project: ProjectTotal, whole: string): Piece {
  const { title, given, currency, goal } = project;
  const part = fractionOf(given, whole);
  return html`<li class="project">
    <p class="project-line">
      <span class="project-title">${title}</span>
      <span class="project-amount">${formatMoney({ amount: given, currency }, lang)}</span>
    </p>
    <div class="bar thin" aria-hidden="true"><div class="fill" style="--part:${part}"></div></div>
    <p class="project-note">
      <span>${formatPart(part, lang)}</span>
      ${
        goal
          ? html`<span
              >${words.ofGoal(formatPercent(fractionOf(given, goal.amount), lang), formatMoney(goal, lang))}</span
            >`
          : ''
      }
    </p>
  </li>`;
}
