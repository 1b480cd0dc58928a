import { formatTime } from '../text/format-time.js';
import { giftsView } from './gifts-view.js';
import { goalView } from './goal-view.js';
import { projectsView } from './projects-view.js';
import { stagesView } from './stages-view.js';
import { noticeView, statusView } from './status-view.js';
import { countsView, dropView, totalView, unknownTotalView } from './total-view.js';
import { statusOf, totalsToShow, type SessionShown } from './session-shown.js';
import type { CurrencyTotal } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

const GIFTS_SHOWN = 8;

/** The public page of one session: the total first, then what it is made of. */
export function sessionView(screen: Screen, shown: SessionShown): Piece {
  const { html, words } = screen;
  const { snapshot, gifts } = shown.state;
  const totals = snapshot ? totalsToShow(snapshot) : [];
  return html`
    ${noticeView(screen, shown)}
    <header class="session-head">
      ${statusView(screen, shown)}
      <h1>${shown.title}</h1>
      <p class="byline">${byline(screen, shown)}</p>
    </header>
    <section class="hero ${shown.link === 'stale' ? 'old' : ''}" aria-labelledby="given">
      <h2 id="given">${words.givenByThisLive}</h2>
      ${snapshot ? totals.map((total) => currencyView(screen, shown, total)) : unknownTotalView(screen)}
      ${snapshot && totals.length === 0 ? html`<p class="total none">${words.nothingYet}</p>` : ''}
      ${dropView(screen, shown.state)}
      <p class="quiet">${words.givenExplained} ${asOf(screen, shown)}</p>
    </section>
    <div class="columns">
      <div>
        <section class="card" aria-labelledby="stages">
          <h2 id="stages">${words.stages}</h2>
          ${totals.map((total) => stagesView(screen, total))}
        </section>
        <section class="card" aria-labelledby="projects">
          <h2 id="projects">${words.projects}</h2>
          ${snapshot ? projectsView(screen, snapshot) : ''}
        </section>
      </div>
      <section class="card" aria-labelledby="gifts">
        <h2 id="gifts">${words.gifts}</h2>
        ${gifts.length === 0 ? html`<p class="quiet">${words.noGifts}</p>` : ''}
        ${giftsView(screen, gifts.slice(0, GIFTS_SHOWN), snapshot?.projects ?? [])}
        <p class="quiet">${words.noPersonalData}</p>
      </section>
    </div>
  `;
}

function currencyView(screen: Screen, shown: SessionShown, total: CurrencyTotal): Piece {
  const goal = shown.state.snapshot?.goal;
  return screen.html`<div class="currency">
    ${totalView(screen, shown.id, total)}
    ${goalView(screen, total.given, goal?.currency === total.currency ? goal : undefined)}
    ${countsView(screen, total)}
  </div>`;
}

function byline({ html, words, lang, timeZone }: Screen, shown: SessionShown): Piece {
  const time = (iso: string) => formatTime(iso, lang, timeZone);
  return html`<span>${words.hostedBy(shown.streamer)}</span>
    ${shown.startedAt ? html`<span>${words.startedAt(time(shown.startedAt))}</span>` : ''}
    ${shown.endedAt ? html`<span>${words.endedAt(time(shown.endedAt))}</span>` : ''}`;
}

/** What to expect of the number: an ended session still changes, and without a script it stands still. */
function asOf({ words, lang, timeZone }: Screen, shown: SessionShown): string {
  const status = statusOf(shown);
  if (status === 'ended') return words.endedNote;
  if (status === 'scheduled') return words.scheduledNote;
  const { snapshot } = shown.state;
  return snapshot && shown.link === undefined ? words.asOf(formatTime(snapshot.at, lang, timeZone)) : '';
}
