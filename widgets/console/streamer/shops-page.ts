import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PageContext } from '../area.js';
import { KindcastProblem } from '../ask.js';
import { LightElement } from '../light-element.js';
import { mayAs } from '../me.js';
import { confirmed } from '../parts/confirm.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { textColumn, timeColumn } from '../parts/table/columns.js';
import { columnTitles, exportBar } from '../parts/table/export-button.js';
import { agoView } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import { hostApi, type ShopRequest } from './host-api.js';
import { hostName } from './host-name.js';
import { words } from './words.js';

/** Which shops a host has asked, what they said, and a field to ask another. */
@customElement('kc-host-shops')
export class HostShops extends LightElement {
  @property({ attribute: false }) context!: PageContext;
  @state() private domain = '';
  @state() private wrong = '';
  @state() private busy = false;
  readonly #requests = new Loaded(this, () => hostApi.shopRequests(this.context.organisation!.id));

  async #ask(event: Event): Promise<void> {
    event.preventDefault();
    this.busy = true;
    this.wrong = '';
    try {
      const { domain } = await hostApi.askShop(this.context.organisation!.id, hostName(this.domain));
      this.domain = '';
      toast(words().asked(domain));
      await this.#requests.again();
    } catch (error) {
      this.wrong = error instanceof KindcastProblem && error.errors[0] ? words().shopAddressHint : refusalWords(error);
      this.querySelector<HTMLElement>('wa-input')?.focus();
    } finally {
      this.busy = false;
    }
  }

  async #takeBack({ id, domain }: ShopRequest): Promise<void> {
    const own = words();
    if (!(await confirmed({ title: own.takeBackAsk(domain), text: own.takeBackText, yes: own.takeBack }))) return;
    try {
      await hostApi.takeBack(id);
      toast(own.takenBack);
      await this.#requests.again();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
  }

  protected override render(): TemplateResult {
    const own = words();
    const mayEdit = mayAs(this.context.organisation!.role, 'editor');
    return html`${pageHead({ title: own.shops, text: own.shopsText })}
      <div class="stack wide">
        ${mayEdit ? this.#form() : nothing}
        ${this.#requests.show(({ items }) =>
          items.length === 0
            ? emptyState({ icon: 'shop', title: own.noShops, text: own.noShopsText, rank: 2 })
            : html`<div>
                ${this.#export(items)}
                <ul class="request-list">
                  ${items.map((request) => html`<li class="card">${this.#request(request, mayEdit)}</li>`)}
                </ul>
              </div>`,
        )}
      </div>`;
  }

  #form(): TemplateResult {
    const own = words();
    return html`<form class="card ask-shop" @submit=${(event: Event) => void this.#ask(event)}>
      <wa-input
        label=${own.shopAddress}
        hint=${this.wrong || own.shopAddressHint}
        class=${this.wrong ? 'wrong' : ''}
        autocomplete="off"
        autocapitalize="off"
        required
        .value=${this.domain}
        @input=${(event: Event) => (this.domain = (event.target as HTMLInputElement).value)}
      ></wa-input>
      <wa-button variant="brand" type="submit" ?loading=${this.busy} ?disabled=${this.busy}>${own.askShop}</wa-button>
    </form>`;
  }

  #export(requests: readonly ShopRequest[]): TemplateResult {
    const own = words();
    const titles = columnTitles();
    const columns = [
      textColumn<ShopRequest>('shop', own.shopAddress, ({ domain }) => domain),
      textColumn<ShopRequest>('merchant', titles.merchant, ({ shop }) => shop?.merchant.name),
      textColumn<ShopRequest>('state', titles.state, ({ state }) => own.requestStates[state]),
      timeColumn<ShopRequest>('asked', titles.asked, ({ askedAt }) => askedAt),
      timeColumn<ShopRequest>('decided', titles.decided, ({ decidedAt }) => decidedAt),
    ];
    return exportBar('shops', columns, requests);
  }

  #request(request: ShopRequest, mayEdit: boolean): TemplateResult {
    const own = words();
    const { domain, shop, state, askedAt, decidedAt } = request;
    return html`<div class="request">
      <div>
        <h2>${shop?.merchant.name ?? domain}</h2>
        <p class="quiet">${shop ? html`${domain} · ` : nothing}${agoView(decidedAt ?? askedAt)}</p>
        <p class="small">${own.requestMeans[state]}</p>
      </div>
      <span class="pill request-${state}">${own.requestStates[state]}</span>
      ${
        mayEdit
          ? html`<wa-button appearance="plain" @click=${() => void this.#takeBack(request)}>${own.takeBack}</wa-button>`
          : nothing
      }
    </div>`;
  }
}
