import { giftsView } from './gifts-view.js';
import { goalView } from './goal-view.js';
import { dropView, totalView, unknownTotalView } from './total-view.js';
import { statusOf, totalsToShow, type SessionShown } from './session-shown.js';
import type { SeenGift } from '../feed/take-news.js';
import type { Piece, Screen } from './screen.js';

/** As many as can be read at a glance. */
export const GIFTS_ON_AIR = 3;

/** The card over the video. Its one badge tells the most important thing: first that it cannot hear, then the session. */
export function overlayView(screen: Screen, shown: SessionShown, gifts: readonly SeenGift[]): Piece {
  const { html, words, lang } = screen;
  const { snapshot } = shown.state;
  const totals = snapshot ? totalsToShow(snapshot) : [];
  const goal = snapshot?.goal;
  const badge = shown.link && shown.link !== 'live' ? shown.link : statusOf(shown);
  return html`<section class="overlay ${badge}" lang="${lang}">
    <header class="top">
      <h1 class="title">${shown.title}</h1>
      <span class="pill ${badge}"><i class="dot"></i>${words[badge]}</span>
    </header>
    <p class="label">${words.givenByThisLive}</p>
    ${snapshot ? '' : unknownTotalView(screen)}
    ${snapshot && totals.length === 0 ? html`<p class="total none">${words.nothingYet}</p>` : ''}
    ${totals.map(
      (total) =>
        html`<div class="currency">
          ${totalView(screen, shown.id, total)}
          ${goalView(screen, total.given, goal?.currency === total.currency ? goal : undefined)}
        </div>`,
    )}
    ${dropView(screen, shown.state)} ${giftsView(screen, gifts, snapshot?.projects ?? [], false)}
  </section>`;
}
