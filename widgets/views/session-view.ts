import { formatTime } from '../text/format-time.js';
import { statusOf, type SessionShown } from './session-shown.js';
import { noticeView, statusView } from './status-view.js';
import { topicView } from './topic-view.js';
import type { HistoryPoint, ProjectFacts } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** A session with all that its own page says of it. */
export interface SessionInFull extends SessionShown {
  projects: readonly ProjectFacts[];
  history: readonly HistoryPoint[];
}

/** The public page of one session. */
export function sessionView(screen: Screen, shown: SessionInFull): Piece {
  const { html, words } = screen;
  return html`
    ${noticeView(screen, shown)}
    <header class="page-head">
      ${statusView(screen, shown)}
      <h1>${shown.title}</h1>
      <p class="byline">${byline(screen, shown)}</p>
    </header>
    ${topicView(screen, {
      ...shown,
      heading: words.givenByThisLive,
      explained: `${words.givenExplained} ${asOf(screen, shown)}`,
      endedAt: statusOf(shown) === 'ended' ? shown.endedAt : undefined,
    })}
  `;
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
