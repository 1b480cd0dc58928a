import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatMoney } from '../../money/format-money.js';
import { KindcastProblem } from '../ask.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { stepsView, type Step } from '../parts/steps.js';
import { toast } from '../parts/toast.js';
import { api, type Product, type Shop } from './api.js';
import './connect-shop.js';
import { chooseProject, isDone, readFirstSteps, rememberSampled, type FirstSteps } from './first-steps.js';
import './import-products.js';
import sheet from './look/start-page.css?text';
import { newestGifts } from './newest-gifts.js';
import { MerchantPage } from './page.js';
import { projectCards } from './project-cards.js';
import { projectsToChoose, type Project } from './projects.js';
import './share-editor.js';
import type { ShareEditor } from './share-editor.js';
import { chosenShop, shopsOf } from './shops.js';
import './try-sample.js';
import { WatchShops } from './watch-shops.js';
import { webhookHelp } from './webhook-help.js';

adoptSheet(sheet);

interface Known {
  steps: FirstSteps;
  projects: Project[];
  products: Product[];
}

/** Products that are tagged in one go on the first evening; more of them on the page of items. */
const atOnceMax = 500;
const LOOK_EVERY_MS = 5_000;

/** A merchant's first evening: connect, choose, tag, see, switch on. What is done stays done; come back whenever. */
@customElement('kc-merchant-start')
export class StartPage extends MerchantPage {
  readonly #known = new Loaded<Known>(this, () => this.#read());
  readonly #shops = new WatchShops(this);
  @state() private busy = false;
  #looking: ReturnType<typeof setInterval> | undefined;

