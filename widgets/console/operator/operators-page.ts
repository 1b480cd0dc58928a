import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { confirmed } from '../parts/confirm.js';
import { field } from '../parts/form/field.js';
import { filledIn, Form, sendButton } from '../parts/form/form.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { textColumn } from '../parts/table/columns.js';
import { exportBar } from '../parts/table/export-button.js';
import { toast } from '../parts/toast.js';
import { operatorApi, type Operator } from './api.js';
import { done, OperatorPage } from './page.js';

/** The people who may do everything here. */
@customElement('kc-operator-operators')
export class OperatorOperators extends OperatorPage {
  readonly #operators = new Loaded<Operator[]>(this, () => operatorApi.operators());
  readonly #form = new Form(this, async (values, form) => {
    await operatorApi.addOperator(filledIn(values).email ?? '');
    form.reset();
    toast(this.words.added);
    await this.#operators.again();
  });

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.operators, text: words.operatorsText })}
      <div class="stack wide">
        ${this.#operators.show(
          (operators) =>
            html`<div>
              ${this.#export(operators)}
              <section class="card">
                <ul class="rows">
                  ${operators.map((each) => this.#row(each))}
                </ul>
              </section>
            </div>`,
        )}
        <form class="form card" novalidate @submit=${this.#form.submit}>
          <h2>${words.addOperator}</h2>
          ${this.#form.notice()}
          ${field(this.#form, { name: 'email', label: words.email, hint: words.addOperatorHint, type: 'email', required: true, autocomplete: 'off' })}
          ${sendButton(this.#form, words.addOperator)}
        </form>
      </div>`;
  }

  #export(operators: readonly Operator[]): TemplateResult {
    const { words } = this;
    const columns = [
      textColumn<Operator>('name', words.name, ({ name }) => name),
      textColumn<Operator>('email', words.email, ({ email }) => email),
      textColumn<Operator>('factor', words.secondFactor, ({ secondFactor }) => (secondFactor ? words.yes : words.no)),
    ];
    return exportBar('operators', columns, operators);
  }

  #row(operator: Operator): TemplateResult {
    const { words } = this;
    return html`<li>
      <div class="what">
        ${operator.name || operator.email}
        <small>${operator.email} · ${words.secondFactor}: ${operator.secondFactor ? words.yes : words.no}</small>
      </div>
      <wa-button appearance="plain" @click=${() => void this.#take(operator)}>${words.take}</wa-button>
    </li>`;
  }

  async #take(operator: Operator): Promise<void> {
    const { words } = this;
    const name = operator.name || operator.email;
    if (!(await confirmed({ title: words.takeAsk(name), text: words.takeText, yes: words.take, grave: true }))) return;
    await done(() => operatorApi.takeOperator(operator.personId), words.taken);
    await this.#operators.again();
  }
}
