import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import '../parts/copy-field.js';
import type { Links } from './host-api.js';
import { words } from './words.js';

/** The links of a session, each with what it is for and one tap to copy it. */
@customElement('kc-session-links')
export class SessionLinks extends LightElement {
  @property({ attribute: false }) links!: Links;
  @state() private variant = '';

  protected override render(): TemplateResult {
    const own = words();
    const { links } = this;
    return html`<div class="stack wide">
      <section class="card links-overlay" aria-labelledby="overlay">
        <div class="stack">
          <h2 id="overlay">${own.overlay}</h2>
          <p>${own.overlayText}</p>
          <kc-copy label=${own.overlay} value=${links.overlayUrl} secret></kc-copy>
          <p class="quiet small">${own.secretNote}</p>
          <div class="row">
            <wa-button appearance="outlined" href=${here(links.studioUrl)} target="_blank">
              ${own.openStudio}<wa-icon slot="end" name="external"></wa-icon>
            </wa-button>
          </div>
        </div>
        <iframe class="overlay-preview" src=${here(links.overlayUrl)} title=${own.preview} loading="lazy"></iframe>
      </section>
      <div class="grid">
        <section class="card stack" aria-labelledby="page-link">
          <h2 id="page-link">${own.page}</h2>
          <p>${own.pageText}</p>
          <kc-copy label=${own.page} value=${links.pageUrl}></kc-copy>
          <div class="row">
            <wa-button appearance="outlined" href=${here(links.pageUrl)} target="_blank">
              ${own.openPage}<wa-icon slot="end" name="external"></wa-icon>
            </wa-button>
          </div>
        </section>
        <section class="card stack" aria-labelledby="code">
          <h2 id="code">${own.code}</h2>
          <p>${own.codeText}</p>
          <img class="session-code" src=${here(links.codeUrl)} alt=${own.code} width="160" height="160" />
          <div class="row">
            <wa-button appearance="outlined" href=${here(links.codeUrl)} download="kindcast-qr.png">
              <wa-icon slot="start" name="download"></wa-icon>${own.downloadCode}
            </wa-button>
          </div>
        </section>
      </div>
      <section class="card stack" aria-labelledby="shop-links">
        <h2 id="shop-links">${own.shopLinks}</h2>
        <p>${own.shopLinksText}</p>
        <wa-input
          label=${own.variant}
          hint=${own.variantHint}
          inputmode="numeric"
          .value=${this.variant}
          @input=${(event: Event) => (this.variant = (event.target as HTMLInputElement).value.replaceAll(/\D/g, ''))}
        ></wa-input>
        ${links.shops.map((shop) => this.#shop(shop))}
      </section>
    </div>`;
  }

  #shop(shop: Links['shops'][number]): TemplateResult {
    const own = words();
    const link = this.variant === '' ? shop.cartLink : shop.cartLink.replace('VARIANT', this.variant);
    return html`<div class="stack close shop-links">
      <h3>${shop.merchant} <span class="quiet">${shop.domain}</span></h3>
      <kc-copy label=${own.cartLink} value=${link}></kc-copy>
      ${this.variant === '' ? html`<p class="quiet small">${own.cartLinkHint}</p>` : ''}
      <details>
        <summary>${own.forTheShop}</summary>
        <div class="stack close">
          <kc-copy label=${own.cartScript} value=${shop.cartScript}></kc-copy>
          <kc-copy label=${own.formField} value=${shop.formField}></kc-copy>
        </div>
      </details>
    </div>`;
  }
}

/** The server's public address may be another than the one this page was opened by; what is shown here comes from here. */
const here = (address: string) => new URL(address).pathname;
