import { amountView } from './amount-view.js';
import { overlayMessages } from '../text/overlay/messages.js';
import { goalView } from './goal-view.js';
import { noticeView, statusView } from './status-view.js';
import { countsView, totalView, unknownTotalView } from './total-view.js';
import { statusOf, totalsToShow, type SessionShown } from './session-shown.js';
import type { Piece, Screen } from './screen.js';

/** The sessions of the start page: what is live stands first. */
export function sessionsView(screen: Screen, sessions: readonly SessionShown[]): Piece {
  const { html, each, words } = screen;
  const order = { live: 0, scheduled: 1, ended: 2 };
  const sorted = sessions.toSorted((a, b) => order[statusOf(a)] - order[statusOf(b)]);
  const worst = sorted.find(({ link }) => link === 'stale') ?? sorted.find(({ link }) => link !== 'live') ?? sorted[0];
  return html`
    ${worst ? noticeView(screen, worst) : html`<p class="quiet">${words.noSessions}</p>`}
    <ul class="sessions">
      ${each(
        sorted,
        (shown) => shown.id,
        (shown) => sessionCard(screen, shown),
      )}
    </ul>
  `;
}

function sessionCard(screen: Screen, shown: SessionShown): Piece {
  const { html, lang, words, query } = screen;
  const { snapshot } = shown.state;
  const totals = snapshot ? totalsToShow(snapshot) : [];
  const goal = snapshot?.goal;
  return html`<li class="card session ${statusOf(shown)} ${shown.link === 'stale' ? 'old' : ''}">
    ${statusView(screen, shown)}
    <h3>${shown.title}</h3>
    <p class="byline"><span>${words.hostedBy(shown.streamer)}</span></p>
    ${snapshot ? '' : unknownTotalView(screen)}
    ${snapshot && totals.length === 0 ? html`<p class="total none">${words.nothingYet}</p>` : ''}
    ${totals.map(
      (total) =>
        html`<div class="currency">
          ${totalView(screen, shown.id, total)}
          ${goalView(screen, total.given, goal?.currency === total.currency ? goal : undefined, (money) =>
            amountView(screen, money),
          )}
          ${countsView(screen, total)}
        </div>`,
    )}
    <p class="links">
      <a
        class="button"
        href="/sessions/${encodeURIComponent(shown.id)}${query}"
        aria-label="${words.seeTotals(shown.title)}"
        >${words.openSession}</a
      >
      ${
        shown.overlayUrl
          ? html`<a href="${shown.overlayUrl}" aria-label="${words.seeOverlay(shown.title)}">${words.openOverlay}</a>
              <a href="${`${shown.overlayUrl}/studio${query}`}">${overlayMessages[lang].openStudio}</a>`
          : ''
      }
    </p>
  </li>`;
}
