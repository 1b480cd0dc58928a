import { charityWords } from '../text/charity/messages.js';
import { formatCountry } from '../text/format-country.js';
import type { ProjectFacts } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** Who the charities behind a session's projects are; what is not known of one is not mentioned. */
export function charitiesView(screen: Screen, projects: readonly ProjectFacts[]): Piece {
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
          html`<li class="card charity">
            ${charityView(screen, charity)}
            <p class="charity-projects">
              ${projects.filter((each) => each.charity.id === charity.id).map(({ id, title }) => projectLink(screen, id, title))}
            </p>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Who the charity behind the one project of a page is. */
export function charityCard(screen: Screen, { charity }: ProjectFacts): Piece {
  const { html, words } = screen;
  return html`<section class="card charity" aria-labelledby="charities">
    <h2 id="charities">${words.whoReceives}</h2>
    ${charityView(screen, charity)}
  </section>`;
}

function charityView({ html, lang, words }: Screen, charity: ProjectFacts['charity']): Piece {
  const { name, country, registrationNumber, verified, about, website, contact } = charity;
  const own = charityWords[lang];
  const story = lang === 'en' ? (about?.en ?? about?.zh) : (about?.zh ?? about?.en);
  const facts = [
    { what: words.country, is: country === undefined ? '' : formatCountry(country, lang) },
    { what: words.registrationNumber, is: registrationNumber ?? '' },
    { what: own.contact, is: contact ?? '' },
  ].filter(({ is }) => is !== '');
  return html`<h3>${name}</h3>
    ${
      verified
        ? html`<p class="verified"><strong>${own.verified}</strong> <span class="quiet">${own.verifiedMeans}</span></p>`
        : html`<p class="quiet">${own.notVerified}</p>`
    }
    ${story === undefined ? '' : html`<p class="charity-story">${story}</p>`}
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
      website !== undefined && /^https?:/.test(website)
        ? html`<p><a href="${website}" rel="noopener nofollow ugc">${own.website}: ${hostOf(website)}</a></p>`
        : ''
    }`;
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address);

/** To the public page of a project. */
export function projectLink({ html, query }: Screen, id: string, title: string): Piece {
  return html`<a href="/projects/${encodeURIComponent(id)}${query}">${title}</a>`;
}
