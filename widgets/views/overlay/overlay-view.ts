import { compareDecimals, fractionOf } from '../../money/decimal.js';
import { formatMoney, formatPercent } from '../../money/format-money.js';
import type { CurrencyTotal, Money } from '../../feed/wire.js';
import { statusOf, totalsToShow, type SessionShown } from '../session-shown.js';
import type { Piece, Screen } from '../screen.js';
import { dropView, totalView, unknownTotalView } from '../total-view.js';
import { alertsView } from './alert-view.js';
import { milestoneView } from './milestone-view.js';
import type { OverlayShown } from './overlay-shown.js';
import { qrView } from './qr-view.js';

/**
 * What stands over the video. One order of pieces for every layout; the sheet puts them where they belong. Its one badge
 * tells the most important thing: first that it cannot hear, then the session.
 */
export function overlayView(screen: Screen, shown: OverlayShown): Piece {
  const { html, words, lang } = screen;
  const { session, options, alerts, milestone, qr } = shown;
  const { snapshot } = session.state;
  const badge = badgeOf(session);
  const celebrates = milestone ? 'celebrates' : '';
  const happening = html`${milestoneView(screen, milestone, snapshot?.goal)}
  ${alertsView(screen, options.gifts ? alerts : tests(shown), snapshot?.projects ?? [])}`;
  const pill = html`<span class="pill ${badge}"><i class="dot"></i>${words[badge]}</span>`;
  if (options.layout === 'alert') {
    const said = milestone !== undefined || alerts.length > 0;
    return html`<section class="overlay ${badge} ${said ? '' : 'silent'} ${celebrates}" lang="${lang}">
      ${unheard.includes(badge) ? pill : ''} ${happening}
    </section>`;
  }
  return html`<section class="overlay ${badge} ${celebrates}" lang="${lang}">
    <header class="top">
      <h1 class="title">${session.title}</h1>
      ${pill}
    </header>
    <div class="sums">
      <p class="label">${words.givenByThisLive}</p>
      ${sumsView(screen, session)} ${dropView(screen, session.state)}
    </div>
    ${happening} ${qrView(screen, qr)}
  </section>`;
}

/** The overlay after its link was replaced: it says so, where an old total would look like a true one. */
export function overlayGoneView({ html, words, lang }: Screen): Piece {
  return html`<section class="overlay gone" lang="${lang}"><p>${words.overlayGone}</p></section>`;
}

const unheard = ['reconnecting', 'stale'];

const badgeOf = (session: SessionShown) => (session.link && session.link !== 'live' ? session.link : statusOf(session));

const tests = ({ alerts }: OverlayShown) => alerts.filter(({ kind }) => kind === 'test');

function sumsView(screen: Screen, session: SessionShown): Piece {
  const { html, words } = screen;
  const { snapshot } = session.state;
  if (!snapshot) return unknownTotalView(screen);
  const totals = totalsToShow(snapshot);
  if (totals.length === 0) return html`<p class="total none">${words.nothingYet}</p>`;
  return totals.map(
    (total) =>
      html`<div class="currency">
        ${totalView(screen, session.id, total)} ${goalView(screen, total, snapshot.goal)}
      </div>`,
  );
}

/** On a video nobody can tap: the whole goal stands there. */
function goalView(
  { html, measure, lang, words }: Screen,
  { given, currency }: CurrencyTotal,
  goal: Money | undefined,
): Piece {
  if (goal?.currency !== currency || compareDecimals(goal.amount, '0') <= 0) return '';
  const fraction = fractionOf(given, goal.amount);
  const reached = compareDecimals(given, goal.amount) >= 0;
  const percent = formatPercent(fraction, lang);
  const amount = formatMoney(goal, lang);
  return html`<div class="goal ${reached ? 'reached' : ''}">
    <div class="bar" role="img" aria-label="${words.ofGoal(percent, amount)}">
      <div class="fill" data-part="${measure(fraction)}"></div>
    </div>
    <p class="goal-text" aria-hidden="true">
      <span class="percent">${percent}</span>
      <span>${reached ? words.goalReached : words.goal} ${amount}</span>
    </p>
  </div>`;
}
