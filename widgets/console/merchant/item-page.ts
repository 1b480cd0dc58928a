import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatMoney } from '../../money/format-money.js';
import { KindcastProblem } from '../ask.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { timeView } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import { api, type Product, type Shop, type Version } from './api.js';
import sheet from './look/item-page.css?text';
import { MerchantPage } from './page.js';
import { projectsToChoose, type Project } from './projects.js';
import { saysRule } from './rule-line.js';
import './share-editor.js';
import type { ShareEditor } from './share-editor.js';
import { chosenShop, shopsOf } from './shops.js';

adoptSheet(sheet);

interface Known {
  shop: Shop;
  projects: Project[];
  product: Product;
  versions: Version[];
}

/** One item: what it promises now, how to change that, and everything it ever promised. */
@customElement('kc-merchant-item')
export class ItemPage extends MerchantPage {
  readonly #known = new Loaded<Known>(this, () => this.#read());
  @state() private busy = false;

  async #read(): Promise<Known> {
    const productId = this.context.params.productId ?? '';
    const [shops, projects] = await Promise.all([shopsOf(this.merchant), projectsToChoose()]);
    const shop = chosenShop(this.merchant, shops);
    if (!shop) throw new KindcastProblem({ kind: 'not-found', status: 404, title: this.words.noShop });
    const path = { shopId: shop.id };
    const [found, versions] = await Promise.all([
      api.get('/v1/shops/{shopId}/products', { params: { path, query: { search: productId } } }),
      api
        .get('/v1/shops/{shopId}/items/{productId}/versions', { params: { path: { ...path, productId } } })
        .then(({ items }) => items)
        .catch((error: unknown) => {
          // Not yet a charity item: it has no history.
          if (error instanceof KindcastProblem && error.status === 404) return [];
          throw error;
        }),
    ]);
    const product = found.items.find((each) => each.productId === productId);
    if (!product) throw new KindcastProblem({ kind: 'not-found', status: 404, title: this.words.noSuchItem });
    return { shop, projects, product, versions };
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const back = { href: this.context.pathOf('items'), title: words.items };
    return html`${this.#known.show(
      (known) =>
        html`${pageHead({ title: known.product.title, back, text: known.product.price ? formatMoney(known.product.price, pageLanguage()) : known.product.productId })}
          <div class="stack wide">
            <section class="card stack close" aria-label=${words.ruleNow}>
              ${saysRule(known.product)}
              <p class="row between">
                <span class="quiet">${words.givenSoFar}</span>
                <span class="money">${formatMoney(known.product.given, pageLanguage())}</span>
              </p>
            </section>
            ${this.mayEdit ? this.#editor(known) : nothing} ${this.#history(known.versions)}
          </div>`,
    )}`;
  }

  #editor({ shop, projects, product }: Known): TemplateResult {
    const { words } = this;
    return html`<section class="card">
      <h2>${words.changeTerms}</h2>
      <kc-share-editor
        .shopId=${shop.id}
        .currency=${shop.currency}
        .projects=${projects}
        .example=${product}
        .start=${product.draft ?? product.rule}
      ></kc-share-editor>
      <div class="row end foot">
        ${
          product.rule
            ? html`<wa-button appearance="outlined" ?loading=${this.busy} @click=${() => void this.#end(shop, product)}
                >${words.endGiving}</wa-button
              >`
            : nothing
        }
        <wa-button appearance="outlined" ?loading=${this.busy} @click=${() => void this.#save(shop, product, true)}
          >${words.keepAsDraft}</wa-button
        >
        <wa-button variant="brand" ?loading=${this.busy} @click=${() => void this.#save(shop, product, false)}
          >${words.giveFromNow}</wa-button
        >
      </div>
    </section>`;
  }

  #history(versions: readonly Version[]): unknown {
    if (versions.length === 0) return nothing;
    const { words } = this;
    const lang = pageLanguage();
    return html`<section>
      <h2>${words.history}</h2>
      <p class="quiet">${words.historyText}</p>
      <ol class="history">
        ${versions.map(
          ({ version, terms, from, end, made, given }) =>
            html`<li>
              <h3>${words.version(version)}</h3>
              <p>${terms ? terms.words[lang] : words.endedHere}</p>
              <p class="quiet small">
                ${timeView(from)} – ${end ? timeView(end) : words.stillHolds} ·
                ${words.madeBy(made.by || words.somebody)}
              </p>
              ${terms ? html`<p class="small"><span class="quiet">${words.gaveThen}</span> <span class="money">${formatMoney(given, lang)}</span></p>` : nothing}
            </li>`,
        )}
      </ol>
    </section>`;
  }

  async #save(shop: Shop, { productId, title }: Product, draft: boolean): Promise<void> {
    const editor = this.querySelector<ShareEditor>('kc-share-editor');
    if (!editor) return;
    await this.#doing(async () => {
      const { items } = await api.put('/v1/shops/{shopId}/items', {
        params: { path: { shopId: shop.id } },
        body: { items: [{ productId, title }], ...editor.terms, ...(draft && { draft }) },
      });
      toast(draft ? this.words.draftKept(1) : this.words.tagged(1), this.#undo(shop, items, draft));
    }, editor);
  }

  async #end(shop: Shop, { productId }: Product): Promise<void> {
    await this.#doing(async () => {
      const { items } = await api.post('/v1/shops/{shopId}/items/end', {
        params: { path: { shopId: shop.id } },
        body: { items: [{ productId }] },
      });
      toast(this.words.ended(1), this.#undo(shop, items, false));
    });
  }

  #undo(shop: Shop, items: readonly { productId: string; previous?: number | undefined }[], draft: boolean) {
    const back = items.map(({ productId, previous }) => ({
      productId,
      ...(previous !== undefined && { version: previous }),
    }));
    const path = { shopId: shop.id };
    return {
      undo: () =>
        void this.#doing(async () => {
          if (draft)
            await api.post('/v1/shops/{shopId}/items/drop-drafts', {
              params: { path },
              body: { items: back.map(({ productId }) => ({ productId })) },
            });
          else await api.post('/v1/shops/{shopId}/items/restore', { params: { path }, body: { items: back } });
          toast(this.words.undone);
        }),
    };
  }

  async #doing(work: () => Promise<void>, editor?: ShareEditor): Promise<void> {
    this.busy = true;
    try {
      await work();
      await this.#known.again();
    } catch (error) {
      if (!(error instanceof KindcastProblem && editor?.tell(error))) toast(refusalWords(error), { bad: true });
    } finally {
      this.busy = false;
    }
  }
}
