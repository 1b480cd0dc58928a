import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { partsMessages } from '../../text/console/parts/messages.js';
import { pageLanguage } from '../language.js';
import { emptyState } from '../parts/empty-state.js';
import { field } from '../parts/form/field.js';
import { filledIn, Form, sendButton, type Values } from '../parts/form/form.js';
import { pageHead } from '../parts/page-head.js';
import { progressView } from '../parts/progress.js';
import { refusalWords } from '../parts/refusal.js';
import { numberColumn, textColumn, timeColumn, type KindcastTable } from '../parts/table/kc-table.js';
import { toast } from '../parts/toast.js';
import { operatorApi, type Letter, type Payload } from './api.js';
import { leadOf } from './letter-lead.js';
import { done, OperatorPage } from './page.js';

/** Deliveries that could not be read: look, try again, lay aside. Nothing of them is ever lost. */
@customElement('kc-operator-letters')
export class OperatorLetters extends OperatorPage {
  @state() private shown: 'waiting' | 'dismissed' = 'waiting';
  @state() private open: { letter: Letter; payload: Payload | undefined; dismissing: boolean } | undefined;
  @state() private progress: { done: number; total: number } | undefined;
  readonly #dismissForm = new Form(this, (values) => this.#dismiss(values));

  protected override render(): TemplateResult {
    const { words, shown } = this;
    const waiting = shown === 'waiting';
    const actions = html`
      <wa-button appearance="outlined" @click=${() => this.#switch()}
        >${waiting ? words.laidAside : words.waiting}</wa-button
      >
      ${waiting ? html`<wa-button variant="brand" ?disabled=${this.progress !== undefined} @click=${() => void this.#replayAll()}>${words.replayAll}</wa-button>` : nothing}
    `;
    return html`${pageHead({ title: waiting ? words.letters : `${words.letters} · ${words.laidAside}`, text: words.lettersText, actions })}
      <div class="stack wide">
        ${this.progress ? progressView({ label: words.replaying, ...this.progress }) : nothing}
        ${this.open ? keyed(this.open.letter.id, this.#letter(this.open)) : nothing} ${this.#table()}
      </div>`;
  }

  #table(): TemplateResult {
    const { words, shown } = this;
    const columns = [
      textColumn<Letter>(
        'reason',
        words.reason,
        ({ dismissedReason, reason }) => dismissedReason ?? `${words.leads[leadOf(reason)]}: ${reason}`,
        { cell: (letter) => this.#reason(letter) },
      ),
      timeColumn<Letter>('received', words.received, ({ receivedAt }) => receivedAt),
      textColumn<Letter>('topic', words.topic, ({ topic }) => topic),
      textColumn<Letter>('shop', words.shop, ({ shopDomain }) => shopDomain),
      numberColumn<Letter>('attempts', words.attempts, ({ attempts }) => attempts),
    ];
    const actions = (letter: Letter) => [
      { title: words.look, icon: 'eye' as const, run: () => void this.#look(letter) },
      ...(shown === 'waiting'
        ? [
            { title: words.replay, icon: 'undo' as const, run: () => void this.#replay(letter) },
            { title: words.dismiss, icon: 'xmark' as const, run: () => void this.#look(letter, true) },
          ]
        : [{ title: words.takeBack, icon: 'undo' as const, run: () => void this.#restore(letter) }]),
    ];
    return html`<kc-table
      name="deliveries"
      .caption=${words.letters}
      .columns=${columns}
      .load=${shown === 'waiting' ? waitingLetters : dismissedLetters}
      .actions=${actions}
      .empty=${emptyState({ icon: 'letter', title: words.noLetters, text: words.noLettersText, rank: 2 })}
    ></kc-table>`;
  }

  /** What is wrong, which opens what came; the technical sentence is English in every language. */
  #reason(letter: Letter): TemplateResult {
    const { dismissedReason, reason } = letter;
    const said = dismissedReason ?? this.words.leads[leadOf(reason)];
    return html`<button class="cell-link" @click=${() => void this.#look(letter)}>${said}</button>
      ${dismissedReason === undefined ? html`<small class="quiet" lang="en">${reason}</small>` : nothing}`;
  }

  #letter({ letter, payload, dismissing }: NonNullable<typeof this.open>): TemplateResult {
    const { words } = this;
    return html`<section class="card stack" aria-label=${letter.reason}>
      <div class="row between">
        <h2>${letter.topic}</h2>
        <wa-button appearance="plain" @click=${() => (this.open = undefined)}>
          ${partsMessages[pageLanguage()].close}
        </wa-button>
      </div>
      <p>
        <strong>${words.leads[leadOf(letter.reason)]}</strong><br /><span class="quiet" lang="en"
          >${letter.reason}</span
        >
      </p>
      ${payload ? html`<p class="quiet">${payload.readable ? words.masked : words.unreadable}</p>` : nothing}
      ${payload ? html`<pre class="payload" tabindex="0">${JSON.stringify(payload.payload, undefined, 2)}</pre>` : nothing}
      ${
        dismissing
          ? html`<form class="form" novalidate @submit=${this.#dismissForm.submit}>
              ${this.#dismissForm.notice()}
              ${field(this.#dismissForm, { name: 'reason', label: words.dismissReason, hint: words.dismissText, required: true })}
              ${sendButton(this.#dismissForm, words.dismiss)}
            </form>`
          : nothing
      }
    </section>`;
  }

  #switch(): void {
    this.open = undefined;
    this.shown = this.shown === 'waiting' ? 'dismissed' : 'waiting';
    void this.updateComplete.then(() => this.#again());
  }

  #again(): void {
    this.querySelector<KindcastTable>('kc-table')?.again();
  }

  async #look(letter: Letter, dismissing = false): Promise<void> {
    this.#dismissForm.begin();
    this.open = { letter, payload: undefined, dismissing };
    try {
      this.open = { letter, payload: await operatorApi.payload(letter.id), dismissing };
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>(dismissing ? 'form wa-input' : 'pre')?.focus();
  }

  async #replay(letter: Letter): Promise<void> {
    try {
      const { outcome } = await operatorApi.replay(letter.id);
      toast(this.words.outcomes[outcome], { bad: outcome === 'failed' });
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
    this.#again();
  }

  /** One after the other: each is a transaction of its own, and whoever watches sees how far it is. */
  async #replayAll(): Promise<void> {
    const letters: Letter[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await waitingLetters(cursor);
      letters.push(...page.items);
      if ((cursor = page.nextCursor) === undefined) break;
    }
    let good = 0;
    this.progress = { done: 0, total: letters.length };
    try {
      for (const [at, letter] of letters.entries()) {
        if ((await operatorApi.replay(letter.id)).outcome !== 'failed') good += 1;
        this.progress = { done: at + 1, total: letters.length };
      }
      const lang = pageLanguage();
      toast(this.words.replayedAll(good.toLocaleString(lang), letters.length.toLocaleString(lang)));
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
    this.progress = undefined;
    this.#again();
  }

  async #dismiss(values: Values): Promise<void> {
    const letter = this.open?.letter;
    if (!letter) return;
    try {
      await operatorApi.dismiss(letter.id, filledIn(values).reason ?? '');
      toast(this.words.dismissed, { undo: () => void this.#restore(letter) });
      this.open = undefined;
    } finally {
      this.#again();
    }
  }

  async #restore(letter: Letter): Promise<void> {
    await done(() => operatorApi.restore(letter.id), this.words.waiting);
    this.#again();
  }
}

const waitingLetters = operatorApi.letters('waiting');
const dismissedLetters = operatorApi.letters('dismissed');
