import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { moneyLabel, moneyView, moneyWord } from '../parts/money.js';
import { pageHead } from '../parts/page-head.js';
import { moneyColumn, textColumn, timeColumn } from '../parts/table/kc-table.js';
import { charityApi, type Gift, type Givers } from './api.js';
import { CharityPage } from './page.js';

type ShopRow = Givers['shops'][number];
type SessionRow = Givers['sessions'][number];
const given = ({ given, currency }: ShopRow | SessionRow) => ({ amount: given, currency });

/** Through whom a charity's money comes, and the newest gifts one by one. */
@customElement('kc-charity-givers')
export class CharityGivers extends CharityPage {
  readonly #givers = new Loaded<Givers>(this, () => charityApi.givers(this.charity));
  readonly #gifts = (cursor: string | undefined) => charityApi.gifts(this.charity, cursor);

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.givers, text: words.giversText })}
    ${this.#givers.show((givers) =>
      givers.shops.length + givers.sessions.length === 0
        ? emptyState({ icon: 'coins', title: words.noGivers, text: words.noGiversText, rank: 2 })
        : html`<div class="stack wide">
            ${this.#shops(givers.shops)} ${givers.sessions.length > 0 ? this.#sessions(givers.sessions) : ''}
            ${this.#newest()}
          </div>`,
    )}`;
  }

  #shops(rows: readonly ShopRow[]): TemplateResult {
    const { words } = this;
    const columns = [
      textColumn<ShopRow>('merchant', words.merchant, ({ merchant }) => merchant.name),
      textColumn<ShopRow>('domain', words.address, ({ domain }) => domain),
      moneyColumn<ShopRow>('given', words.amount, given),
    ];
    return html`<section class="stack close">
      <h2>${words.shops}</h2>
      <kc-table
        name="shops"
        .caption=${words.shops}
        .columns=${columns}
        .rows=${rows}
        .rowId=${(row: ShopRow) => `${row.shopId} ${row.currency}`}
      ></kc-table>
    </section>`;
  }

  #sessions(rows: readonly SessionRow[]): TemplateResult {
    const { words } = this;
    const columns = [
      textColumn<SessionRow>('session', words.session, ({ title }) => title),
      textColumn<SessionRow>('host', words.host, ({ streamer }) => streamer),
      moneyColumn<SessionRow>('given', words.amount, given),
    ];
    return html`<section class="stack close">
      <h2>${words.sessions}</h2>
      <kc-table
        name="livestreams"
        .caption=${words.sessions}
        .columns=${columns}
        .rows=${rows}
        .rowId=${(row: SessionRow) => `${row.sessionId} ${row.currency}`}
        .href=${({ sessionId }: SessionRow) => `/sessions/${sessionId}`}
      ></kc-table>
    </section>`;
  }

  #newest(): TemplateResult {
    const { words } = this;
    const takenBack = (gift: Gift) => gift.change === 'reversed';
    const columns = [
      textColumn<Gift>('item', words.item, ({ item }) => item),
      timeColumn<Gift>('at', words.when, ({ at }) => at),
      textColumn<Gift>('merchant', words.merchant, ({ merchant }) => merchant),
      textColumn<Gift>('session', words.session, ({ session }) => session?.title ?? words.noSession),
      textColumn<Gift>('project', words.project, ({ project }) => project.title),
      textColumn<Gift>('change', words.change, ({ change }) => moneyLabel(change), {
        cell: ({ change }) => moneyWord(change),
      }),
      moneyColumn<Gift>(
        'amount',
        words.amount,
        // A file adds up: what was taken back is less.
        (gift) => (takenBack(gift) ? { ...gift.amount, amount: `-${gift.amount.amount}` } : gift.amount),
        { cell: (gift) => html`${takenBack(gift) ? '− ' : ''}${moneyView(gift.amount)}` },
      ),
    ];
    return html`<section class="stack close">
      <h2>${words.newestGifts}</h2>
      <kc-table name="gifts" .caption=${words.newestGifts} .columns=${columns} .load=${this.#gifts}></kc-table>
    </section>`;
  }
}
