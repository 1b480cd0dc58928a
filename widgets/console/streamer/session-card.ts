import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../../money/format-money.js';
import type { PageContext } from '../area.js';
import { pageLanguage } from '../language.js';
import { timeView } from '../parts/time.js';
import type { Session } from './host-api.js';
import { words } from './words.js';

/** Sessions in the three groups of a list: the next one to come first, the last one that ended first. */
export function inGroups(sessions: readonly Session[]) {
  const when = ({ scheduledFor, createdAt }: Session) => scheduledFor ?? createdAt;
  const of = (status: Session['status']) => sessions.filter((session) => session.status === status);
  return {
    live: of('live'),
    upcoming: of('scheduled').sort((a, b) => (when(a) < when(b) ? -1 : 1)),
    past: of('ended').sort((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1)),
  };
}

/** One session with the one place to go to now. */
export function sessionCard(session: Session, pathOf: PageContext['pathOf'], mayEdit: boolean): TemplateResult {
  const own = words();
  const { id, title, status, streamer } = session;
  const at = session.endedAt ?? session.startedAt ?? session.scheduledFor;
  const to = (place: string, name: string, brand: boolean) =>
    html`<wa-button
      variant=${brand ? 'brand' : 'neutral'}
      appearance=${brand ? 'accent' : 'outlined'}
      href=${pathOf('sessions', id, place)}
      >${name}</wa-button
    >`;
  return html`<article class="card session-card">
    <div>
      <h3><a href=${pathOf('sessions', id)}>${title}</a></h3>
      <p class="quiet">${streamer} · ${at ? timeView(at) : own.noTime}</p>
    </div>
    ${
      session.given.length === 0
        ? nothing
        : html`<p class="session-given">
            ${session.given.map((money) => html`<strong>${formatMoney(money, pageLanguage())}</strong>`)}
          </p>`
    }
    <span class="pill ${status}">${status === 'live' ? html`<i class="dot"></i>` : nothing}${own.status[status]}</span>
    ${status === 'ended' ? to('report', own.toReport, false) : to('desk', own.toDesk, status === 'live' || mayEdit)}
  </article>`;
}
