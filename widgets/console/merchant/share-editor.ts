import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FieldError } from '../../../plugin/client/kindcast-problem.js';
import { KindcastProblem } from '../ask.js';
import { LightElement } from '../light-element.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { refusalWords } from '../parts/refusal.js';
import { pageLanguage } from '../language.js';
import { fieldMessage } from '../parts/form/field-message.js';
import { api, type Sample, type Terms } from './api.js';
import { hintOf } from './hint.js';
import sheet from './look/share-editor.css?text';
import { merchantWords } from './page.js';
import type { Project } from './projects.js';
import { draftOf, emptyDraft, termsOf, type Draft } from './share-draft.js';
import { exampleView } from './share-example.js';

adoptSheet(sheet);

/** An item that the example is told of. */
export interface ExampleItem {
  productId: string;
  title: string;
  price?: { amount: string; currency: string } | undefined;
}

const samplePrice = '39.90';
const EXAMPLE_AFTER_MS = 250;

/**
 * The terms of a rule, with an example that follows every key: what one piece would give, in words and money, computed by
 * the server as it computes real orders. Ask it for its `terms`.
 */
@customElement('kc-share-editor')
export class ShareEditor extends LightElement {
  @property({ attribute: false }) shopId = '';
  @property({ attribute: false }) currency = 'CNY';
  @property({ attribute: false }) projects: readonly Project[] = [];
  @property({ attribute: false }) example: ExampleItem | undefined;
  /** What the fields begin with. */
  @property({ attribute: false }) start: Terms | undefined;
  @state() private draft: Draft = emptyDraft();
  @state() private price = '';
  @state() private sample: Sample | undefined;
  @state() private errors: readonly FieldError[] = [];
  @state() private trouble = '';
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What is typed, as the API takes it. */
  get terms(): Terms {
    return termsOf(this.draft, this.currency);
  }

