import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { pageHead } from '../parts/page-head.js';
import { textColumn, timeColumn } from '../parts/table/kc-table.js';
import { api, type AuditEntry, type Organisation } from './api.js';
import { OperatorPage } from './page.js';

/** Everybody who has a place in this installation. */
@customElement('kc-operator-organisations')
export class OperatorOrganisations extends OperatorPage {
  protected override render(): TemplateResult {
    const { words, context } = this;
    const columns = [
      textColumn<Organisation>('name', words.name, ({ name }) => name),
      textColumn<Organisation>('kind', words.kind, ({ kind }) => words.kinds[kind]),
      textColumn<Organisation>('country', words.country, ({ country }) => country),
      textColumn<Organisation>('verified', words.isVerified, ({ kind, verifiedAt }) =>
        kind === 'charity' ? (verifiedAt ? words.yes : words.no) : '',
      ),
      timeColumn<Organisation>('since', words.since, ({ createdAt }) => createdAt),
    ];
    // A charity leads to the desk where it was verified.
    const href = ({ id, kind }: Organisation) => (kind === 'charity' ? context.pathOf('verifications', id) : undefined);
    return html`${pageHead({ title: words.organisations, text: words.organisationsText })}
      <kc-table
        name="organisations"
        .caption=${words.organisations}
        .columns=${columns}
        .load=${api.organisations}
        .href=${href}
      ></kc-table>`;
  }
}

/** The audit trail of the whole installation. */
@customElement('kc-operator-audit')
export class OperatorAudit extends OperatorPage {
  protected override render(): TemplateResult {
    const { words } = this;
    const columns = [
      textColumn<AuditEntry>('who', words.who, ({ actor }) => actor.name, {
        cell: ({ actor }) => html`${actor.name}${actor.ip ? html`<br /><small class="quiet">${actor.ip}</small>` : ''}`,
      }),
      timeColumn<AuditEntry>('when', words.when, ({ at }) => at),
      textColumn<AuditEntry>('did', words.did, ({ action }) => words.actions[action]),
      textColumn<AuditEntry>('what', words.what, ({ subject }) => `${subject.table} ${subject.id}`),
      textColumn<AuditEntry>('changes', words.actions.changed, changesOf),
    ];
    return html`${pageHead({ title: words.audit, text: words.auditText })}
      <kc-table name="audit-trail" .caption=${words.audit} .columns=${columns} .load=${api.audit}></kc-table>`;
  }
}

/** `name: "Old" → "New"`, for what was changed. */
function changesOf({ before = {}, after = {}, action }: AuditEntry): string {
  if (action !== 'changed') return '';
  return Object.keys(after)
    .map((key) => `${key}: ${JSON.stringify(before[key] ?? null)} → ${JSON.stringify(after[key])}`)
    .join('; ')
    .slice(0, 400);
}
