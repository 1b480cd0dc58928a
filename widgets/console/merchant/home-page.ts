import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Money } from '../../feed/wire.js';
import { addDecimals } from '../../money/decimal.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { moneysView, moneyView, moneyWord } from '../parts/money.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { statsView } from '../parts/stat.js';
import { api, type OrderRow, type Owed, type SessionRow, type Shop } from './api.js';
import { isDone, readFirstSteps, type FirstSteps } from './first-steps.js';
import sheet from './look/home-page.css?text';
import { newestGifts } from './newest-gifts.js';
import { MerchantPage } from './page.js';
import { chosenShop, shopsOf } from './shops.js';
import { WatchShops } from './watch-shops.js';

adoptSheet(sheet);

interface Known {
  shops: Shop[];
  steps: FirstSteps;
  owed: Owed[];
  today: { given: Money[]; orders: number; more: boolean };
  live: SessionRow[];
}

/** Orders read to add up today; an evening with more says "more than". */
const ordersRead = 200;

/** What a merchant wants to know at a glance: today, what is owed, who is live, what comes in. */
@customElement('kc-merchant-home')
export class HomePage extends MerchantPage {
  readonly #known = new Loaded<Known>(this, () => this.#read());
  readonly #shops = new WatchShops(this);

  async #read(): Promise<Known> {
    const shops = await shopsOf(this.merchant);
    const steps = await readFirstSteps(this.merchant, chosenShop(this.merchant, shops));
    const [{ currencies }, orders, sessions] = await Promise.all([
      api.get('/v1/merchants/{id}/owed', { params: { path: { id: this.merchant } } }),
      Promise.all(
        shops.map((shop) =>
          api.get('/v1/shops/{shopId}/orders', { params: { path: { shopId: shop.id }, query: { limit: ordersRead } } }),
        ),
      ),
      Promise.all(
        shops.map((shop) =>
          api.get('/v1/shops/{shopId}/sessions', { params: { path: { shopId: shop.id }, query: { limit: 20 } } }),
        ),
      ),
    ]);
    this.#shops.of(shops.slice(0, 20).map((shop) => shop.id));
    const live = new Map(
      sessions
        .flatMap(({ items }) => items)
        .filter(({ status }) => status === 'live')
        .map((each) => [each.id, each]),
    );
    return { shops, steps, owed: currencies, today: todayOf(orders), live: [...live.values()] };
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: this.context.organisation?.name ?? words.home, text: words.homeText })}
    ${this.#known.show((known) =>
      known.shops.length === 0
        ? emptyState({
            icon: 'shop',
            title: words.welcome,
            text: words.welcomeText,
            rank: 2,
            action: html`<wa-button variant="brand" size="l" href=${this.context.pathOf('start')}
              >${words.begin}</wa-button
            >`,
          })
        : html`<div class="stack wide">
            ${this.#waits(known)} ${this.#figures(known)} ${this.#live(known)} ${this.#gifts(known)}
          </div>`,
    )}`;
  }

  #waits({ steps }: Known): unknown {
    const { words } = this;
    if (isDone(steps)) return nothing;
    return noticeView({
      kind: 'warning',
      text: steps.giving.drafts > 0 ? words.draftsWait(steps.giving.drafts) : words.notYetGiving,
      action: html`<wa-button variant="brand" href=${this.context.pathOf('start')}>${words.goOn}</wa-button>`,
    });
  }

  #figures({ today, owed }: Known): TemplateResult {
    const { words } = this;
    const nothingYet = html`<span class="quiet">—</span>`;
    return statsView([
      {
        label: words.givenToday,
        value: today.given.length === 0 ? nothingYet : moneysView(today.given),
        note: today.more ? words.moreOrders(today.orders) : words.ofOrders(today.orders),
        href: this.context.pathOf('orders'),
      },
      {
        label: moneyWord('given'),
        value: owed.length === 0 ? nothingYet : moneysView(owed.map(({ given }) => given)),
        note: words.givenNote,
      },
      {
        label: words.owedNow,
        value: owed.length === 0 ? nothingYet : moneysView(owed.map((each) => each.owed)),
        note: words.owedNote,
        href: this.context.pathOf('owed'),
      },
    ]);
  }

  #live({ live }: Known): unknown {
    const { words } = this;
    if (live.length === 0) return nothing;
    return html`<section>
      <h2>${words.liveNow}</h2>
      <ul class="live-list">
        ${live.map(
          (session) =>
            html`<li class="card row between">
              <span><strong>${session.title}</strong> <span class="quiet">${session.streamer}</span></span>
              <a href=${session.pageUrl} target="_blank" rel="noopener"
                >${words.publicPage}<wa-icon name="external"></wa-icon
              ></a>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #gifts({ shops, owed }: Known): TemplateResult {
    const { words } = this;
    const title = (id: string) =>
      owed.flatMap(({ projects }) => projects).find((project) => project.projectId === id)?.title;
    const views = shops.slice(0, 20).flatMap((shop) => {
      const news = this.#shops.state(shop.id);
      const total = news.snapshot?.totals.find(({ currency }) => currency === shop.currency);
      return news.gifts.length === 0
        ? []
        : html`<section class="card">
            <div class="row between">
              <h2>${words.newestGifts}</h2>
              <span class="quiet"
                >${shop.domain} ${moneyView(total && { amount: total.given, currency: total.currency })}</span
              >
            </div>
            ${newestGifts(news, title)}
          </section>`;
    });
    return views.length > 0
      ? html`${views}`
      : html`<section class="card">
          <h2>${words.newestGifts}</h2>
          <p class="quiet">${words.noGiftsYet}</p>
        </section>`;
  }
}

/** What the orders of this day, where the merchant is, give by now. */
function todayOf(pages: readonly { items: OrderRow[]; nextCursor?: string | undefined }[]): Known['today'] {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  const isToday = (order: OrderRow) => Date.parse(order.processedAt) >= midnight.getTime();
  const sums = new Map<string, string>();
  let orders = 0;
  for (const order of pages.flatMap(({ items }) => items).filter(isToday)) {
    orders += 1;
    sums.set(order.given.currency, addDecimals(sums.get(order.given.currency) ?? '0', order.given.amount));
  }
  const more = pages.some(({ items, nextCursor }) => nextCursor !== undefined && items.every(isToday));
  const sorted = [...sums].sort(([a], [b]) => a.localeCompare(b, pageLanguage()));
  return { given: sorted.map(([currency, amount]) => ({ amount, currency })), orders, more };
}
