import { amountView } from './amount-view.js';
import { charitiesView, charityCard } from './charities-view.js';
import { chartView } from './chart-view.js';
import { fallView } from './fall-view.js';
import { giftsView } from './gifts-view.js';
import { goalView } from './goal-view.js';
import { impactView } from './impact-view.js';
import { projectsView } from './projects-view.js';
import { totalsToShow } from './session-shown.js';
import { stagesView } from './stages-view.js';
import { countsView, totalView, unknownTotalView } from './total-view.js';
import type { Link } from '../feed/link-state.js';
import type { TopicState } from '../feed/take-news.js';
import type { CurrencyTotal, HistoryPoint, ProjectFacts } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

const GIFTS_SHOWN = 8;

/** What the pages of sessions and of projects have in common. */
export interface TopicShown {
  id: string;
  state: TopicState;
  link?: Link | undefined;
  projects: readonly ProjectFacts[];
  history: readonly HistoryPoint[];
  /** Above the total. */
  heading: string;
  /** Below it. */
  explained: string;
  /** The live hours, where there are any. */
  startedAt?: string | undefined;
  endedAt?: string | undefined;
  /** The page is about this project alone, and has no split to show. */
  project?: ProjectFacts | undefined;
}

/** The total first, then how it came about, what it is made of, and who receives it. */
export function topicView(screen: Screen, shown: TopicShown): Piece {
  const { html, words } = screen;
  const { snapshot, gifts } = shown.state;
  const totals = snapshot ? totalsToShow(snapshot, shown.projects) : [];
  return html`
    <section class="hero ${shown.link === 'stale' ? 'old' : ''}" aria-labelledby="given">
      <h2 id="given">${shown.heading}</h2>
      ${snapshot ? totals.map((total) => currencyView(screen, shown, total)) : unknownTotalView(screen)}
      ${snapshot && totals.length === 0 ? html`<p class="total none">${words.nothingYet}</p>` : ''}
      ${fallView(screen, shown.state)}
      <p class="quiet">${shown.explained}</p>
    </section>
    <section class="card" aria-labelledby="chart">
      <h2 id="chart">${words.chart}</h2>
      ${totals[0] ? pastView(screen, shown, totals[0]) : html`<p class="quiet">${words.chartNotYet}</p>`}
    </section>
    <div class="columns">
      <div>
        <section class="card" aria-labelledby="stages">
          <h2 id="stages">${words.stages}</h2>
          ${totals.map((total) => stagesView(screen, total))}
        </section>
        ${shown.project ? charityCard(screen, shown.project) : splitView(screen, shown)}
      </div>
      <section class="card" aria-labelledby="gifts">
        <h2 id="gifts">${words.gifts}</h2>
        ${gifts.length === 0 ? html`<p class="quiet">${words.noGifts}</p>` : ''}
        ${giftsView(screen, gifts.slice(0, GIFTS_SHOWN), shown.project ? [] : (snapshot?.projects ?? []))}
        <p class="quiet">${words.noPersonalData}</p>
      </section>
    </div>
    ${shown.project ? '' : charitiesView(screen, shown.projects)}
  `;
}

function currencyView(screen: Screen, shown: TopicShown, total: CurrencyTotal): Piece {
  const goal = shown.state.snapshot?.goal;
  const given = { amount: total.given, currency: total.currency };
  return screen.html`<div class="currency">
    ${totalView(screen, shown.id, total)}
    ${impactView(screen, given, shown.project)}
    ${goalView(screen, total.given, goal?.currency === total.currency ? goal : undefined, (money) => amountView(screen, money))}
    ${countsView(screen, total)}
  </div>`;
}

/** The chart of the first currency; further ones are rare, and one drawing cannot hold two. */
function pastView(screen: Screen, shown: TopicShown, { currency }: CurrencyTotal): Piece {
  const goal = shown.state.snapshot?.goal;
  return chartView(screen, {
    points: shown.history,
    currency,
    from: shown.startedAt,
    until: shown.endedAt,
    now: screen.now,
    goal: goal?.currency === currency ? goal.amount : undefined,
  });
}

function splitView(screen: Screen, { state, projects }: TopicShown): Piece {
  const { html, words } = screen;
  return html`<section class="card" aria-labelledby="projects">
    <h2 id="projects">${words.projects}</h2>
    ${state.snapshot ? projectsView(screen, state.snapshot, projects) : ''}
  </section>`;
}
