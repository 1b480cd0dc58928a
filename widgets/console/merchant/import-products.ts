import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatMoney } from '../../money/format-money.js';
import { LightElement } from '../light-element.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { noticeView } from '../parts/notice.js';
import { progressView } from '../parts/progress.js';
import { refusalWords } from '../parts/refusal.js';
import { api } from './api.js';
import sheet from './look/import-products.css?text';
import { merchantWords } from './page.js';
import { readProducts, type ReadRow } from './read-products.js';

adoptSheet(sheet);

/** Products sent in one request: well below what a body may hold, whatever their titles. */
const atOnce = 200;
const shownMax = 50;
/** A store's largest export, not somebody's whole disk. */
const bytesMax = 5_000_000;

/** Takes products from a file or a paste, says of each row what is wrong with it, and sends the rest. Tells `kc-imported`. */
@customElement('kc-import-products')
export class ImportProducts extends LightElement {
  @property({ attribute: false }) shopId = '';
  @property({ attribute: false }) currency = 'CNY';
  @state() private text = '';
  @state() private sent: number | undefined;
  @state() private trouble = '';

  get #rows(): ReadRow[] {
    return this.text.trim() === '' ? [] : readProducts(this.text, this.currency);
  }

  async #file(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    if (file.size > bytesMax) this.trouble = merchantWords().fileTooLarge;
    else [this.text, this.trouble] = [await file.text(), ''];
  }

  async #send(rows: readonly ReadRow[]): Promise<void> {
    const products = rows.flatMap((row) => row.product ?? []);
    this.trouble = '';
    try {
      for (this.sent = 0; this.sent < products.length; this.sent += atOnce)
        await api.put('/v1/shops/{shopId}/products', {
          params: { path: { shopId: this.shopId } },
          body: { products: products.slice(this.sent, this.sent + atOnce) },
        });
      this.text = '';
      this.dispatchEvent(new CustomEvent('kc-imported', { detail: products.length, bubbles: true }));
    } catch (error) {
      this.trouble = refusalWords(error);
    } finally {
      this.sent = undefined;
    }
  }

  protected override render(): TemplateResult {
    const words = merchantWords();
    const rows = this.#rows;
    const good = rows.filter((row) => row.product);
    const bad = rows.filter((row) => row.trouble);
    return html`<div class="stack">
      <p class="quiet">${words.importText}</p>
      <wa-textarea
        label=${words.importPaste}
        rows="6"
        placeholder=${words.importExample}
        .value=${this.text}
        @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
      ></wa-textarea>
      <label class="file-choice">
        <span>${words.importFile}</span>
        <input type="file" accept=".csv,.tsv,.txt,text/csv" @change=${(event: Event) => void this.#file(event)} />
      </label>
      ${this.trouble ? noticeView({ kind: 'bad', text: this.trouble }) : nothing}
      ${bad.length > 0 ? this.#bad(bad) : nothing} ${good.length > 0 ? this.#good(good) : nothing}
      ${
        this.sent === undefined
          ? html`<div class="row">
              <wa-button variant="brand" ?disabled=${good.length === 0} @click=${() => void this.#send(rows)}>
                ${words.importSend(good.length)}
              </wa-button>
            </div>`
          : progressView({ label: words.importing, done: this.sent, total: good.length })
      }
    </div>`;
  }

  #bad(rows: readonly ReadRow[]): TemplateResult {
    const words = merchantWords();
    return html`<section class="row-errors" role="status">
      <h3>${words.importBad(rows.length)}</h3>
      <ul>
        ${rows.slice(0, shownMax).map(({ row, trouble, said }) => html`<li><strong>${words.importRow(row)}</strong> ${words.rowTrouble[trouble!]} <span class="quiet">${said}</span></li>`)}
      </ul>
    </section>`;
  }

  #good(rows: readonly ReadRow[]): TemplateResult {
    const words = merchantWords();
    return html`<table class="plain-table">
        <caption class="unseen">
          ${words.importGood(rows.length)}
        </caption>
        <thead>
          <tr>
            <th>${words.product}</th>
            <th>${words.productId}</th>
            <th class="number">${words.price}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, 8).map(
            ({ product }) =>
              html`<tr>
                <td>${product!.title}</td>
                <td class="quiet">${product!.productId}</td>
                <td class="number">${product!.price ? formatMoney(product!.price, pageLanguage()) : '—'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${rows.length > 8 ? html`<p class="quiet small">${words.importMore(rows.length - 8)}</p>` : nothing}`;
  }
}
