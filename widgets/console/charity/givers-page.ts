import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { moneyView, moneyWord } from '../parts/money.js';
import { pageHead } from '../parts/page-head.js';
import { agoView } from '../parts/time.js';
import { api, type Gift, type Gifts, type Givers } from './api.js';
import { CharityPage } from './page.js';

/** Through whom a charity's money comes, and the newest gifts one by one. */
@customElement('kc-charity-givers')
export class CharityGivers extends CharityPage {
  @state() private more: { items: Gift[]; nextCursor: string | undefined } | undefined;
  readonly #all = new Loaded<{ givers: Givers; gifts: Gifts }>(this, async () => {
    const [givers, gifts] = await Promise.all([api.givers(this.charity), api.gifts(this.charity)]);
    this.more = { items: gifts.items, nextCursor: gifts.nextCursor };
    return { givers, gifts };
  });

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.givers, text: words.giversText })}
      ${this.#all.show(({ givers }) =>
        givers.shops.length + givers.sessions.length + (this.more?.items.length ?? 0) === 0
          ? emptyState({ icon: 'coins', title: words.noGivers, text: words.noGiversText, rank: 2 })
          : html`<div class="stack wide">
              <div class="grid">
                <section class="card">
                  <h2>${words.shops}</h2>
                  <ul class="rows">
                    ${givers.shops.map(
                      (shop) =>
                        html`<li>
                          <div class="what">${shop.merchant.name}<small>${shop.domain}</small></div>
                          ${moneyView({ amount: shop.given, currency: shop.currency })}
                        </li>`,
                    )}
                  </ul>
                </section>
                <section class="card">
                  <h2>${words.sessions}</h2>
                  <ul class="rows">
                    ${givers.sessions.map(
                      (session) =>
                        html`<li>
                          <div class="what">
                            <a href="/sessions/${session.sessionId}">${session.title}</a><small>${session.streamer}</small>
                          </div>
                          ${moneyView({ amount: session.given, currency: session.currency })}
                        </li>`,
                    )}
                  </ul>
                </section>
              </div>
              ${this.#gifts()}
            </div>`,
      )}`;
  }

  #gifts(): TemplateResult {
    const { words } = this;
    return html`<section class="card">
      <h2>${words.newestGifts}</h2>
      <ul class="rows">
        ${(this.more?.items ?? []).map(
          (gift) =>
            html`<li>
              <div class="what">
                ${gift.item}<small
                  >${agoView(gift.at)} · ${gift.merchant} · ${gift.session?.title ?? words.noSession} · ${gift.project.title}</small
                >
              </div>
              <span class="row">
                ${gift.change === 'reversed' ? moneyWord('reversed') : nothing}
                <span class=${gift.change === 'reversed' ? 'taken-back' : ''}>${moneyView(gift.amount)}</span>
              </span>
            </li>`,
        )}
      </ul>
      ${
        this.more?.nextCursor
          ? html`<div class="row"><wa-button appearance="outlined" @click=${() => void this.#loadMore()}>${words.loadMore}</wa-button></div>`
          : nothing
      }
    </section>`;
  }

  async #loadMore(): Promise<void> {
    const { items, nextCursor } = await api.gifts(this.charity, this.more?.nextCursor);
    this.more = { items: [...(this.more?.items ?? []), ...items], nextCursor };
  }
}
