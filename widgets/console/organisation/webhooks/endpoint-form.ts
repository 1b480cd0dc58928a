import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { HookEvent, WebhookWords } from '../../../text/console/webhooks/messages.js';
import { KindcastProblem } from '../../ask.js';
import { field } from '../../parts/form/field.js';
import { Form, sendButton } from '../../parts/form/form.js';
import { noticeView } from '../../parts/notice.js';
import type { Endpoint, EndpointSettings } from './api.js';

interface EndpointFormNeeds {
  words(): WebhookWords;
  send(settings: EndpointSettings): Promise<unknown>;
}

/** Where to and of what: the same fields for a new endpoint and for one that is changed. */
export class EndpointForm implements ReactiveController {
  #chosen = new Set<HookEvent>();
  #noneChosen = false;
  #before: Endpoint | undefined;
  readonly #form: Form;

  constructor(
    private readonly host: LitElement,
    private readonly needs: EndpointFormNeeds,
  ) {
    host.addController(this);
    this.#form = new Form(host, (values) => this.#send(values));
  }

  hostConnected(): void {
    this.begin();
  }

  /** Empty, or with what stands there now. */
  begin(before?: Endpoint): void {
    this.#before = before;
    this.#chosen = new Set(before?.events);
    this.#noneChosen = false;
    this.host.requestUpdate();
  }

  async #send({ url = '', description = '' }: Readonly<Record<string, string>>): Promise<void> {
    this.#noneChosen = this.#chosen.size === 0;
    if (this.#noneChosen) return;
    const events = [...this.#chosen];
    const settings = { url, events, enabled: this.#before?.enabled ?? true, description: description.trim() };
    try {
      await this.needs.send(settings);
    } catch (error) {
      throw this.#inWords(error);
    }
  }

  /** The server goes on where the field's name ends, in English; here a sentence stands by itself. */
  #inWords(error: unknown): unknown {
    if (!(error instanceof KindcastProblem) || error.errors.length === 0) return error;
    const errors = error.errors.map(({ path, message }) =>
      path === 'url' ? { path, message: this.needs.words().addressTrouble(message) } : { path, message },
    );
    const { kind, status, title } = error;
    return new KindcastProblem({ kind, status, title, errors });
  }

  render(leave: () => void): TemplateResult {
    const words = this.needs.words();
    const before = this.#before;
    return html`<section class="card stack">
      <h2>${before ? words.edit : words.add}</h2>
      <form class="form" novalidate @submit=${this.#form.submit}>
        ${this.#form.notice()} ${this.#noneChosen ? noticeView({ kind: 'bad', text: words.chooseEvent }) : nothing}
        ${field(this.#form, {
          name: 'url',
          label: words.address,
          hint: words.addressHint,
          type: 'url',
          required: true,
          maxlength: 500,
          autocomplete: 'off',
          placeholder: 'https://',
          value: before?.url,
        })}
        <fieldset class="choices hook-events">
          <legend>${words.events}</legend>
          ${eventTypes(words).map((type) => this.#choice(type, words))}
        </fieldset>
        ${field(this.#form, {
          name: 'description',
          label: words.description,
          hint: words.descriptionHint,
          maxlength: 200,
          autocomplete: 'off',
          value: before?.description,
        })}
        ${sendButton(
          this.#form,
          before ? words.save : words.make,
          html`<wa-button appearance="plain" @click=${leave}>${words.cancel}</wa-button>`,
        )}
      </form>
    </section>`;
  }

  #choice(type: HookEvent, words: WebhookWords): TemplateResult {
    const { title, text } = words.event[type];
    const turn = () => {
      if (!this.#chosen.delete(type)) this.#chosen.add(type);
      this.host.requestUpdate();
    };
    return html`<label class="choice">
      <input type="checkbox" value=${type} .checked=${this.#chosen.has(type)} @change=${turn} />
      <span>${title}</span><small>${text}</small>
    </label>`;
  }
}

/** Tests are sent by hand; nobody asks for them. */
const eventTypes = ({ event }: WebhookWords) =>
  (Object.keys(event) as (keyof typeof event)[]).filter((type) => type !== 'webhook.test');
