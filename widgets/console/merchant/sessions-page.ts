import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { textColumn, timeColumn } from '../parts/table/columns.js';
import { columnTitles, exportBar } from '../parts/table/export-button.js';
import { timeView } from '../parts/time.js';
import { api, type SessionRow, type Shop } from './api.js';
import { MerchantPage } from './page.js';
import { shopsOf } from './shops.js';

interface Known {
  shops: Shop[];
  sessions: { session: SessionRow; shop: Shop }[];
}

/** Livestreams that sell in the merchant's shops, whoever hosts them. */
@customElement('kc-merchant-sessions')
export class SessionsPage extends MerchantPage {
  readonly #known = new Loaded<Known>(this, async () => {
    const shops = await shopsOf(this.merchant);
    const lists = await Promise.all(
      shops.map(async (shop) => {
        const { items } = await api.get('/v1/shops/{shopId}/sessions', {
          params: { path: { shopId: shop.id }, query: { limit: 100 } },
        });
        return items.map((session) => ({ session, shop }));
      }),
    );
    const byId = new Map(lists.flat().map((each) => [each.session.id, each]));
    return { shops, sessions: [...byId.values()].sort((a, b) => rank(a.session) - rank(b.session)) };
  });

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.sessions, text: words.sessionsText })}
    ${this.#known.show(({ sessions }) =>
      sessions.length === 0
        ? emptyState({
            icon: 'video',
            title: words.noSessions,
            text: words.noSessionsText,
            rank: 2,
            action: html`<wa-button href=${this.context.pathOf('streamers')}>${words.toStreamers}</wa-button>`,
          })
        : html`${this.#export(sessions)}
            <ul class="list-box order-list">
              ${sessions.map((each) => this.#session(each))}
            </ul>`,
    )}`;
  }

  #export(sessions: Known['sessions']): TemplateResult {
    const { words } = this;
    const titles = columnTitles();
    const columns = [
      textColumn<Known['sessions'][number]>('title', words.csv.session, ({ session }) => session.title),
      textColumn<Known['sessions'][number]>('streamer', titles.streamer, ({ session }) => session.streamer),
      textColumn<Known['sessions'][number]>('shop', words.shop, ({ shop }) => shop.domain),
      textColumn<Known['sessions'][number]>(
        'state',
        titles.state,
        ({ session }) => words.sessionStates[session.status],
      ),
      timeColumn<Known['sessions'][number]>('at', words.csv.time, ({ session }) => timeOf(session)),
      textColumn<Known['sessions'][number]>('page', words.publicPage, ({ session }) => session.pageUrl),
    ];
    return exportBar('sessions', columns, sessions);
  }

  #session({ session, shop }: Known['sessions'][number]): TemplateResult {
    const { words } = this;
    return html`<li class="session-row">
      <span class="order-what">
        <strong>${session.title}</strong>
        <span class="quiet small">${session.streamer} · ${timeView(timeOf(session))} · ${shop.domain}</span>
      </span>
      <span class="tag ${session.status === 'live' ? 'live' : ''}">${words.sessionStates[session.status]}</span>
      <span class="row">
        <a href=${`${this.context.pathOf('orders')}?session=${session.id}`}>${words.itsOrders}</a>
        <a href=${session.pageUrl} target="_blank" rel="noopener"
          >${words.publicPage}<wa-icon name="external"></wa-icon
        ></a>
      </span>
    </li>`;
  }
}

const timeOf = ({ startedAt, scheduledFor, createdAt }: SessionRow) => startedAt ?? scheduledFor ?? createdAt;

const order = { live: 0, scheduled: 1, ended: 2 };
const rank = (session: SessionRow) => order[session.status];