  /** Shows beside the fields what the server refused; false when nothing of it is about a field here. */
  tell(refusal: KindcastProblem): boolean {
    this.errors = refusal.errors;
    return refusal.errors.length > 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('start') && this.start) this.draft = draftOf(this.start);
    const [first, ...others] = this.draft.parts;
    if (first?.projectId === '' && others.length === 0 && this.projects[0])
      this.draft = { ...this.draft, parts: [{ ...first, projectId: this.projects[0].id }] };
    // A page that looks for news hands the same item in anew; what was typed stays.
    const another = changed.has('example') && changed.get('example')?.productId !== this.example?.productId;
    if (another || this.price === '') this.price = this.example?.price?.amount ?? samplePrice;
    if (changed.has('start') || another || changed.has('shopId') || (changed.has('projects') && !this.sample))
      this.#soon(0);
  }

  #set(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
    this.#soon(EXAMPLE_AFTER_MS);
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    const turn = (this.#asked += 1);
    const { terms, example } = this;
    if (!this.shopId || terms.projects.length === 0) return;
    const productId = example?.productId ?? 'example';
    try {
      const sample = await api.post('/v1/shops/{shopId}/sample-order', {
        params: { path: { shopId: this.shopId } },
        body: {
          lines: [
            {
              productId,
              title: example?.title || merchantWords().examplePiece,
              price: { amount: this.price.trim(), currency: this.currency },
              quantity: 1,
            },
          ],
          rules: [{ productId, ...terms }],
        },
      });
      if (turn !== this.#asked) return;
      [this.sample, this.errors, this.trouble] = [sample, [], ''];
    } catch (error) {
      if (turn !== this.#asked) return;
      this.sample = undefined;
      const told = error instanceof KindcastProblem ? error.errors : [];
      this.errors = told.map(({ path, message }) => ({ path: path.replace(/^(rules|lines)\.0\./, ''), message }));
      this.trouble = told.length > 0 ? '' : refusalWords(error);
    }
  }

  #error(path: string): string {
    const found = this.errors.find((error) => error.path === path || error.path.startsWith(`${path}.`));
    return found ? merchantWords().fieldError(path.split('.')[0]!, fieldMessage(found.message, pageLanguage())) : '';
  }

  protected override render(): TemplateResult {
    return html`<div class="share-editor">
      <div class="stack">${this.#share()} ${this.#parts()} ${this.#limits()}</div>
      ${exampleView({
        price: this.price,
        currency: this.currency,
        line: this.sample?.lines[0],
        error: this.#error('price'),
        trouble: this.trouble,
        onPrice: (price) => {
          this.price = price || ' ';
          this.#soon(EXAMPLE_AFTER_MS);
        },
      })}
    </div>`;
  }

  #share(): TemplateResult {
    const words = merchantWords();
    const { kind, figure, exTax } = this.draft;
    const unit = kind === 'percent' ? '%' : this.currency;
    return html`<fieldset class="plain">
      <legend>${words.howMuch}</legend>
      <div class="segments" role="radiogroup" aria-label=${words.howMuch}>
        ${(['percent', 'perUnit', 'perOrder'] as const).map(
          (each) =>
            html`<label
              ><input type="radio" name="kind" .checked=${kind === each} @change=${() => this.#set({ kind: each })} />
              <span>${words.shareKinds[each]}</span></label
            >`,
        )}
      </div>
      <wa-input
        class="figure"
        label=${words.shareFigure[kind]}
        inputmode="decimal"
        autocomplete="off"
        .value=${figure}
        @input=${(event: Event) => this.#set({ figure: valueOf(event) })}
        >${hintOf(this.#error('share'), words.shareHint[kind])}<span slot="end">${unit}</span></wa-input
      >
      ${
        kind === 'percent'
          ? html`<wa-checkbox
              .checked=${exTax}
              @change=${(event: Event) => this.#set({ exTax: (event.target as HTMLInputElement).checked })}
              >${words.exTax}</wa-checkbox
            >`
          : nothing
      }
    </fieldset>`;
  }

  #parts(): TemplateResult {
    const words = merchantWords();
    const { parts } = this.draft;
    const change = (at: number, part: Partial<Draft['parts'][number]>) =>
      this.#set({ parts: parts.map((each, place) => (place === at ? { ...each, ...part } : each)) });
    return html`<fieldset class="plain">
      <legend>${words.toWhom}</legend>
      ${parts.map(
        ({ projectId, weight }, at) =>
          html`<div class="part-row">
            <wa-select
              label=${words.project}
              value=${projectId}
              @change=${(event: Event) => change(at, { projectId: valueOf(event) })}
            >
              ${this.projects.map((project) => html`<wa-option value=${project.id}>${project.title}</wa-option>`)}
              ${hintOf(this.#error(`projects.${at}`))}
            </wa-select>
            ${
              parts.length > 1
                ? html`<wa-input
                      class="weight"
                      label=${words.weight}
                      inputmode="numeric"
                      .value=${weight}
                      @input=${(event: Event) => change(at, { weight: valueOf(event) })}
                    ></wa-input>
                    <button
                      type="button"
                      class="quiet-button"
                      aria-label=${words.removePart}
                      @click=${() => this.#set({ parts: parts.filter((_, place) => place !== at) })}
                    >
                      <wa-icon name="xmark"></wa-icon>
                    </button>`
                : nothing
            }
          </div>`,
      )}
      ${this.#error('projects') && parts.length !== 1 ? html`<p class="field-error" role="alert">${this.#error('projects')}</p>` : nothing}
      ${
        parts.length < 20 && parts.length < this.projects.length
          ? html`<wa-button
              appearance="plain"
              @click=${() => this.#set({ parts: [...parts, { projectId: this.#unused(), weight: '1' }] })}
            >
              <wa-icon slot="start" name="plus"></wa-icon>${words.addPart}
            </wa-button>`
          : nothing
      }
      ${parts.length > 1 ? html`<p class="quiet small">${words.weightsText}</p>` : nothing}
    </fieldset>`;
  }

  #unused(): string {
    return this.projects.find(({ id }) => !this.draft.parts.some((part) => part.projectId === id))?.id ?? '';
  }

  #limits(): TemplateResult {
    const words = merchantWords();
    const { until, cap } = this.draft;
    return html`<details class="limits" ?open=${until !== '' || cap !== ''}>
      <summary>${words.limits}</summary>
      <div class="grid">
        <wa-input
          type="date"
          label=${words.until}
          .value=${until}
          @input=${(event: Event) => this.#set({ until: valueOf(event) })}
          >${hintOf(this.#error('until'), words.untilHint)}</wa-input
        >
        <wa-input
          label=${words.cap}
          inputmode="decimal"
          autocomplete="off"
          .value=${cap}
          @input=${(event: Event) => this.#set({ cap: valueOf(event) })}
          >${hintOf(this.#error('cap'), words.capHint)}<span slot="end">${this.currency}</span></wa-input
        >
      </div>
    </details>`;
  }
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value ?? '';
