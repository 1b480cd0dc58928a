import { html, nothing, type TemplateResult } from 'lit';
import { pageLanguage } from '../language.js';
import { timeView } from '../parts/time.js';
import type { Product } from './api.js';
import { merchantWords } from './page.js';

/** What holds for a product now, what comes and what waits; each as the sentence buyers read. */
export function saysRule({ rule, upcoming, draft }: Pick<Product, 'rule' | 'upcoming' | 'draft'>): TemplateResult {
  const words = merchantWords();
  const lang = pageLanguage();
  return html`
    ${
      rule
        ? html`<p>
            <span class="tag good">${rule.capReached ? words.capReached : words.gives}</span> ${rule.words[lang]}
          </p>`
        : draft || upcoming
          ? nothing
          : html`<p class="quiet">${words.givesNothing}</p>`
    }
    ${upcoming?.from ? html`<p><span class="tag">${words.from} ${timeView(upcoming.from)}</span> ${upcoming.words[lang]}</p>` : nothing}
    ${draft ? html`<p><span class="tag waiting">${words.draft}</span> ${draft.words[lang]}</p>` : nothing}
  `;
}