  async #read(): Promise<Known> {
    const [shops, projects] = await Promise.all([shopsOf(this.merchant), projectsToChoose()]);
    const shop = chosenShop(this.merchant, shops);
    const steps = await readFirstSteps(this.merchant, shop);
    const path = { shopId: shop?.id ?? '' };
    const products = shop
      ? (await api.get('/v1/shops/{shopId}/products', { params: { path, query: { limit: 200 } } })).items
      : [];
    if (shop) this.#shops.of([shop.id]);
    return { steps, projects, products };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Until the first order has come, somebody sits there and waits for it.
    this.#looking = setInterval(() => {
      const steps = this.#known.value?.steps;
      if (steps?.shop && !steps.connection?.lastOrder && !document.hidden) void this.#known.again();
    }, LOOK_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.firstSteps, text: words.firstStepsText })}
    ${this.#known.show(
      (known) =>
        html`<div class="stack wide">
          ${this.#done(known)}
          <div>
            <h2 class="unseen">${words.firstSteps}</h2>
            ${stepsView(this.#steps(known))}
          </div>
          ${this.#connection(known)}
        </div>`,
    )}`;
  }

  #done({ steps, projects }: Known): unknown {
    const { shop } = steps;
    if (!shop || !isDone(steps)) return nothing;
    const { words } = this;
    const news = this.#shops.state(shop.id);
    const total = news.snapshot?.totals.find((each) => each.currency === shop.currency);
    if (!total || news.gifts.length === 0)
      return noticeView({
        kind: 'good',
        text: words.isOn,
        action: html`<wa-button href=${this.context.pathOf()}>${words.toHome}</wa-button>`,
      });
    return html`<section class="card first-gift" role="status">
      <h2>${words.firstGift}</h2>
      <p class="big-sum money">${formatMoney({ amount: total.given, currency: total.currency }, pageLanguage())}</p>
      ${newestGifts(news, (id) => projects.find((project) => project.id === id)?.title)}
      <div class="row"><wa-button variant="brand" href=${this.context.pathOf()}>${words.toHome}</wa-button></div>
    </section>`;
  }

  #steps(known: Known): Step[] {
    const { words, mayEdit } = this;
    const { steps, projects, products } = known;
    const { shop, giving } = steps;
    const tagged = giving.drafts > 0 || giving.giving > 0;
    const action = (view: unknown) => (mayEdit ? view : html`<p class="quiet">${words.viewersLook}</p>`);
    const project = projects.find(({ id }) => id === steps.project);
    return [
      {
        ...words.steps.connect,
        done: shop !== undefined,
        action: action(
          html`<kc-connect-shop
            .merchant=${this.merchant}
            @kc-connected=${() => void this.#known.again()}
          ></kc-connect-shop>`,
        ),
      },
      {
        ...words.steps.products,
        done: steps.products > 0,
        action: action(
          shop &&
            html`<kc-import-products
              .shopId=${shop.id}
              .currency=${shop.currency}
              @kc-imported=${(event: CustomEvent<number>) => {
                toast(words.imported(event.detail));
                void this.#known.again();
              }}
            ></kc-import-products>`,
        ),
      },
      {
        ...words.steps.project,
        done: steps.products > 0 && (project !== undefined || tagged),
        action: action(
          projects.length === 0
            ? emptyState({ icon: 'heart', title: words.noProjects, text: words.noProjectsText, rank: 2 })
            : projectCards(projects, (chosen) => {
                chooseProject(this.merchant, chosen.id);
                void this.#known.again();
              }),
        ),
      },
      { ...words.steps.tag, done: tagged, action: action(shop && this.#tag(shop, products, projects, project)) },
      {
        ...words.steps.sample,
        done: tagged && steps.sampled,
        action: shop && this.#sample(shop, products),
      },
      {
        ...words.steps.switchOn,
        done: isDone(steps),
        action: action(
          html`<p>${words.willGive(giving.drafts)}</p>
            <wa-button variant="brand" size="l" ?loading=${this.busy} @click=${() => void this.#switchOn(shop!)}
              >${words.switchOn}</wa-button
            >`,
        ),
      },
    ];
  }

  #tag(shop: Shop, products: readonly Product[], projects: Project[], project: Project | undefined): TemplateResult {
    const { words } = this;
    const ordered = project ? [project, ...projects.filter((each) => each !== project)] : projects;
    return html`<form class="stack full" @submit=${(event: Event) => void this.#keepDrafts(event, shop)}>
      <fieldset class="plain">
        <legend>${words.whichProducts}</legend>
        <ul class="tick-list">
          ${products.map(
            (product) =>
              html`<li>
                <label class="tick"
                  ><input type="checkbox" name="product" value=${product.productId} checked /><span
                    >${product.title}</span
                  >
                  <span class="quiet small"
                    >${product.price ? formatMoney(product.price, pageLanguage()) : ''}</span
                  ></label
                >
              </li>`,
          )}
        </ul>
      </fieldset>
      <kc-share-editor
        .shopId=${shop.id}
        .currency=${shop.currency}
        .projects=${ordered}
        .example=${products[0]}
      ></kc-share-editor>
      <div class="row">
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.keepDrafts}</wa-button>
      </div>
    </form>`;
  }

  #sample(shop: Shop, products: readonly Product[]): TemplateResult {
    const { words } = this;
    const waiting = products.filter((product) => product.draft ?? product.rule);
    return html`<div class="stack full">
      <kc-try-sample .shopId=${shop.id} .currency=${shop.currency} .products=${waiting}></kc-try-sample>
      <div class="row">
        <wa-button
          variant="brand"
          @click=${() => {
            rememberSampled(shop.id);
            void this.#known.again();
          }}
          >${words.sampleSeen}</wa-button
        >
        <wa-button appearance="outlined" href=${this.context.pathOf('items')}>${words.changeFirst}</wa-button>
      </div>
    </div>`;
  }

  #connection({ steps: { connection } }: Known): unknown {
    if (!connection) return nothing;
    return html`<section class="card">
      <h2>${this.words.connection}</h2>
      ${webhookHelp(connection)}
    </section>`;
  }

  async #keepDrafts(event: Event, shop: Shop): Promise<void> {
    event.preventDefault();
    const editor = this.querySelector<ShareEditor>('kc-share-editor');
    const ticked = [...this.querySelectorAll<HTMLInputElement>('input[name=product]:checked')].map((box) => box.value);
    if (!editor) return;
    if (ticked.length === 0) return toast(this.words.tickOne, { bad: true });
    await this.#doing(async () => {
      await api.put('/v1/shops/{shopId}/items', {
        params: { path: { shopId: shop.id } },
        body: { items: ticked.slice(0, atOnceMax).map((productId) => ({ productId })), ...editor.terms, draft: true },
      });
    }, editor);
  }

  async #switchOn(shop: Shop): Promise<void> {
    await this.#doing(async () => {
      const { changed } = await api.post('/v1/shops/{shopId}/giving/start', {
        params: { path: { shopId: shop.id } },
        body: {},
      });
      toast(this.words.switchedOn(changed), {
        undo: () =>
          void this.#doing(async () => {
            await api.post('/v1/shops/{shopId}/giving/pause', { params: { path: { shopId: shop.id } }, body: {} });
          }),
      });
    });
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
