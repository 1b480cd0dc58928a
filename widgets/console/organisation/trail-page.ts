import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ItemOf } from '../../../plugin/client/kindcast-client.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { api } from '../ask.js';
import { ConsolePage } from '../console-page.js';
import { emptyState } from '../parts/empty-state.js';
import { pageHead } from '../parts/page-head.js';
import '../parts/table/kc-table.js';
import { textColumn, timeColumn } from '../parts/table/kc-table.js';

export type TrailEntry = ItemOf<'/v1/audit-trail'>;

/** Said already by who, what and when, or never to be told. */
const saidElsewhere = new Set([
  'id',
  'organisation_id',
  'created_at',
  'updated_at',
  'created_by',
  'sha256',
  'token_sha256',
]);

/** The fields that differ, with what stood there and what stands there now. */
export function changesOf({ before = {}, after = {} }: TrailEntry): { name: string; from: string; to: string }[] {
  const said = (value: unknown) =>
    value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, from: said(before[name]), to: said(after[name]) }))
    .filter(({ name, from, to }) => from !== to && !saidElsewhere.has(name));
}

/** Who changed what, when and from where. Without an organisation (the operator's area) it is everybody's. */
@customElement('kc-trail')
export class TrailPage extends ConsolePage {
  #load = (cursor: string | undefined) => {
    const organisation = this.context.organisation?.id;
    const query = { limit: 50, ...(cursor && { cursor }), ...(organisation && { organisation }) };
    return api.get('/v1/audit-trail', { params: { query } });
  };

  protected override render(): TemplateResult {
    const words = accountMessages[this.context.lang];
    const what = ({ action, subject }: TrailEntry) =>
      `${words.actions[action]}: ${words.subjects[subject.table] ?? subject.table} ${subject.id}`;
    const inWords = (entry: TrailEntry) =>
      changesOf(entry)
        .map(({ name, from, to }) => `${name}: ${from || words.nothing} → ${to || words.nothing}`)
        .join('\n');
    return html`${pageHead({ title: words.trail, text: words.trailText })}
      <kc-table
        name="trail"
        .caption=${words.trail}
        .load=${this.#load}
        .empty=${emptyState({ icon: 'history', title: words.noTrail, text: words.noTrailText, rank: 2 })}
        .columns=${[
          textColumn<TrailEntry>('what', words.what, what),
          textColumn<TrailEntry>('who', words.who, ({ actor }) => `${actor.name}${actor.ip ? ` (${actor.ip})` : ''}`),
          timeColumn<TrailEntry>('when', words.when, ({ at }) => at),
          textColumn<TrailEntry>('changes', words.changes, inWords, { cell: (entry) => this.#changes(entry) }),
        ]}
      ></kc-table>`;
  }

  #changes(entry: TrailEntry): unknown {
    const words = accountMessages[this.context.lang];
    const changes = changesOf(entry);
    if (changes.length === 0) return nothing;
    return html`<ul class="changes">
      ${changes.map(
        ({ name, from, to }) =>
          html`<li>
            <code>${name}</code>
            ${entry.action === 'created' ? nothing : html`<del>${from || words.nothing}</del> → `}<ins
              >${to || words.nothing}</ins
            >
          </li>`,
      )}
    </ul>`;
  }
}
