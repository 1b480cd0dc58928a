import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { api } from '../ask.js';
import { ConsolePage } from '../console-page.js';
import { emptyState } from '../parts/empty-state.js';
import { pageHead } from '../parts/page-head.js';
import '../parts/table/kc-table.js';
import { textColumn, timeColumn } from '../parts/table/kc-table.js';
import { actorOf, changesOf, deedOf, type TrailEntry } from './trail-words.js';

/** Who changed what, when and from where. Without an organisation (the operator's area) it is everybody's. */
@customElement('kc-trail')
export class TrailPage extends ConsolePage {
  readonly #people = new Map<string, string>();

  #load = async (cursor: string | undefined) => {
    const organisation = this.context.organisation?.id;
    if (cursor === undefined && organisation) await this.#learnNames(organisation);
    const query = { limit: 50, ...(cursor && { cursor }), ...(organisation && { organisation }) };
    return api.get('/v1/audit-trail', { params: { query } });
  };

  async #learnNames(organisationId: string): Promise<void> {
    const params = { path: { organisationId } };
    const { items } = await api.get('/v1/organisations/{organisationId}/members', { params });
    for (const { personId, name } of items) this.#people.set(personId, name);
  }

  protected override render(): TemplateResult {
    const { lang } = this.context;
    const words = accountMessages[lang];
    const who = (entry: TrailEntry) => actorOf(entry, lang) + (entry.actor.ip ? ` (${entry.actor.ip})` : '');
    const inWords = (entry: TrailEntry) =>
      changesOf(entry, lang)
        .map(({ name, from, to }) => `${name}: ${from || words.nothing} → ${to || words.nothing}`)
        .join('\n');
    return html`${pageHead({ title: words.trail, text: words.trailText })}
      <kc-table
        name="trail"
        .caption=${words.trail}
        .load=${this.#load}
        .empty=${emptyState({ icon: 'history', title: words.noTrail, text: words.noTrailText, rank: 2 })}
        .columns=${[
          textColumn<TrailEntry>('what', words.what, (entry) => deedOf(entry, lang, this.#people)),
          textColumn<TrailEntry>('who', words.who, who),
          timeColumn<TrailEntry>('when', words.when, ({ at }) => at),
          textColumn<TrailEntry>('changes', words.changes, inWords, { cell: (entry) => this.#changes(entry) }),
        ]}
      ></kc-table>`;
  }

  #changes(entry: TrailEntry): unknown {
    const words = accountMessages[this.context.lang];
    const changes = changesOf(entry, this.context.lang);
    if (changes.length === 0) return nothing;
    return html`<ul class="changes">
      ${changes.map(
        ({ name, from, to }) =>
          html`<li>
            <span class="change-name">${name}</span>
            ${entry.action === 'created' ? nothing : html`<del>${from || words.nothing}</del> → `}<ins
              >${to || words.nothing}</ins
            >
          </li>`,
      )}
    </ul>`;
  }
}
