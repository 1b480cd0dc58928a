import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatMoney } from '../../money/format-money.js';
import { LightElement } from '../light-element.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { noticeView } from '../parts/notice.js';
import { refusalWords } from '../parts/refusal.js';
import { api, type Product, type Sample } from './api.js';
import sheet from './look/try-sample.css?text';
import { merchantWords } from './page.js';

adoptSheet(sheet);

const linesMax = 5;
const priceGuess = '39.90';

/** An order that nobody has made: change prices and pieces, and see what it would give. Tells `kc-sampled` when it was seen. */
@customElement('kc-try-sample')
export class TrySample extends LightElement {
  @property({ attribute: false }) shopId = '';
  @property({ attribute: false }) currency = 'CNY';
  @property({ attribute: false }) products: readonly Product[] = [];
  @state() private lines: { product: Product; price: string; quantity: string }[] = [];
  @state() private sample: Sample | undefined;
  @state() private trouble = '';
  #turn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.lines = this.products
      .slice(0, linesMax)
      .map((product) => ({ product, price: product.price?.amount ?? priceGuess, quantity: '1' }));
    void this.#ask();
  }

  #change(at: number, part: { price?: string; quantity?: string }): void {
    this.lines = this.lines.map((line, place) => (place === at ? { ...line, ...part } : line));
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const turn = (this.#turn += 1);
    try {
      const sample = await api.post('/v1/shops/{shopId}/sample-order', {
        params: { path: { shopId: this.shopId } },
        body: {
          lines: this.lines.map(({ product, price, quantity }) => ({
            productId: product.productId,
            title: product.title,
            price: { amount: price.trim(), currency: this.currency },
            quantity: parseInt(quantity, 10) || 1,
          })),
        },
      });
      if (turn !== this.#turn) return;
      [this.sample, this.trouble] = [sample, ''];
      this.dispatchEvent(new CustomEvent('kc-sampled', { bubbles: true }));
    } catch (error) {
      if (turn === this.#turn) [this.sample, this.trouble] = [undefined, refusalWords(error)];
    }
  }

  protected override render(): TemplateResult {
    const words = merchantWords();
    const lang = pageLanguage();
    return html`<div class="stack sample">
      ${this.trouble ? noticeView({ kind: 'bad', text: this.trouble }) : nothing}
      <ul class="sample-lines">
        ${this.lines.map(
          ({ product, price, quantity }, at) =>
            html`<li>
              <p class="sample-title">${product.title}</p>
              <wa-input
                label=${words.price}
                inputmode="decimal"
                .value=${price}
                @input=${(event: Event) => this.#change(at, { price: (event.target as HTMLInputElement).value })}
              ></wa-input>
              <wa-input
                label=${words.pieces}
                inputmode="numeric"
                .value=${quantity}
                @input=${(event: Event) => this.#change(at, { quantity: (event.target as HTMLInputElement).value })}
              ></wa-input>
              <p class="sample-words" aria-live="polite">${this.sample?.lines[at]?.words[lang]}</p>
            </li>`,
        )}
      </ul>
      ${
        this.sample
          ? html`<p class="sample-sum" aria-live="polite">
              <span>${words.orderGives(formatMoney(this.sample.net, lang))}</span>
              <strong class="money">${formatMoney(this.sample.gives, lang)}</strong>
            </p>`
          : nothing
      }
    </div>`;
  }
}
