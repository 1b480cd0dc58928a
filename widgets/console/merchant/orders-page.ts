import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatMoney } from '../../money/format-money.js';
import { pageLanguage } from '../language.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { skeleton } from '../parts/skeleton.js';
import { timeView } from '../parts/time.js';
import { api, type OrderRow, type Shop } from './api.js';
import { downloadCsv } from './download-csv.js';
import { MerchantPage } from './page.js';
import { chosenShop, shopChoice, shopsOf } from './shops.js';

/** A file of more rows than this is made by a program, with an API key. */
const exportMax = 10_000;

/** Orders of a shop, newest first, each with what it gave. */
@customElement('kc-merchant-orders')
export class OrdersPage extends MerchantPage {
  readonly #shops = new Loaded<Shop[]>(this, async () => {
    const shops = await shopsOf(this.merchant);
    this.shop = chosenShop(this.merchant, shops);
    this.session = this.context.query.get('session') ?? '';
    await this.#read();
    return shops;
  });
  @state() private shop: Shop | undefined;
  @state() private orders: OrderRow[] | undefined;
  @state() private more: string | undefined;
  @state() private search = '';
  @state() private session = '';
  @state() private gaveOnly = false;
  @state() private trouble = '';
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get #query() {
    return {
      limit: 25,
      ...(this.search.trim() && { search: this.search.trim() }),
      ...(this.session && { session: this.session }),
      ...(this.gaveOnly && { given: 'yes' as const }),
    };
  }

  async #read(cursor?: string): Promise<void> {
    const { shop } = this;
    if (!shop) return;
    const turn = (this.#turn += 1);
    try {
      const page = await api.get('/v1/shops/{shopId}/orders', {
        params: { path: { shopId: shop.id }, query: { ...this.#query, ...(cursor && { cursor }) } },
      });
      if (turn !== this.#turn) return;
      this.orders = cursor ? [...(this.orders ?? []), ...page.items] : page.items;
      [this.more, this.trouble] = [page.nextCursor, ''];
    } catch (error) {
      if (turn === this.#turn) this.trouble = refusalWords(error);
    }
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({
      title: words.orders,
      text: words.ordersText,
      actions: html`<wa-button
        appearance="outlined"
        ?disabled=${!this.orders?.length}
        @click=${() => void this.#export()}
      >
        <wa-icon slot="start" name="download"></wa-icon>${words.exportCsv}
      </wa-button>`,
    })}
    ${this.#shops.show((shops) => {
      const { shop } = this;
      if (!shop) return emptyState({ icon: 'receipt', title: words.noShop, text: words.noShopText, rank: 2 });
      return html`<div class="stack">
        ${shopChoice(shops, shop, (next) => {
          this.shop = next;
          void this.#read();
        })}
        ${this.#tools()} ${this.trouble ? noticeView({ kind: 'bad', text: this.trouble }) : nothing} ${this.#list(shop)}
      </div>`;
    })}`;
  }

  #tools(): TemplateResult {
    const { words } = this;
    return html`<div class="row between">
      <wa-input
        class="search"
        type="search"
        label=${words.searchOrders}
        inputmode="numeric"
        .value=${this.search}
        @input=${(event: Event) => {
          this.search = (event.target as HTMLInputElement).value;
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => void this.#read(), 250);
        }}
        ><wa-icon slot="start" name="search"></wa-icon
      ></wa-input>
      <div class="row">
        ${
          this.session
            ? html`<wa-button
                size="s"
                appearance="outlined"
                @click=${() => {
                  this.session = '';
                  void this.#read();
                }}
                >${words.ofOneSession}<wa-icon slot="end" name="xmark"></wa-icon
              ></wa-button>`
            : nothing
        }
        <wa-checkbox
          .checked=${this.gaveOnly}
          @change=${(event: Event) => {
            this.gaveOnly = (event.target as HTMLInputElement).checked;
            void this.#read();
          }}
          >${words.gaveOnly}</wa-checkbox
        >
      </div>
    </div>`;
  }

  #list(shop: Shop): TemplateResult {
    const { words, orders } = this;
    if (!orders) return skeleton(words.loading);
    if (orders.length === 0)
      return this.search || this.gaveOnly || this.session
        ? emptyState({ icon: 'search', title: words.nothingFound, text: words.nothingFoundText, rank: 2 })
        : emptyState({ icon: 'receipt', title: words.noOrders, text: words.noOrdersText, rank: 2 });
    return html`<ul class="order-list list-box">
        ${orders.map((order) => this.#order(shop, order))}
      </ul>
      ${this.more ? html`<wa-button appearance="outlined" @click=${() => void this.#read(this.more)}>${words.more}</wa-button>` : nothing}`;
  }

  #order(shop: Shop, order: OrderRow): TemplateResult {
    const { words } = this;
    const lang = pageLanguage();
    const { storeOrderId, items, standing, gifts } = order;
    return html`<li>
      <a class="order-row" href=${this.context.pathOf('orders', shop.id, storeOrderId)}>
        <span class="order-what">
          <strong
            >${items.map(({ title, units }) => (units === 1 ? title : `${title} × ${units}`)).join(words.comma) || words.noLines}</strong
          >
          <span class="quiet small">
            ${storeOrderId} · ${timeView(order.processedAt)}
            ${standing === 'paid' ? nothing : html`<span class="tag waiting">${words.standings[standing]}</span>`}
            ${order.session ? html`· ${order.session.title}` : nothing}
          </span>
        </span>
        <span class="order-sum">
          <span class="money">${formatMoney(order.given, lang)}</span>
          <span class="quiet small"
            >${gifts.length > 0 ? gifts.map(({ title }) => title).join(words.comma) : words.gaveNothing}</span
          >
        </span>
        <wa-icon name="chevron-right"></wa-icon>
      </a>
    </li>`;
  }

  async #export(): Promise<void> {
    const { shop, words } = this;
    if (!shop) return;
    const rows: string[][] = [];
    const query = { ...this.#query, limit: 200 };
    for await (const order of api.each('/v1/shops/{shopId}/orders', { params: { path: { shopId: shop.id }, query } })) {
      const facts = [
        order.storeOrderId,
        order.processedAt,
        words.standings[order.standing],
        order.session?.title ?? '',
        order.net.amount,
      ];
      if (order.gifts.length === 0) rows.push([...facts, '', '', '0', order.net.currency]);
      for (const gift of order.gifts)
        rows.push([...facts, gift.title, gift.charity.name, gift.amount.amount, gift.amount.currency]);
      if (rows.length >= exportMax) break;
    }
    const { csv } = words;
    downloadCsv(
      `${words.orders}-${shop.domain}`,
      [csv.order, csv.time, csv.standing, csv.session, csv.net, csv.project, csv.charity, csv.gift, words.currency],
      rows,
    );
  }
}
