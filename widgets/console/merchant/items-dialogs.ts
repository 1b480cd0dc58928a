import { html, type TemplateResult } from 'lit';
import { adoptSheet } from '../look/adopt-sheet.js';
import type { Product, Shop } from './api.js';
import './import-products.js';
import sheet from './look/items-dialogs.css?text';
import { merchantWords } from './page.js';
import type { Project } from './projects.js';
import './share-editor.js';

adoptSheet(sheet);

interface Dialog {
  shop: Shop;
  onClose(): void;
}

/** What hides inside a dialog tells of it, too; only the dialog itself closes it. */
const hidden = (onClose: () => void) => (event: Event) => {
  if (event.target === event.currentTarget) onClose();
};

/** Products from a file or a paste, for the shop. */
export function importDialog({
  shop,
  onClose,
  onImported,
}: Dialog & { onImported(count: number): void }): TemplateResult {
  return html`<wa-dialog
    class="wide-dialog"
    label=${merchantWords().importProducts}
    open
    @wa-after-hide=${hidden(onClose)}
  >
    <kc-import-products
      .shopId=${shop.id}
      .currency=${shop.currency}
      @kc-imported=${(event: CustomEvent<number>) => onImported(event.detail)}
    ></kc-import-products>
  </wa-dialog>`;
}

interface TermsDialog extends Dialog {
  projects: readonly Project[];
  /** Those that get the terms; the first is the example. */
  products: readonly Product[];
  /** Whether the shop gives already. */
  giving: boolean;
  busy: boolean;
  onTag(draft: boolean): void;
}

/** One share for all products that were chosen, as a draft or from now on. */
export function termsDialog({ shop, projects, products, giving, busy, onClose, onTag }: TermsDialog): TemplateResult {
  const words = merchantWords();
  const [first] = products;
  return html`<wa-dialog
    class="wide-dialog"
    label=${words.setTermsFor(products.length)}
    open
    @wa-after-hide=${hidden(onClose)}
  >
    <kc-share-editor
      .shopId=${shop.id}
      .currency=${shop.currency}
      .projects=${projects}
      .example=${first}
      .start=${first?.draft ?? first?.rule}
    ></kc-share-editor>
    <wa-button slot="footer" appearance="outlined" ?loading=${busy} @click=${() => onTag(true)}
      >${words.keepAsDraft}</wa-button
    >
    <wa-button slot="footer" variant="brand" ?loading=${busy} @click=${() => onTag(false)}>
      ${giving ? words.giveFromNow : words.giveFromNowFirst}
    </wa-button>
  </wa-dialog>`;
}
