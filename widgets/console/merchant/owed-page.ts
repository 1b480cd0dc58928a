import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { moneyView, moneyWord } from '../parts/money.js';
import { pageHead } from '../parts/page-head.js';
import { statsView } from '../parts/stat.js';
import { api, type Owed } from './api.js';
import { downloadCsv } from './download-csv.js';
import { MerchantPage } from './page.js';

/** What the merchant owes, per currency, and to which projects its gifts go. */
@customElement('kc-merchant-owed')
export class OwedPage extends MerchantPage {
  readonly #owed = new Loaded<Owed[]>(this, async () => {
    const { currencies } = await api.get('/v1/merchants/{id}/owed', { params: { path: { id: this.merchant } } });
    return currencies;
  });

  protected override render(): TemplateResult {
    const { words } = this;
    const actions = html`<wa-button
      appearance="outlined"
      ?disabled=${!this.#owed.value?.length}
      @click=${() => this.#export()}
    >
      <wa-icon slot="start" name="download"></wa-icon>${words.exportCsv}
    </wa-button>`;
    return html`${pageHead({ title: words.owed, text: words.owedText, actions })}
    ${this.#owed.show((currencies) =>
      currencies.length === 0
        ? emptyState({ icon: 'coins', title: words.nothingOwed, text: words.nothingOwedText, rank: 2 })
        : html`<div class="stack wide">${currencies.map((each) => this.#currency(each))}</div>`,
    )}`;
  }

  #currency({ currency, owed, pledged, confirmed, paid, given, projects, orders }: Owed): TemplateResult {
    const { words } = this;
    const money = (amount: Owed['owed']) => moneyView(amount);
    return html`<section class="stack">
      <h2>${currency}</h2>
      ${statsView([
        { label: words.owedNow, value: money(owed), note: words.ofOrders(orders) },
        { label: moneyWord('pledged'), value: money(pledged) },
        { label: moneyWord('confirmed'), value: money(confirmed) },
        { label: moneyWord('paid'), value: money(paid) },
      ])}
      <div class="card">
        <table class="plain-table">
          <caption>
            ${words.byProject}
          </caption>
          <thead>
            <tr>
              <th>${words.project}</th>
              <th>${words.charity}</th>
              <th class="number">${words.given}</th>
            </tr>
          </thead>
          <tbody>
            ${projects.map(
              (project) =>
                html`<tr>
                  <td>${project.title}</td>
                  <td>
                    ${project.charity.name}
                    ${project.charity.verified ? nothing : html`<span class="tag waiting">${words.unverified}</span>`}
                  </td>
                  <td class="number">${money(project.given)}</td>
                </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="2">${words.together}</th>
              <td class="number">${money(given)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>`;
  }

  #export(): void {
    const { words } = this;
    const rows = (this.#owed.value ?? []).flatMap(({ projects }) =>
      projects.map(({ title, charity, given }) => [title, charity.name, given.amount, given.currency]),
    );
    downloadCsv(words.owed, [words.project, words.charity, words.given, words.currency], rows);
  }
}
