import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FieldError } from '../../../plugin/client/kindcast-problem.js';
import { KindcastProblem } from '../ask.js';
import { LightElement } from '../light-element.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { noticeView } from '../parts/notice.js';
import { refusalWords } from '../parts/refusal.js';
import { pageLanguage } from '../language.js';
import { fieldMessage } from '../parts/form/field-message.js';
import { api } from './api.js';
import { hintOf } from './hint.js';
import sheet from './look/connect-shop.css?text';
import { merchantWords } from './page.js';
import { chooseShop } from './shops.js';

adoptSheet(sheet);

const currencies = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'KRW', 'SGD', 'MYR', 'THB', 'AUD', 'CAD'];

/** The form that connects a Shopify shop. Tells `kc-connected` with the shop's id. */
@customElement('kc-connect-shop')
export class ConnectShop extends LightElement {
  @property({ attribute: false }) merchant = '';
  @state() private errors: readonly FieldError[] = [];
  @state() private trouble = '';
  @state() private busy = false;

  #error(path: string): string {
    const found = this.errors.find((error) => error.path === path);
    return found ? merchantWords().fieldError(path, fieldMessage(found.message, pageLanguage())) : '';
  }

  async #connect(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const said = (name: string) => (form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '').trim();
    // People paste the address of the page they are on.
    const domain = said('domain')
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, '');
    [this.busy, this.errors, this.trouble] = [true, [], ''];
    try {
      const secret = said('secret');
      const shop = await api.post('/v1/shops', {
        body: {
          merchantId: this.merchant,
          platform: 'shopify',
          domain,
          currency: said('currency'),
          ...(secret && { webhookSecret: secret }),
        },
      });
      chooseShop(this.merchant, shop.id);
      this.dispatchEvent(new CustomEvent('kc-connected', { detail: shop.id, bubbles: true }));
    } catch (error) {
      this.errors = error instanceof KindcastProblem ? error.errors : [];
      this.trouble = this.errors.length > 0 ? '' : refusalWords(error);
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const words = merchantWords();
    return html`<form class="stack" novalidate @submit=${(event: SubmitEvent) => void this.#connect(event)}>
      ${this.trouble ? noticeView({ kind: 'bad', text: this.trouble }) : nothing}
      <wa-input
        name="domain"
        label=${words.shopDomain}
        placeholder="my-shop.myshopify.com"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        >${hintOf(this.#error('domain'), words.shopDomainHint)}</wa-input
      >
      <wa-select name="currency" label=${words.shopCurrency} value="CNY">
        ${currencies.map((code) => html`<wa-option value=${code}>${code}</wa-option>`)}
        ${hintOf(this.#error('currency'), words.shopCurrencyHint)}
      </wa-select>
      <wa-input name="secret" type="password" password-toggle label=${words.webhookSecret} autocomplete="off"
        >${hintOf(this.#error('webhookSecret'), words.webhookSecretHint)}</wa-input
      >
      <div class="row"><wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.connect}</wa-button></div>
    </form>`;
  }
}
