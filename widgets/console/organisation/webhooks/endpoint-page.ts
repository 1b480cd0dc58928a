import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatTime } from '../../../text/format-time.js';
import { partsMessages } from '../../../text/console/parts/messages.js';
import { webhookMessages, type WebhookWords } from '../../../text/console/webhooks/messages.js';
import { KindcastProblem } from '../../ask.js';
import { ConsolePage } from '../../console-page.js';
import { mayAs } from '../../me.js';
import { confirmed } from '../../parts/confirm.js';
import { emptyState } from '../../parts/empty-state.js';
import { Loaded } from '../../parts/loaded.js';
import { noticeView } from '../../parts/notice.js';
import { pageHead } from '../../parts/page-head.js';
import { refusalWords } from '../../parts/refusal.js';
import { agoView } from '../../parts/time.js';
import { toast } from '../../parts/toast.js';
import { goTo } from '../../router.js';
import { hooks, type Endpoint } from './api.js';
import type { DeliveryLog } from './delivery-log.js';
import './delivery-log.js';
import { EndpointForm } from './endpoint-form.js';
import { eventsInWords } from './in-words.js';
import './look.js';
import { secretView } from './secret-view.js';

/** One address: what it hears of, whether it is on, its secret, and everything that was sent there. */
@customElement('kc-webhook')
export class WebhookPage extends ConsolePage {
  @state() private editing = false;
  @state() private secret = '';
  @state() private testing = false;

  private readonly endpoint = new Loaded(this, () => this.#find());
  private readonly form = new EndpointForm(this, {
    words: () => this.#words,
    send: async (settings) => {
      await hooks.change(this.#id, settings);
      this.editing = false;
      toast(partsMessages[this.context.lang].saved);
      await this.endpoint.again();
    },
  });

  get #words(): WebhookWords {
    return webhookMessages[this.context.lang];
  }

  get #id(): string {
    return this.context.params.endpoint!;
  }

  get #list(): string {
    return this.context.pathOf('webhooks');
  }

  /** Undefined when it is not this organisation's: under its name stand only its own. */
  async #find(): Promise<{ found: Endpoint | undefined }> {
    try {
      const found = await hooks.one(this.#id);
      return { found: found.organisationId === this.context.organisation!.id ? found : undefined };
    } catch (error) {
      if (error instanceof KindcastProblem && error.status === 404) return { found: undefined };
      throw error;
    }
  }

  protected override render(): unknown {
    const words = this.#words;
    return this.endpoint.show(({ found }) =>
      found
        ? this.#draw(found)
        : emptyState({
            icon: 'bell',
            title: words.notHere,
            text: words.notHereText,
            action: html`<wa-button href=${this.#list}>${words.title}</wa-button>`,
          }),
    );
  }

  #draw(endpoint: Endpoint): TemplateResult {
    const words = this.#words;
    const mayChange = mayAs(this.context.organisation!.role, 'editor');
    const { enabled, disabledReason } = endpoint;
    const test = html`<wa-button variant="brand" ?loading=${this.testing} @click=${() => void this.#test()}
      >${words.test}</wa-button
    >`;
    const on = html`<wa-button variant="brand" @click=${() => void this.#switch(endpoint, true)}
      >${words.switchOn}</wa-button
    >`;
    return html`${pageHead({
        title: endpoint.description ?? new URL(endpoint.url).host,
        back: { href: this.#list, title: words.title },
        actions: mayChange && enabled ? test : undefined,
      })}
      <div class="stack wide">
        ${
          enabled
            ? nothing
            : noticeView({
                kind: 'warning',
                text: words.offBecause[disabledReason ?? 'by-hand'],
                action: mayChange ? on : undefined,
              })
        }
        ${this.secret ? secretView(this.secret, words) : nothing}
        ${this.editing ? this.form.render(() => (this.editing = false)) : this.#facts(endpoint, mayChange)}
        <kc-webhook-log
          .endpoint=${endpoint.id}
          .language=${this.context.lang}
          .on=${enabled}
          .mayResend=${mayChange}
          @kindcast-delivered=${() => void this.endpoint.again()}
        ></kc-webhook-log>
      </div>`;
  }

  #facts(endpoint: Endpoint, mayChange: boolean): TemplateResult {
    const words = this.#words;
    const { url, enabled, lastSuccessAt, previousSecretUntil } = endpoint;
    const facts: [string, unknown][] = [
      [words.address, url],
      [words.eventsShort, eventsInWords(endpoint, words)],
      [words.state, enabled ? words.on : words.off],
      [words.lastSuccess, lastSuccessAt ? agoView(lastSuccessAt) : words.neverYet],
    ];
    return html`<section class="card stack">
      <dl class="hook-facts">
        ${facts.map(
          ([title, value]) =>
            html`<div>
              <dt>${title}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${
        previousSecretUntil
          ? html`<p class="quiet">${words.bothSign(formatTime(previousSecretUntil, this.context.lang, undefined))}</p>`
          : nothing
      }
      ${mayChange ? this.#buttons(endpoint) : nothing}
    </section>`;
  }

  #buttons(endpoint: Endpoint): TemplateResult {
    const words = this.#words;
    const edit = () => {
      this.form.begin(endpoint);
      this.editing = true;
    };
    const button = (title: string, run: () => unknown) =>
      html`<wa-button appearance="outlined" @click=${run}>${title}</wa-button>`;
    return html`<div class="row">
      ${button(words.edit, edit)} ${button(words.rotate, () => void this.#rotate())}
      ${endpoint.enabled ? button(words.switchOff, () => void this.#switch(endpoint, false)) : nothing}
      ${button(words.remove, () => void this.#remove(endpoint))}
    </div>`;
  }

  async #tried(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
  }

  async #test(): Promise<void> {
    this.testing = true;
    await this.#tried(async () => {
      const delivery = await hooks.test(this.#id);
      await this.querySelector<DeliveryLog>('kc-webhook-log')?.follow(delivery);
    });
    this.testing = false;
  }

  #switch(endpoint: Endpoint, enabled: boolean): Promise<void> {
    return this.#tried(async () => {
      await hooks.change(endpoint.id, { ...endpoint, enabled });
      const undo = () => void this.#switch(endpoint, !enabled);
      toast(enabled ? this.#words.switchedOn : this.#words.switchedOff, { undo });
      await this.endpoint.again();
    });
  }

  async #rotate(): Promise<void> {
    const words = this.#words;
    if (!(await confirmed({ title: words.rotateAsk, text: words.rotateText, yes: words.rotate }))) return;
    await this.#tried(async () => {
      ({ secret: this.secret } = await hooks.rotate(this.#id));
      await this.endpoint.again();
    });
  }

  async #remove({ id, url }: Endpoint): Promise<void> {
    const words = this.#words;
    const question = { title: words.removeAsk(url), text: words.removeText, yes: words.remove, grave: true };
    if (!(await confirmed(question))) return;
    await this.#tried(async () => {
      await hooks.remove(id);
      toast(words.removed);
      goTo(this.#list);
    });
  }
}
