import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PageContext } from '../area.js';
import { LightElement } from '../light-element.js';
import { mayAs } from '../me.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { textColumn, timeColumn } from '../parts/table/columns.js';
import { columnTitles, exportBar } from '../parts/table/export-button.js';
import { hostApi, type Session } from './host-api.js';
import { inGroups, sessionCard } from './session-card.js';
import { words } from './words.js';

/** All lives of a host: those to come, those that are live, those that are over. */
@customElement('kc-sessions-page')
export class SessionsPage extends LightElement {
  @property({ attribute: false }) context!: PageContext;
  readonly #sessions = new Loaded(this, () => hostApi.sessions(this.context.organisation!.id));

  /** What a session has given is in its report, per currency. */
  #export(sessions: readonly Session[]): TemplateResult {
    const own = words();
    const titles = columnTitles();
    const columns = [
      textColumn<Session>('title', own.title, ({ title }) => title),
      textColumn<Session>('streamer', own.streamer, ({ streamer }) => streamer),
      textColumn<Session>('status', titles.state, ({ status }) => own.status[status]),
      timeColumn<Session>('scheduled', own.when, ({ scheduledFor }) => scheduledFor),
      timeColumn<Session>('started', titles.started, ({ startedAt }) => startedAt),
      timeColumn<Session>('ended', titles.ended, ({ endedAt }) => endedAt),
    ];
    return exportBar('sessions', columns, sessions);
  }

  protected override render(): TemplateResult {
    const own = words();
    const { pathOf, organisation } = this.context;
    const mayEdit = mayAs(organisation!.role, 'editor');
    const toNew = mayEdit
      ? html`<wa-button variant="brand" href=${pathOf('sessions', 'new')}>
          <wa-icon slot="start" name="plus"></wa-icon>${own.newSession}
        </wa-button>`
      : nothing;
    return html`${this.#sessions.show(({ items }) => {
      if (items.length === 0)
        return emptyState({ icon: 'video', title: own.noSessions, text: own.noSessionsText, action: toNew });
      const { live, upcoming, past } = inGroups(items);
      const group = (title: string, sessions: typeof items) =>
        sessions.length === 0
          ? nothing
          : html`<section class="stack close" aria-label=${title}>
              <h2>${title}</h2>
              <ul class="session-list">
                ${sessions.map((session) => html`<li>${sessionCard(session, pathOf, mayEdit)}</li>`)}
              </ul>
            </section>`;
      return html`${pageHead({ title: own.sessions, actions: toNew })}
        <div class="stack wide">
          ${this.#export(items)} ${group(own.live, live)} ${group(own.upcoming, upcoming)} ${group(own.past, past)}
        </div>`;
    })}`;
  }
}
