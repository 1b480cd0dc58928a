import { formatMoney } from '../../widgets/money/format-money.js';
import { totalsToShow } from '../../widgets/views/session-shown.js';
import { sessionView } from '../../widgets/views/session-view.js';
import type { Screen } from '../../widgets/views/screen.js';
import { embedJson, html } from './html.js';
import type { SessionForPage } from './page-data.js';
import { pageFrame } from './page-frame.js';
import { embedded, shownByServer } from './server-screen.js';

/** The public page of one session, complete without any script. */
export function sessionPage(screen: Screen, session: SessionForPage, publicUrl: string): string {
  const { words, lang } = screen;
  const given = totalsToShow(session.snapshot)
    .map((total) => formatMoney({ amount: total.given, currency: total.currency }, lang))
    .join(' + ');
  return pageFrame(screen, {
    title: session.title,
    description: `${words.givenByThisLive} ${given === '' ? words.nothingYet : given}. ${words.givenExplained}`,
    name: 'session-page',
    script: true,
    address: `${publicUrl}/sessions/${encodeURIComponent(session.id)}`,
    main: html`<div id="live">${sessionView(screen, shownByServer(session, screen.now))}</div>
      <section class="how" aria-labelledby="how">
        <h2 id="how">${words.how}</h2>
        <ol>
          ${words.howSteps.map(
            ({ title, text }) =>
              html`<li>
                <h3>${title}</h3>
                <p>${text}</p>
              </li>`,
          )}
        </ol>
      </section>`,
    data: embedJson('page-data', embedded(session)),
  });
}
