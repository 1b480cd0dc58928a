import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../../money/format-money.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import type { Product } from './api.js';
import sheet from './look/product-list.css?text';
import { merchantWords } from './page.js';
import { saysRule } from './rule-line.js';

adoptSheet(sheet);

interface ProductList {
  products: readonly Product[];
  /** By product id. */
  chosen: ReadonlyMap<string, Product>;
  mayEdit: boolean;
  /** Where a product's own page is. */
  pathOf(productId: string): string;
  onChoose(product: Product, on: boolean): void;
  onChooseAll(on: boolean): void;
  /** What can be done with those that are chosen. */
  actions(): unknown;
}

const isChecked = (event: Event) => (event.target as HTMLInputElement).checked;

/** Products, one a row with what it gives, to be chosen one by one or all at once. */
export function productList(list: ProductList): TemplateResult {
  const { products, chosen, mayEdit, onChooseAll, actions } = list;
  const words = merchantWords();
  const all = products.every((product) => chosen.has(product.productId));
  return html`<div class="list-box">
    <div class="list-head">
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${all}
          .indeterminate=${chosen.size > 0 && !all}
          ?disabled=${!mayEdit}
          @change=${(event: Event) => onChooseAll(isChecked(event))}
        /><span>${chosen.size > 0 ? words.chosen(chosen.size) : words.chooseAll}</span></label
      >
      ${chosen.size > 0 ? actions() : nothing}
    </div>
    <ul class="item-list">
      ${products.map((product) => productRow(product, list))}
    </ul>
  </div>`;
}

function productRow(product: Product, { chosen, mayEdit, pathOf, onChoose }: ProductList): TemplateResult {
  const lang = pageLanguage();
  const words = merchantWords();
  const { productId, title, price } = product;
  return html`<li class="item">
    <label class="tick"
      ><input
        type="checkbox"
        aria-label=${words.choose(title)}
        .checked=${chosen.has(productId)}
        ?disabled=${!mayEdit}
        @change=${(event: Event) => onChoose(product, isChecked(event))}
    /></label>
    <div class="item-name">
      <a href=${pathOf(productId)}>${title}</a>
      <span class="quiet small">${price ? formatMoney(price, lang) : productId}</span>
    </div>
    <div class="item-rule">${saysRule(product)}</div>
    <div class="item-given number">
      <span class="quiet small">${words.givenSoFar}</span><span class="money">${formatMoney(product.given, lang)}</span>
    </div>
  </li>`;
}
