import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { webhookMessages, type WebhookWords } from '../../../text/console/webhooks/messages.js';
import { ConsolePage } from '../../console-page.js';
import { mayAs } from '../../me.js';
import { emptyState } from '../../parts/empty-state.js';
import { Loaded } from '../../parts/loaded.js';
import { pageHead } from '../../parts/page-head.js';
import '../../parts/table/kc-table.js';
import { textColumn, timeColumn } from '../../parts/table/kc-table.js';
import { agoView } from '../../parts/time.js';
import { hooks, type Endpoint, type EndpointWithSecret } from './api.js';
import { EndpointForm } from './endpoint-form.js';
import { howItWorks } from './how-it-works.js';
import { eventsInWords } from './in-words.js';
import './look.js';
import { secretView } from './secret-view.js';

/** The addresses at which an organisation's programs hear of what happens. */
@customElement('kc-webhooks')
export class WebhooksPage extends ConsolePage {
  @state() private making = false;
  @state() private made: EndpointWithSecret | undefined;

  private readonly endpoints = new Loaded(this, () => hooks.list(this.context.organisation!.id));
  private readonly form = new EndpointForm(this, {
    words: () => this.#words,
    send: async (settings) => {
      this.made = await hooks.make(this.context.organisation!.id, settings);
      this.making = false;
      await this.endpoints.again();
    },
  });

  get #words(): WebhookWords {
    return webhookMessages[this.context.lang];
  }

  get #mayChange(): boolean {
    return mayAs(this.context.organisation!.role, 'editor');
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const none = this.endpoints.value?.length === 0;
    const add = this.#mayChange && !this.making && !this.made && !none ? this.#addButton() : undefined;
    return html`${pageHead({ title: words.title, text: words.text, actions: add })}
      <div class="stack wide">
        ${
          this.made
            ? secretView(
                this.made.secret,
                words,
                html`<wa-button variant="brand" href=${this.context.pathOf('webhooks', this.made.id)}
                  >${words.openEndpoint}</wa-button
                >`,
              )
            : nothing
        }
        ${this.making ? this.form.render(() => (this.making = false)) : nothing}
        ${this.endpoints.show((items) => this.#list(items))} ${howItWorks(words)}
      </div>`;
  }

  #addButton(): TemplateResult {
    const begin = async () => {
      this.form.begin();
      this.made = undefined;
      this.making = true;
      await this.updateComplete;
      this.querySelector<HTMLElement>('wa-input')?.focus();
    };
    return html`<wa-button variant="brand" @click=${begin}> ${this.#words.add} </wa-button>`;
  }

  #list(items: readonly Endpoint[]): unknown {
    const words = this.#words;
    if (items.length === 0)
      return this.making
        ? nothing
        : emptyState({
            icon: 'bell',
            title: words.none,
            text: this.#mayChange ? words.noneText : `${words.noneText} ${words.askAnEditor}`,
            action: this.#mayChange ? this.#addButton() : undefined,
            rank: 2,
          });
    const stateOf = ({ enabled, disabledReason }: Endpoint) =>
      enabled ? words.on : `${words.off}: ${words.offBecause[disabledReason ?? 'by-hand']}`;
    return html`<kc-table
      name="webhooks"
      plain
      .caption=${words.title}
      .rows=${items}
      .href=${({ id }: Endpoint) => this.context.pathOf('webhooks', id)}
      .columns=${[
        textColumn<Endpoint>('url', words.address, ({ url }) => url, {
          cell: ({ url }) => html`<span class="hook-address">${url}</span>`,
        }),
        textColumn<Endpoint>('description', words.description, ({ description }) => description),
        textColumn<Endpoint>('events', words.eventsShort, (row) => eventsInWords(row, words)),
        textColumn<Endpoint>('state', words.state, stateOf),
        timeColumn<Endpoint>('last', words.lastSuccess, ({ lastSuccessAt }) => lastSuccessAt, {
          cell: ({ lastSuccessAt }) => (lastSuccessAt ? agoView(lastSuccessAt) : words.neverYet),
        }),
      ]}
    ></kc-table>`;
  }
}
