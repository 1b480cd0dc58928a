import { demoRoles, demoWords } from '../../widgets/text/demo/messages.js';
import { galleryWords } from '../../widgets/text/gallery/messages.js';
import { TOPICS_PER_SOCKET } from '../../widgets/feed/wire.js';
import { sessionsView } from '../../widgets/views/start-view.js';
import type { Screen } from '../../widgets/views/screen.js';
import { embedJson, html, type Html } from './html.js';
import type { PagesNeed, SessionForPage } from './page-data.js';
import { pageFrame } from './page-frame.js';
import { shownByServer } from './server-screen.js';

/** The door of an installation: what is on, what Kindcast is, and where the machines' own pages are. */
export function startPage(screen: Screen, sessions: readonly SessionForPage[], need: PagesNeed): string {
  const { words } = screen;
  const listed = sessions.slice(0, TOPICS_PER_SOCKET);
  return pageFrame(screen, {
    title: words.pitch,
    description: words.whatItIs.join(' '),
    name: 'start-page',
    script: true,
    address: `${need.publicUrl}/`,
    main: html`<section class="pitch">
        <h1>${words.pitch}</h1>
        <div>${words.whatItIs.map((text) => html`<p>${text}</p>`)}</div>
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">${words.sessions}</h2>
        <div id="live">
          ${sessionsView(
            screen,
            listed.map((session) => shownByServer(session, screen.now)),
          )}
        </div>
      </section>
      ${need.demo ? demoDoors(screen) : ''} ${audiences(screen)} ${forDevelopers(screen, need.docsUrl)}`,
    data: embedJson('page-data', listed),
  });
}

/** Plain forms: they work without a script, and a browser says of them that they come from this page. */
function demoDoors({ lang }: Screen): Html {
  const words = demoWords[lang];
  return html`<section aria-labelledby="demo">
    <h2 id="demo">${words.title}</h2>
    <p class="demo-lead">${words.lead}</p>
    <ul class="demo">
      ${demoRoles.map(
        (role) =>
          html`<li>
            <form method="post" action="/demo/sign-in/${role}?lang=${lang}">
              <button type="submit">
                <strong>${words.roles[role].title}</strong><span>${words.roles[role].text}</span>
              </button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}

function audiences({ words }: Screen): Html {
  return html`<section aria-labelledby="audiences">
    <h2 id="audiences">${words.forWhom}</h2>
    <ul class="audiences">
      ${words.audiences.map(
        ({ title, text }) =>
          html`<li>
            <h3>${title}</h3>
            <p>${text}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

function forDevelopers({ words, lang }: Screen, docsUrl: string | undefined): Html {
  const links = [
    { href: '/widgets', title: galleryWords[lang].title },
    { href: '/docs', title: words.openapi },
    { href: '/healthz', title: words.healthz },
    { href: '/readyz', title: words.readyz },
    { href: '/metrics', title: words.metrics },
    ...(docsUrl === undefined ? [] : [{ href: docsUrl, title: words.docs }]),
  ];
  return html`<section aria-labelledby="developers">
    <h2 id="developers">${words.forDevelopers}</h2>
    <ul class="endpoints">
      ${links.map(
        ({ href, title }) =>
          html`<li>
            <a href="${href}"><code>${href.replace(/^https?:\/\//, '')}</code><span>${title}</span></a>
          </li>`,
      )}
    </ul>
  </section>`;
}
