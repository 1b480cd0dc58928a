import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { confirmed } from '../parts/confirm.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { textColumn, timeColumn } from '../parts/table/columns.js';
import { columnTitles, exportBar } from '../parts/table/export-button.js';
import { agoView } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import { api, type Shop, type Streamer } from './api.js';
import { MerchantPage } from './page.js';
import { chosenShop, shopChoice, shopsOf } from './shops.js';

interface Known {
  shops: Shop[];
  shop: Shop | undefined;
  streamers: Streamer[];
}

/** Who may sell in a shop, and who asks to. */
@customElement('kc-merchant-streamers')
export class StreamersPage extends MerchantPage {
  readonly #known = new Loaded<Known>(this, async () => {
    const shops = await shopsOf(this.merchant);
    const shop = chosenShop(this.merchant, shops);
    const params = { path: { shopId: shop?.id ?? '' }, query: { limit: 200 } };
    const streamers = shop ? (await api.get('/v1/shops/{shopId}/streamers', { params })).items : [];
    return { shops, shop, streamers };
  });
  @state() private busy = '';

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.streamers, text: words.streamersText })}
    ${this.#known.show(({ shops, shop, streamers }) =>
      !shop || streamers.length === 0
        ? emptyState({
            icon: 'people',
            title: words.noStreamers,
            text: words.noStreamersText(shop?.domain ?? ''),
            rank: 2,
          })
        : html`<div class="stack">
            ${shopChoice(shops, shop, () => void this.#known.again())} ${this.#export(streamers)}
            <ul class="list-box order-list">
              ${streamers.map((streamer) => this.#streamer(shop, streamer))}
            </ul>
          </div>`,
    )}`;
  }

  #export(streamers: Streamer[]): TemplateResult {
    const { words } = this;
    const titles = columnTitles();
    const columns = [
      textColumn<Streamer>('name', titles.streamer, ({ name }) => name),
      textColumn<Streamer>('state', titles.state, ({ state }) => words.streamerStates[state]),
      timeColumn<Streamer>('asked', words.asked, ({ askedAt }) => askedAt),
    ];
    return exportBar('streamers', columns, streamers);
  }

  #streamer(shop: Shop, streamer: Streamer): TemplateResult {
    const { words } = this;
    const { streamerId, name, state: said } = streamer;
    const decide = (to: 'allowed' | 'denied', label: string, brand: boolean) =>
      html`<wa-button
        size="s"
        variant=${brand ? 'brand' : 'neutral'}
        appearance=${brand ? 'accent' : 'outlined'}
        ?loading=${this.busy === streamerId}
        @click=${() => void this.#decide(shop, streamer, to)}
        >${label}</wa-button
      >`;
    return html`<li class="session-row">
      <span class="order-what"
        ><strong>${name}</strong><span class="quiet small">${words.asked} ${agoView(streamer.askedAt)}</span></span
      >
      <span class="tag ${said === 'allowed' ? 'good' : said === 'asked' ? 'waiting' : ''}"
        >${words.streamerStates[said]}</span
      >
      ${
        this.mayEdit
          ? html`<span class="row">
              ${said === 'denied' || said === 'asked' ? decide('allowed', words.allow, true) : nothing}
              ${said === 'allowed' || said === 'asked' ? decide('denied', said === 'asked' ? words.deny : words.withdraw, false) : nothing}
            </span>`
          : nothing
      }
    </li>`;
  }

  async #decide(shop: Shop, { streamerId, name, state: before }: Streamer, to: 'allowed' | 'denied'): Promise<void> {
    const { words } = this;
    const withdraws = before === 'allowed';
    if (
      withdraws &&
      !(await confirmed({ title: words.withdrawFrom(name), text: words.withdrawText, yes: words.withdraw }))
    )
      return;
    this.busy = streamerId;
    const params = { path: { shopId: shop.id, streamerId } };
    try {
      await api.put('/v1/shops/{shopId}/streamers/{streamerId}', { params, body: { state: to } });
      toast(to === 'allowed' ? words.allowed(name) : words.denied(name));
      await this.#known.again();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    } finally {
      this.busy = '';
    }
  }
}
