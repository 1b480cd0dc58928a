import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { confirmed } from '../parts/confirm.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { numberColumn, textColumn } from '../parts/table/columns.js';
import { columnTitles, exportBar } from '../parts/table/export-button.js';
import { toast } from '../parts/toast.js';
import { api, type Connection, type GivingState, type Shop } from './api.js';
import './connect-shop.js';
import sheet from './look/shops-page.css?text';
import { MerchantPage } from './page.js';
import { shopsOf } from './shops.js';
import { webhookHelp } from './webhook-help.js';

adoptSheet(sheet);

interface KnownShop {
  shop: Shop;
  connection: Connection;
  giving: GivingState;
}

/** The merchant's shops: what each has to be told, its secret, its switch. */
@customElement('kc-merchant-shops')
export class ShopsPage extends MerchantPage {
  readonly #shops = new Loaded<KnownShop[]>(this, async () => {
    const shops = await shopsOf(this.merchant);
    return Promise.all(
      shops.map(async (shop) => {
        const params = { path: { shopId: shop.id } };
        const [connection, giving] = await Promise.all([
          api.get('/v1/shops/{shopId}/connection', { params }),
          api.get('/v1/shops/{shopId}/giving', { params }),
        ]);
        return { shop, connection, giving };
      }),
    );
  });
  @state() private connecting = false;
  @state() private busy = false;

  protected override render(): TemplateResult {
    const { words } = this;
    const actions = this.mayEdit
      ? html`<wa-button variant="brand" @click=${() => (this.connecting = true)}>
          <wa-icon slot="start" name="plus"></wa-icon>${words.connectShop}
        </wa-button>`
      : nothing;
    return html`${pageHead({ title: words.shops, text: words.shopsText, actions })}
    ${this.#shops.show(
      (shops) =>
        html`<div class="stack wide">
          ${
            this.connecting || (shops.length === 0 && this.mayEdit)
              ? html`<section class="card">
                  <h2>${words.connectShop}</h2>
                  <kc-connect-shop
                    .merchant=${this.merchant}
                    @kc-connected=${() => {
                      this.connecting = false;
                      void this.#shops.again();
                    }}
                  ></kc-connect-shop>
                </section>`
              : nothing
          }
          ${shops.length === 0 ? nothing : this.#export(shops)} ${shops.map((known) => this.#shop(known))}
        </div>`,
    )}`;
  }

  /** Secrets are not known here, so none can get into the file. */
  #export(shops: readonly KnownShop[]): TemplateResult {
    const { words } = this;
    const titles = columnTitles();
    const columns = [
      textColumn<KnownShop>('shop', words.shop, ({ shop }) => shop.domain),
      textColumn<KnownShop>('platform', titles.platform, ({ shop }) => shop.platform),
      textColumn<KnownShop>('currency', words.currency, ({ shop }) => shop.currency),
      numberColumn<KnownShop>('returns', titles.returnDays, ({ shop }) => shop.returnWindowDays),
      numberColumn<KnownShop>('giving', titles.itemsGiving, ({ giving }) => giving.giving),
    ];
    return exportBar('shops', columns, shops);
  }

  #shop({ shop, connection, giving }: KnownShop): TemplateResult {
    const { words } = this;
    return html`<section class="card stack shop-card">
      <div class="row between">
        <h2>${shop.domain}</h2>
        <span class="tag ${giving.giving > 0 ? 'good' : 'waiting'}"
          >${giving.giving > 0 ? words.itemsGive(giving.giving) : words.givingOff}</span
        >
      </div>
      <p class="quiet">${shop.currency} · ${words.returnWindow(shop.returnWindowDays)}</p>
      ${webhookHelp(connection)} ${this.mayEdit ? html`${this.#secret(shop)} ${this.#switch(shop, giving)}` : nothing}
    </section>`;
  }

  #secret(shop: Shop): TemplateResult {
    const { words } = this;
    return html`<form class="row secret-row" @submit=${(event: SubmitEvent) => void this.#setSecret(event, shop)}>
      <wa-input
        name="secret"
        type="password"
        password-toggle
        autocomplete="off"
        label=${shop.hasWebhookSecret ? words.newSecret : words.webhookSecret}
        hint=${shop.hasWebhookSecret ? words.secretKept : words.webhookSecretHint}
      ></wa-input>
      <wa-button type="submit" appearance="outlined" ?loading=${this.busy}>${words.saveSecret}</wa-button>
    </form>`;
  }

  #switch(shop: Shop, { giving, drafts }: GivingState): TemplateResult {
    const { words } = this;
    return html`<div class="row end">
      ${
        drafts > 0
          ? html`<wa-button variant="brand" ?loading=${this.busy} @click=${() => void this.#turn(shop, 'start')}
              >${words.switchOnDrafts(drafts)}</wa-button
            >`
          : nothing
      }
      ${
        giving > 0
          ? html`<wa-button appearance="outlined" ?loading=${this.busy} @click=${() => void this.#turn(shop, 'pause')}
              >${words.pauseGiving}</wa-button
            >`
          : nothing
      }
    </div>`;
  }

  async #setSecret(event: SubmitEvent, shop: Shop): Promise<void> {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('[name=secret]');
    const secret = (field?.value ?? '').trim();
    if (secret === '') return;
    await this.#doing(async () => {
      await api.put('/v1/shops/{shopId}/webhook-secret', { params: { path: { shopId: shop.id } }, body: { secret } });
      field!.value = '';
      toast(this.words.secretSaved);
    });
  }

  async #turn(shop: Shop, to: 'start' | 'pause'): Promise<void> {
    const { words } = this;
    if (
      to === 'pause' &&
      !(await confirmed({ title: words.pauseAsk(shop.domain), text: words.pauseText, yes: words.pauseGiving }))
    )
      return;
    const params = { path: { shopId: shop.id } };
    await this.#doing(async () => {
      const { changed } =
        to === 'start'
          ? await api.post('/v1/shops/{shopId}/giving/start', { params, body: {} })
          : await api.post('/v1/shops/{shopId}/giving/pause', { params, body: {} });
      if (to === 'start') toast(words.switchedOn(changed));
      else
        toast(words.paused(changed), {
          undo: () =>
            void this.#doing(async () => {
              await api.post('/v1/shops/{shopId}/giving/start', { params, body: {} });
            }),
        });
    });
  }

  async #doing(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
      await this.#shops.again();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    } finally {
      this.busy = false;
    }
  }
}
