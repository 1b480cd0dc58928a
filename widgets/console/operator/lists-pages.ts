import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { pageHead } from '../parts/page-head.js';
import { textColumn, timeColumn } from '../parts/table/kc-table.js';
import { operatorApi, type Organisation } from './api.js';
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
        .load=${operatorApi.organisations}
        .href=${href}
      ></kc-table>`;
  }
}
