import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../../money/format-money.js';
import { pageLanguage } from '../language.js';
import type { Sample } from './api.js';
import { hintOf } from './hint.js';
import { merchantWords } from './page.js';

interface Example {
  /** As typed; `currency` is the shop's. */
  price: string;
  currency: string;
  /** What the server says that one piece would give. */
  line: Sample['lines'][number] | undefined;
  /** What is wrong with the price, in words. */
  error: string;
  /** Why there is no example, when no field is to blame. */
  trouble: string;
  onPrice(price: string): void;
}

/** One piece at a price that can be changed, and what it would give: the sum, its words, and what goes to whom. */
export function exampleView({ price, currency, line, error, trouble, onPrice }: Example): TemplateResult {
  const words = merchantWords();
  return html`<aside class="example" aria-label=${words.example}>
    <wa-input
      label=${words.examplePrice}
      inputmode="decimal"
      autocomplete="off"
      .value=${price}
      @input=${(event: Event) => onPrice((event.target as HTMLInputElement).value ?? '')}
      >${hintOf(error)}<span slot="end">${currency}</span></wa-input
    >
    <div aria-live="polite" class="stack close">
      ${line ? saysLine(line) : html`<p class="quiet">${trouble || words.exampleWaits}</p>`}
    </div>
  </aside>`;
}

function saysLine(line: Sample['lines'][number]): TemplateResult {
  const lang = pageLanguage();
  return html`<p class="example-sum big-sum money">${formatMoney(line.gives, lang)}</p>
    <p class="example-words">${line.words[lang]}</p>
    ${
      line.gifts.length > 1
        ? html`<ul class="split">
            ${line.gifts.map((gift) => html`<li><span>${gift.title}</span><span class="money">${formatMoney(gift.amount, lang)}</span></li>`)}
          </ul>`
        : nothing
    }
    ${line.promise ? html`<p class="promise"><span class="quiet small">${merchantWords().buyersRead}</span>${line.promise[lang]}</p>` : nothing}`;
}
