import { formatTime } from '../text/format-time.js';
import { noticeView } from './status-view.js';
import { reportsView } from './reports-view.js';
import { topicView } from './topic-view.js';
import type { Link } from '../feed/link-state.js';
import type { TopicState } from '../feed/take-news.js';
import type { HistoryPoint, ProjectFacts, ProjectReport } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** A project as a view shows it. `link` is absent on the server: nothing is claimed about a connection. */
export interface ProjectShown extends ProjectFacts {
  state: TopicState;
  link?: Link | undefined;
  history: readonly HistoryPoint[];
  reports?: readonly ProjectReport[] | undefined;
}

/** The public page of one project. */
export function projectView(screen: Screen, shown: ProjectShown): Piece {
  const { html, words, lang, timeZone } = screen;
  const { snapshot } = shown.state;
  const asOf = snapshot && shown.link === undefined ? words.asOf(formatTime(snapshot.at, lang, timeZone)) : '';
  return html`
    ${noticeView(screen, shown)}
    <header class="page-head">
      <h1>${shown.title}</h1>
      <p class="byline"><span>${words.ofCharity(shown.charity.name)}</span></p>
    </header>
    ${topicView(screen, {
      ...shown,
      projects: [shown],
      project: shown,
      heading: words.givenToProject,
      explained: `${words.projectExplained} ${asOf}`,
    })}
    ${reportsView(screen, shown.reports ?? [])}
  `;
}
