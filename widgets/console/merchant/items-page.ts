import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { KindcastProblem } from '../ask.js';
import { confirmed } from '../parts/confirm.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { skeleton } from '../parts/skeleton.js';
import { toast } from '../parts/toast.js';
import { api, type GivingState, type Product, type Shop } from './api.js';
import { endItems, tagItems } from './change-items.js';
import { exportItems } from './export-items.js';
import { findProducts, type Filter } from './find-products.js';
import { importDialog, termsDialog } from './items-dialogs.js';
import { MerchantPage } from './page.js';
import { productList } from './product-list.js';
import { projectsToChoose, type Project } from './projects.js';
import type { ShareEditor } from './share-editor.js';
import { chosenShop, shopChoice, shopsOf } from './shops.js';

type Open = 'terms' | 'import' | undefined;
/** What the API takes in one step. */
const atOnceMax = 500;

interface Around {
  shops: Shop[];
  projects: Project[];
}

/** The products of a shop: found, chosen, tagged many at once; every step can be taken back. */
@customElement('kc-merchant-items')
export class ItemsPage extends MerchantPage {
  readonly #around = new Loaded<Around>(this, async () => {
    const [shops, projects] = await Promise.all([shopsOf(this.merchant), projectsToChoose()]);
    this.shop = chosenShop(this.merchant, shops);
    this.filter = (this.context.query.get('tagged') as Filter | null) ?? '';
    this.opened = this.context.query.has('import') ? 'import' : undefined;
    await this.#read();
    return { shops, projects };
  });
  @state() private shop: Shop | undefined;
  @state() private products: Product[] | undefined;
  @state() private giving: GivingState | undefined;
  @state() private more: string | undefined;
  @state() private search = '';
  @state() private filter: Filter = '';
  @state() private chosen = new Map<string, Product>();
  @state() private opened: Open;
  @state() private trouble = '';
  @state() private busy = false;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  async #read(cursor?: string): Promise<void> {
    const { shop } = this;
    if (!shop) return;
    const turn = (this.#turn += 1);
    const path = { shopId: shop.id };
    const query = {
      limit: 100,
      ...(this.search.trim() && { search: this.search.trim() }),
      ...(this.filter && { tagged: this.filter }),
      ...(cursor && { cursor }),
    };
    try {
      const [page, giving] = await Promise.all([
        api.get('/v1/shops/{shopId}/products', { params: { path, query } }),
        api.get('/v1/shops/{shopId}/giving', { params: { path } }),
      ]);
      if (turn !== this.#turn) return;
      this.products = cursor ? [...(this.products ?? []), ...page.items] : page.items;
      [this.more, this.giving, this.trouble] = [page.nextCursor, giving, ''];
    } catch (error) {
      if (turn === this.#turn) this.trouble = refusalWords(error);
    }
  }

  #find(search: string): void {
    this.search = search;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), 200);
  }

  #choose(product: Product, on: boolean): void {
    const chosen = new Map(this.chosen);
    if (on) chosen.set(product.productId, product);
    else chosen.delete(product.productId);
    this.chosen = chosen;
  }

  #chooseAll(on: boolean): void {
    this.chosen = on ? new Map((this.products ?? []).map((product) => [product.productId, product])) : new Map();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${this.#around.show(({ shops, projects }) => {
      const { shop } = this;
      if (!shop)
        return emptyState({
          icon: 'shop',
          title: words.noShop,
          text: words.noShopText,
          action: html`<wa-button variant="brand" href=${this.context.pathOf('start')}
            >${words.toFirstSteps}</wa-button
          >`,
        });
      return html`${pageHead({ title: words.items, text: words.itemsText, actions: this.#actions() })}
        <div class="stack">
          ${shopChoice(shops, shop, (next) => {
            this.shop = next;
            this.#chooseAll(false);
            void this.#read();
          })}
          ${this.#waiting()} ${this.trouble ? noticeView({ kind: 'bad', text: this.trouble }) : nothing}
          ${findProducts({
            search: this.search,
            filter: this.filter,
            onSearch: (search) => this.#find(search),
            onFilter: (filter) => {
              this.filter = filter;
              void this.#read();
            },
          })}
          ${this.#list()}
        </div>
        ${this.#dialogs(shop, projects)}`;
    })}`;
  }

  #actions(): unknown {
    const { words } = this;
    return html`<wa-button appearance="outlined" @click=${() => void this.#export()}>
        <wa-icon slot="start" name="download"></wa-icon>${words.exportCsv}
      </wa-button>
      ${
        this.mayEdit
          ? html`<wa-button variant="brand" @click=${() => (this.opened = 'import')}>
              <wa-icon slot="start" name="upload"></wa-icon>${words.importProducts}
            </wa-button>`
          : nothing
      }`;
  }

  #waiting(): unknown {
    const { giving, words } = this;
    if (!giving || giving.drafts === 0) return nothing;
    return noticeView({
      kind: 'warning',
      text: words.draftsWait(giving.drafts),
      action: html`<wa-button href=${this.context.pathOf('start')}>${words.toFirstSteps}</wa-button>`,
    });
  }

  #list(): TemplateResult {
    const { words, products } = this;
    if (!products) return skeleton(words.loading);
    if (products.length === 0)
      return this.search || this.filter
        ? emptyState({ icon: 'search', title: words.nothingFound, text: words.nothingFoundText, rank: 2 })
        : emptyState({
            icon: 'tag',
            title: words.noItems,
            text: words.noItemsText,
            rank: 2,
            action: this.mayEdit
              ? html`<wa-button variant="brand" @click=${() => (this.opened = 'import')}
                  >${words.importProducts}</wa-button
                >`
              : nothing,
          });
    return html`${productList({
      products,
      chosen: this.chosen,
      mayEdit: this.mayEdit,
      pathOf: (productId) => this.context.pathOf('items', productId),
      onChoose: (product, on) => this.#choose(product, on),
      onChooseAll: (on) => this.#chooseAll(on),
      actions: () => this.#bulk(),
    })}
    ${this.more ? html`<wa-button appearance="outlined" @click=${() => void this.#read(this.more)}>${words.more}</wa-button>` : nothing}`;
  }

  #bulk(): TemplateResult {
    const { words } = this;
    return html`<div class="row">
      <wa-button size="s" variant="brand" ?loading=${this.busy} @click=${() => (this.opened = 'terms')}
        >${words.setTerms}</wa-button
      >
      <wa-button size="s" appearance="outlined" ?loading=${this.busy} @click=${() => void this.#end()}
        >${words.endGiving}</wa-button
      >
    </div>`;
  }

  #dialogs(shop: Shop, projects: Project[]): unknown {
    const onClose = () => (this.opened = undefined);
    if (this.opened === 'import')
      return importDialog({
        shop,
        onClose,
        onImported: (count) => {
          this.opened = undefined;
          toast(this.words.imported(count));
          void this.#read();
        },
      });
    if (this.opened !== 'terms') return nothing;
    return termsDialog({
      shop,
      projects,
      products: [...this.chosen.values()],
      giving: (this.giving?.giving ?? 0) > 0,
      busy: this.busy,
      onClose,
      onTag: (draft) => void this.#tag(draft),
    });
  }

  async #tag(draft: boolean): Promise<void> {
    const { shop, words } = this;
    const editor = this.querySelector<ShareEditor>('kc-share-editor');
    if (!shop || !editor) return;
    const ids = [...this.chosen.keys()].slice(0, atOnceMax);
    await this.#doing(async () => {
      const undo = await tagItems(shop.id, ids, editor.terms, draft);
      this.opened = undefined;
      this.#chooseAll(false);
      toast(draft ? words.draftKept(ids.length) : words.tagged(ids.length), { undo: this.#undoing(undo) });
    }, editor);
  }

  async #end(): Promise<void> {
    const { shop, words } = this;
    if (!shop) return;
    const ids = [...this.chosen.keys()].slice(0, atOnceMax);
    if (
      ids.length > 20 &&
      !(await confirmed({ title: words.endMany(ids.length), text: words.endManyText, yes: words.endGiving }))
    )
      return;
    await this.#doing(async () => {
      const { ended, undo } = await endItems(shop.id, ids);
      this.#chooseAll(false);
      toast(words.ended(ended), { ...(undo && { undo: this.#undoing(undo) }) });
    });
  }

  #undoing(undo: () => Promise<void>): () => void {
    return () =>
      void this.#doing(async () => {
        await undo();
        toast(this.words.undone);
      });
  }

  async #doing(work: () => Promise<void>, editor?: ShareEditor): Promise<void> {
    this.busy = true;
    try {
      await work();
      await this.#read();
    } catch (error) {
      if (!(error instanceof KindcastProblem && editor?.tell(error))) toast(refusalWords(error), { bad: true });
    } finally {
      this.busy = false;
    }
  }

  async #export(): Promise<void> {
    const { shop } = this;
    if (shop)
      await exportItems(shop, {
        ...(this.search && { search: this.search }),
        ...(this.filter && { tagged: this.filter }),
      });
  }
}
