import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatMoney } from '../../money/format-money.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { Loaded } from '../parts/loaded.js';
import { moneyWord } from '../parts/money.js';
import { pageHead } from '../parts/page-head.js';
import { timeView } from '../parts/time.js';
import { api, type Order } from './api.js';
import sheet from './look/order-page.css?text';
import { MerchantPage } from './page.js';

adoptSheet(sheet);

/** One order: every line, its net, its gifts, and the reason for every number. */
@customElement('kc-merchant-order')
export class OrderPage extends MerchantPage {
  readonly #order = new Loaded<Order>(this, () => {
    const { shopId = '', orderId = '' } = this.context.params;
    return api.get('/v1/orders/{shopId}/{storeOrderId}', { params: { path: { shopId, storeOrderId: orderId } } });
  });

  protected override render(): TemplateResult {
    const { words } = this;
    const lang = pageLanguage();
    const back = { href: this.context.pathOf('orders'), title: words.orders };
    return html`${this.#order.show(
      (order) =>
        html`${pageHead({ title: words.order(order.storeOrderId), back })}
          <div class="stack wide">
            <section class="card order-facts">
              <p class="big-sum money">${formatMoney(order.given, lang)}</p>
              <p class="quiet">${words.orderGave}</p>
              <p>
                ${words.standings[order.standing]} · ${timeView(order.processedAt)}
                ${order.session ? html`· ${words.inSession(order.session.title)}` : nothing}
              </p>
              ${(order.ignoredTokens ?? []).map(({ reason }) => html`<p class="quiet small">${words.ignoredToken[reason]}</p>`)}
            </section>
            ${order.lines.map((line) => this.#line(line))}
          </div>`,
    )}`;
  }

  #line(line: Order['lines'][number]): TemplateResult {
    const { words } = this;
    const lang = pageLanguage();
    return html`<section class="card">
      <h2>${line.title}</h2>
      <dl class="reasons">
        <dt>${words.net}</dt>
        <dd class="money">${formatMoney(line.net, lang)}</dd>
        <dd class="why">${line.reasons.net[lang]}</dd>
        <dt>${words.lineGives}</dt>
        <dd class="money">${formatMoney(line.given, lang)}</dd>
        <dd class="why">${line.reasons.given[lang]}</dd>
        ${line.gifts.map(
          (gift) =>
            html`<dt class="to">${gift.title}<small class="quiet">${gift.charity.name}</small></dt>
              <dd class="money">${formatMoney(gift.amount, lang)}</dd>
              <dd class="why">
                ${moneyWord(gift.state)} ${gift.reason[lang]}
                <span class="quiet">${words.byVersion(gift.ruleVersion)}</span>
              </dd>`,
        )}
      </dl>
      ${line.productId && line.gifts.length > 0 ? html`<p><a href=${this.context.pathOf('items', line.productId)}>${words.toItem}</a></p>` : nothing}
    </section>`;
  }
}
