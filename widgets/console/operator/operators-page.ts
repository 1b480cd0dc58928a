import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { FieldError } from '../../../plugin/client/kindcast-problem.js';
import { errorsOf, field, typed } from '../charity/fields.js';
import { confirmed } from '../parts/confirm.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { toast } from '../parts/toast.js';
import { operatorApi, type Operator } from './api.js';
import { done, OperatorPage } from './page.js';

/** The people who may do everything here. */
@customElement('kc-operator-operators')
export class OperatorOperators extends OperatorPage {
  @state() private errors: readonly FieldError[] = [];
  readonly #operators = new Loaded<Operator[]>(this, () => operatorApi.operators());

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.operators, text: words.operatorsText })}
      <div class="stack wide">
        ${this.#operators.show(
          (operators) =>
            html`<section class="card">
              <ul class="rows">
                ${operators.map((each) => this.#row(each))}
              </ul>
            </section>`,
        )}
        <form class="form card" @submit=${(event: SubmitEvent) => void this.#add(event)}>
          <h2>${words.addOperator}</h2>
          ${field({ name: 'email', label: words.email, hint: words.addOperatorHint, required: true }, this.errors)}
          <div class="row"><wa-button type="submit" variant="brand">${words.addOperator}</wa-button></div>
        </form>
      </div>`;
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

  async #add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    try {
      await operatorApi.addOperator(typed(form).email ?? '');
      this.errors = [];
      form.reset();
      toast(this.words.added);
      await this.#operators.again();
    } catch (error) {
      this.errors = errorsOf(error);
      if (this.errors.length === 0) toast(refusalWords(error), { bad: true });
    }
  }

  async #take(operator: Operator): Promise<void> {
    const { words } = this;
    const name = operator.name || operator.email;
    if (!(await confirmed({ title: words.takeAsk(name), text: words.takeText, yes: words.take, grave: true }))) return;
    await done(() => operatorApi.takeOperator(operator.personId), words.taken);
    await this.#operators.again();
  }
}
