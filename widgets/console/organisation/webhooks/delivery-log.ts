import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { partsMessages } from '../../../text/console/parts/messages.js';
import { webhookMessages, type WebhookWords } from '../../../text/console/webhooks/messages.js';
import type { Language } from '../../../text/messages.js';
import { LightElement } from '../../light-element.js';
import { emptyState } from '../../parts/empty-state.js';
import { refusalWords } from '../../parts/refusal.js';
import '../../parts/table/kc-table.js';
import {
  numberColumn,
  textColumn,
  timeColumn,
  type KindcastTable,
  type RowAction,
} from '../../parts/table/kc-table.js';
import { timeView } from '../../parts/time.js';
import { toast } from '../../parts/toast.js';
import { hooks, type Delivery } from './api.js';
import { resultInWords, troubleInWords } from './in-words.js';

/** How often a delivery just asked for is looked at until it has gone out, and how many times. */
const lookEveryMs = 1_000;
const looks = 20;

/** Everything that was sent to an endpoint: how it went, what it said, and once more. */
@customElement('kc-webhook-log')
export class DeliveryLog extends LightElement {
  @property() endpoint = '';
  @property() language: Language = 'zh-CN';
  /** Whether anything goes out at all. */
  @property({ type: Boolean }) on = false;
  @property({ type: Boolean }) mayResend = false;
  @state() private open: Delivery | undefined;

  #load = (cursor: string | undefined) => hooks.deliveries(this.endpoint, cursor);

  get #words(): WebhookWords {
    return webhookMessages[this.language];
  }

  /** Tells how a delivery goes that was just asked for, as soon as it is known. */
  async follow({ id, attempts }: Delivery): Promise<void> {
    const before = attempts.at(-1)?.at;
    const table = () => this.querySelector<KindcastTable>('kc-table');
    table()?.again();
    for (let look = 0; look < looks; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      // Whoever has left the page does not wait for it.
      if (!this.isConnected) return;
      const { items } = await hooks.deliveries(this.endpoint);
      const now = items.find((each) => each.id === id);
      const last = now?.attempts.at(-1);
      // Older ones than the first page shows are not looked for.
      if (now === undefined) break;
      if (last === undefined || last.at === before) continue;
      if (last.trouble === undefined) toast(this.#words.arrived);
      else toast(this.#words.notArrived(troubleInWords(last, this.#words)), { bad: true });
      if (this.open?.id === id) this.open = now;
      table()?.again();
      this.dispatchEvent(new Event('kindcast-delivered'));
      return;
    }
    toast(this.#words.stillWaiting);
    table()?.again();
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const result = (row: Delivery) => resultInWords(row, words, this.on);
    return html`<section class="stack">
      <div>
        <h2>${words.log}</h2>
        <p class="quiet">${words.logText}</p>
      </div>
      ${this.open ? this.#delivery(this.open) : nothing}
      <kc-table
        name="webhook-deliveries"
        .caption=${words.log}
        .load=${this.#load}
        .empty=${emptyState({ icon: 'letter', title: words.noLog, text: words.noLogText, rank: 2 })}
        .columns=${[
          textColumn<Delivery>('what', words.what, ({ type }) => words.event[type].title),
          timeColumn<Delivery>('when', words.when, ({ createdAt }) => createdAt),
          textColumn<Delivery>('result', words.result, result),
          numberColumn<Delivery>('tries', words.tries, ({ attempts }) => attempts.length),
          timeColumn<Delivery>('next', words.next, ({ nextAttemptAt }) => nextAttemptAt, {
            cell: ({ nextAttemptAt }) => (nextAttemptAt && this.on ? timeView(nextAttemptAt) : '–'),
          }),
        ]}
        .actions=${(row: Delivery) => this.#actions(row)}
      ></kc-table>
    </section>`;
  }

  #actions(row: Delivery): RowAction[] {
    const words = this.#words;
    return [
      { title: words.look, icon: 'eye', run: () => this.#look(row) },
      ...(this.mayResend && this.on
        ? [{ title: words.resend, icon: 'undo' as const, run: () => this.#resend(row) }]
        : []),
    ];
  }

  async #look(row: Delivery): Promise<void> {
    this.open = row;
    await this.updateComplete;
    const shown = this.querySelector<HTMLElement>('.hook-delivery');
    shown?.scrollIntoView({ block: 'nearest' });
    shown?.focus();
  }

  async #resend({ id }: Delivery): Promise<void> {
    try {
      await this.follow(await hooks.resend(id));
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
  }

  #delivery(delivery: Delivery): TemplateResult {
    const words = this.#words;
    const { type, payload, attempts } = delivery;
    return html`<section class="card stack hook-delivery" tabindex="-1" aria-label=${words.event[type].title}>
      <div class="row between">
        <h3>${words.event[type].title}</h3>
        <wa-button appearance="plain" @click=${() => (this.open = undefined)}
          >${partsMessages[this.language].close}</wa-button
        >
      </div>
      <div class="stack close">
        <h4>${words.attempts}</h4>
        <ul class="hook-attempts">
          ${attempts.map(
            (each) =>
              html`<li>
                ${timeView(each.at)} · ${each.trouble === undefined ? words.delivered : troubleInWords(each, words)}
                <span class="quiet">(${words.attempt(each.ms.toLocaleString(this.language))})</span>
                ${each.error ? html`<br /><span class="quiet" lang="en">${each.error}</span>` : nothing}
              </li>`,
          )}
          ${attempts.length === 0 ? html`<li>${words.waiting}</li>` : nothing}
        </ul>
      </div>
      <div class="stack close">
        <h4>${words.payload}</h4>
        <pre class="hook-payload" tabindex="0">${JSON.stringify(payload, undefined, 2)}</pre>
      </div>
    </section>`;
  }
}
