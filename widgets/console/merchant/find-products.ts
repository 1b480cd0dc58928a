import { html, type TemplateResult } from 'lit';
import type { ProductFilter } from './export-items.js';
import { merchantWords } from './page.js';

/** Which products are shown; '' for all. */
export type Filter = '' | ProductFilter;

interface FindProducts {
  search: string;
  filter: Filter;
  onSearch(search: string): void;
  onFilter(filter: Filter): void;
}

/** Finds products by what they are called, and by whether they give. */
export function findProducts({ search, filter, onSearch, onFilter }: FindProducts): TemplateResult {
  const words = merchantWords();
  const filters: readonly Filter[] = ['', 'yes', 'no', 'draft'];
  return html`<div class="row between">
    <wa-input
      class="search"
      type="search"
      label=${words.searchItems}
      .value=${search}
      @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
      ><wa-icon slot="start" name="search"></wa-icon
    ></wa-input>
    <div class="segments" role="radiogroup" aria-label=${words.whichItems}>
      ${filters.map(
        (each) =>
          html`<label
            ><input type="radio" name="tagged" .checked=${filter === each} @change=${() => onFilter(each)} /><span
              >${words.filters[each || 'all']}</span
            ></label
          >`,
      )}
    </div>
  </div>`;
}
