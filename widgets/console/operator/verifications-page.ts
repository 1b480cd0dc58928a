import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { textColumn, timeColumn } from '../parts/table/columns.js';
import { columnTitles, exportBar } from '../parts/table/export-button.js';
import { agoView } from '../parts/time.js';
import { operatorApi, type Waiting } from './api.js';
import { OperatorPage } from './page.js';

/** Charities that wait for a decision, the longest waiting first. */
@customElement('kc-operator-verifications')
export class OperatorVerifications extends OperatorPage {
  readonly #waiting = new Loaded(this, () => operatorApi.waiting());

  #export(charities: readonly Waiting[]): TemplateResult {
    const { words } = this;
    const titles = columnTitles();
    const columns = [
      textColumn<Waiting>('name', words.name, ({ name }) => name),
      textColumn<Waiting>('number', titles.registrationNumber, ({ registrationNumber }) => registrationNumber),
      textColumn<Waiting>('country', words.country, ({ country }) => country),
      timeColumn<Waiting>('asked', words.askedAt, ({ verification }) => verification.askedAt),
    ];
    return exportBar('verifications', columns, charities);
  }

  protected override render(): TemplateResult {
    const { words, context } = this;
    return html`${pageHead({ title: words.verifications, text: words.verificationsText })}
    ${this.#waiting.show((charities) =>
      charities.length === 0
        ? emptyState({ icon: 'shield', title: words.noVerifications, text: words.noVerificationsText, rank: 2 })
        : html`${this.#export(charities)}
            <section class="card">
              <ul class="rows">
                ${charities.map(
                  (charity) =>
                    html`<li>
                      <div class="what">
                        ${charity.name}
                        <small
                          >${charity.registrationNumber} · ${words.askedAt}
                          ${agoView(charity.verification.askedAt!)}</small
                        >
                      </div>
                      <wa-button variant="brand" href=${context.pathOf('verifications', charity.id)}
                        >${words.open}</wa-button
                      >
                    </li>`,
                )}
              </ul>
            </section>`,
    )}`;
  }
}
