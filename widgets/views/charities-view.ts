import { formatCountry } from '../text/format-country.js';
import type { ProjectFacts } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** Who the charities behind the projects are; what is not known of one is not mentioned. */
export function charitiesView(screen: Screen, projects: readonly ProjectFacts[], linked: boolean): Piece {
  const { html, words } = screen;
  if (projects.length === 0) return '';
  const charities = [...new Map(projects.map(({ charity }) => [charity.id, charity])).values()];
  return html`<section class="charities" aria-labelledby="charities">
    <h2 id="charities">${words.whoReceives}</h2>
    <ul>
      ${screen.each(
        charities,
        ({ id }) => id,
        (charity) =>
          charityView(screen, charity, linked ? projects.filter((each) => each.charity.id === charity.id) : []),
      )}
    </ul>
  </section>`;
}

function charityView(screen: Screen, charity: ProjectFacts['charity'], projects: readonly ProjectFacts[]): Piece {
  const { html, lang, words } = screen;
  const { name, country, registrationNumber } = charity;
  const facts = [
    { what: words.country, is: country === undefined ? '' : formatCountry(country, lang) },
    { what: words.registrationNumber, is: registrationNumber ?? '' },
  ].filter(({ is }) => is !== '');
  return html`<li class="card charity">
    <h3>${name}</h3>
    ${
      facts.length === 0
        ? ''
        : html`<dl>
            ${facts.map(
              ({ what, is }) =>
                html`<div>
                  <dt>${what}</dt>
                  <dd>${is}</dd>
                </div>`,
            )}
          </dl>`
    }
    ${
      projects.length === 0
        ? ''
        : html`<p class="charity-projects">
            ${projects.map((project) => projectLink(screen, project.id, project.title))}
          </p>`
    }
  </li>`;
}

/** To the public page of a project. */
export function projectLink({ html, query }: Screen, id: string, title: string): Piece {
  return html`<a href="/projects/${encodeURIComponent(id)}${query}">${title}</a>`;
}
