import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { confirmed } from '../parts/confirm.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { progressView } from '../parts/progress.js';
import { refusalWords } from '../parts/refusal.js';
import { toast } from '../parts/toast.js';
import type { EvidenceKind } from '../../text/console/charity/messages.js';
import { charityApi, type Charity, type Evidence } from './api.js';
import { papersView } from './papers-view.js';
import { CharityPage } from './page.js';
import { evidenceBytesMax, evidenceTypes, smallEnough } from './small-enough.js';

const kinds: readonly EvidenceKind[] = ['registration', 'fundraising-permission', 'bank', 'other'];
const looks = { unverified: 'info', waiting: 'info', verified: 'good', refused: 'warning' } as const;

/** How far the verification has come, what it still needs, and the papers. */
@customElement('kc-charity-verification')
export class CharityVerification extends CharityPage {
  @state() private sending = false;
  readonly #all = new Loaded<{ charity: Charity; evidence: Evidence[] }>(this, async () => {
    const charity = await charityApi.charity(this.charity);
    // Papers are for those who may change them.
    return { charity, evidence: this.mayEdit ? await charityApi.evidence(this.charity) : [] };
  });

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.verification, text: words.verificationText })}
    ${this.#all.show(
      ({ charity, evidence }) =>
        html`<div class="stack wide">
          ${this.#state(charity)}
          ${this.mayEdit ? this.#papers(evidence) : noticeView({ kind: 'info', text: words.viewersOnly })}
        </div>`,
    )}`;
  }

  #state({ verification }: Charity): TemplateResult {
    const { words } = this;
    const { state, missing, changed, reason } = verification;
    const { title, text } = words.states[state];
    const ready = missing.length === 0;
    const asks = this.mayEdit && (state === 'unverified' || state === 'refused');
    return html`<section class="stack" aria-label=${title}>
      ${noticeView({
        kind: looks[state],
        text: html`<strong>${title}</strong><br />${text}`,
        action:
          asks && ready
            ? html`<wa-button variant="brand" @click=${() => void this.#ask()}>${words.askVerification}</wa-button>`
            : undefined,
      })}
      ${
        reason
          ? html`<div class="card">
              <h2>${words.reason}</h2>
              <p>${reason}</p>
            </div>`
          : nothing
      }
      ${
        changed.length > 0
          ? html`<div class="card">
              <p>${words.waitsAgain}</p>
              <ul>
                ${changed.map((part) => html`<li>${words.changedParts[part]}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${
        asks && !ready
          ? html`<div class="card">
              <h2>${words.missingTitle}</h2>
              <ul>
                ${missing.map((what) => html`<li>${words.missing[what]}</li>`)}
              </ul>
            </div>`
          : nothing
      }
    </section>`;
  }

  #papers(evidence: readonly Evidence[]): TemplateResult {
    const { words } = this;
    return html`<section class="card stack">
      <div>
        <h2>${words.evidence}</h2>
        <p class="quiet">${words.evidenceText}</p>
      </div>
      <div class="file-choice">
        <wa-select label=${words.kind} name="kind" value="registration">
          ${kinds.map((kind) => html`<wa-option value=${kind}>${words.kinds[kind]}</wa-option>`)}
        </wa-select>
        <label class="file-button">
          <wa-icon name="upload"></wa-icon>${words.chooseFile}
          <input
            type="file"
            accept=${evidenceTypes.join(',')}
            ?disabled=${this.sending}
            @change=${(event: Event) => void this.#send(event)}
          />
        </label>
        ${this.sending ? progressView({ label: words.uploading }) : nothing}
      </div>
      ${
        evidence.length === 0
          ? html`<p class="quiet">${words.noEvidence}</p>`
          : papersView(this.charity, evidence, words, (paper) => void this.#remove(paper))
      }
    </section>`;
  }

  async #send(event: Event): Promise<void> {
    const { words } = this;
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    const kind = this.querySelector<HTMLElement & { value: Evidence['kind'] }>('wa-select')!.value;
    if (!file) return;
    if (!evidenceTypes.includes(file.type)) return toast(words.wrongType, { bad: true });
    this.sending = true;
    try {
      const paper = await smallEnough(file);
      if (paper.size > evidenceBytesMax) return toast(words.tooLarge, { bad: true });
      await charityApi.addEvidence(this.charity, kind, file.name, paper);
      toast(words.uploaded);
      await this.#all.again();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    } finally {
      this.sending = false;
      input.value = '';
    }
  }

  async #remove(paper: Evidence): Promise<void> {
    const { words } = this;
    const question = { title: words.removeAsk(paper.fileName), text: words.removeText, yes: words.remove, grave: true };
    if (!(await confirmed(question))) return;
    await this.#do(() => charityApi.removeEvidence(this.charity, paper.id), words.removed);
  }

  async #ask(): Promise<void> {
    await this.#do(() => charityApi.askVerification(this.charity), this.words.states.waiting.title);
  }

  async #do(work: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await work();
      toast(said);
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
    await this.#all.again();
  }
}
