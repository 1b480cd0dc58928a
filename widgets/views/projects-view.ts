import { fractionOf } from '../money/decimal.js';
import { formatPart, formatPercent } from '../money/format-money.js';
import { amountView } from './amount-view.js';
import { projectLink } from './charities-view.js';
import { impactView } from './impact-view.js';
import type { ProjectFacts, ProjectTotal, Snapshot } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** Before the first gift a page names no more of those that may receive some. */
const EXPECTED_MAX = 8;

/** The split by project: each bar is the project's part of all that was given in its currency. */
export function projectsView(screen: Screen, snapshot: Snapshot, facts: readonly ProjectFacts[] = []): Piece {
  const { html, each, words } = screen;
  const projects = snapshot.projects.length > 0 ? snapshot.projects : expected(facts);
  if (projects.length === 0) return html`<p class="quiet">${words.noProjects}</p>`;
  const givenIn = new Map(snapshot.totals.map((total) => [total.currency, total.given]));
  const factsOf = new Map(facts.map((project) => [project.id, project]));
  return html`<ul class="projects">
    ${each(
      projects,
      (project) => `${project.projectId} ${project.currency}`,
      (project) => projectView(screen, project, givenIn.get(project.currency) ?? '0', factsOf.get(project.projectId)),
    )}
  </ul>`;
}

/** Those that will receive something by the rules, and have received nothing yet. */
function expected(facts: readonly ProjectFacts[]): ProjectTotal[] {
  return facts
    .slice(0, EXPECTED_MAX)
    .map(({ id, title, currency }) => ({ projectId: id, title, currency, given: '0' }));
}

function projectView(screen: Screen, project: ProjectTotal, whole: string, facts: ProjectFacts | undefined): Piece {
  const { html, measure, lang, words } = screen;
  const { projectId, title, given, currency, goal } = project;
  const part = fractionOf(given, whole);
  return html`<li class="project">
    <div class="project-line">
      <span class="project-title">${projectLink(screen, projectId, title)}</span>
      <span class="project-amount">${amountView(screen, { amount: given, currency })}</span>
    </div>
    <div class="bar thin" aria-hidden="true"><div class="fill" data-part="${measure(part)}"></div></div>
    <div class="project-note">
      <span>${formatPart(part, lang)}</span>
      ${
        goal
          ? html`<span
              >${words.goal} ${amountView(screen, goal)} · ${formatPercent(fractionOf(given, goal.amount), lang)}</span
            >`
          : ''
      }
    </div>
    ${impactView(screen, { amount: given, currency }, facts)}
  </li>`;
}
