import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { charityConsole } from '../../text/console/charity/messages.js';
import type { Charity, Evidence } from '../charity/api.js';
import { papersView } from '../charity/papers-view.js';
import { KindcastProblem } from '../ask.js';
import { pageLanguage } from '../language.js';
import { confirmed } from '../parts/confirm.js';
import { field } from '../parts/form/field.js';
import { filledIn, Form, sendButton } from '../parts/form/form.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { timeView } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import { goTo } from '../router.js';
import { operatorApi, type Decision } from './api.js';
import { OperatorPage } from './page.js';

interface Desk {
  charity: Charity;
  evidence: Evidence[];
  decisions: Decision[];
}

/** The verification desk: what a charity says, its papers, and the decision on exactly what was seen. */
@customElement('kc-operator-verification')
export class OperatorVerification extends OperatorPage {
  @state() private refusing = false;
  readonly #desk = new Loaded<Desk>(this, async () => {
    const id = this.context.params.charityId!;
    const [charity, evidence, decisions] = await Promise.all([
      operatorApi.charity(id),
      operatorApi.evidence(id),
      operatorApi.decisions(id),
    ]);
    return { charity, evidence, decisions };
  });
  readonly #verifyForm = new Form(this, async (values, form) => {
    const { words } = this;
    const { id, name, verification } = this.#desk.value!.charity;
    const evidenceIds = new FormData(form).getAll('seen').map(String);
    if (evidenceIds.length === 0) {
      const errors = [{ path: 'seen', message: words.lookFirst }];
      throw new KindcastProblem({ kind: 'validation', status: 400, title: words.lookFirst, errors });
    }
    if (!(await confirmed({ title: words.verifyAsk(name), text: words.verifyText, yes: words.verify }))) return;
    const { note } = filledIn(values);
    const body = { version: verification.version, evidenceIds, ...(note && { note }) };
    await this.#decide(() => operatorApi.verify(id, body), words.verified);
  });
  readonly #refuseForm = new Form(this, async (values) => {
    const { id, verification } = this.#desk.value!.charity;
    const body = { version: verification.version, reason: filledIn(values).reason ?? '' };
    await this.#decide(() => operatorApi.refuse(id, body), this.words.refused);
  });

  protected override render(): TemplateResult {
    const { words, context } = this;
    const back = { href: context.pathOf('verifications'), title: words.verifications };
    return html`${pageHead({ title: this.#desk.value?.charity.name ?? words.charity, back })}
    ${this.#desk.show((desk) => html`<div class="stack wide">${this.#show(desk)}</div>`)}`;
  }

  #show(desk: Desk): TemplateResult {
    const { words } = this;
    const theirs = charityConsole[pageLanguage()];
    const { charity, evidence } = desk;
    const facts = [
      [theirs.registrationNumber, charity.registrationNumber],
      [theirs.country, charity.country],
      [words.publicContact, charity.contact],
      [words.website, charity.website],
      [words.aboutZh, charity.about.zh],
      [words.aboutEn, charity.about.en],
    ].filter(([, value]) => value !== undefined);
    return html`
      ${charity.verification.changed.length > 0 ? noticeView({ kind: 'warning', text: `${words.changed}: ${charity.verification.changed.map((part) => theirs.changedParts[part]).join(', ')}` }) : nothing}
      <section class="card">
        <h2>${words.charityFacts}</h2>
        <dl class="facts-list">
          ${facts.map(
            ([name, value]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
      </section>
      <section class="card stack">
        <h2>${words.papers}</h2>
        ${evidence.length === 0 ? html`<p class="quiet">${words.noPapers}</p>` : papersView(charity.id, evidence, theirs)}
      </section>
      ${this.#decision(desk)} ${this.#earlier(desk.decisions)}
    `;
  }

  #decision({ charity, evidence }: Desk): TemplateResult {
    const { words } = this;
    const theirs = charityConsole[pageLanguage()];
    const { state } = charity.verification;
    const verifyForm = this.#verifyForm;
    const refuseForm = this.#refuseForm;
    if (state !== 'waiting' && state !== 'verified')
      return html`${verifyForm.notice()} ${refuseForm.notice()} ${noticeView({ kind: 'info', text: words.notAsked })}`;
    const refuse = html`<form class="form" novalidate @submit=${refuseForm.submit}>
      ${refuseForm.notice()}
      ${field(refuseForm, { name: 'reason', label: words.refuseReason, hint: words.refuseHint, rows: 4, required: true })}
      ${sendButton(refuseForm, words.refuse, nothing, 'danger')}
    </form>`;
    const toRefuse = html`<wa-button appearance="outlined" @click=${() => (this.refusing = !this.refusing)}
      >${words.refuse}</wa-button
    >`;
    return html`<section class="card stack">
      <h2>${words.decide}</h2>
      ${
        state === 'verified'
          ? html`<p>${theirs.states.verified.title}</p>
              <div class="row">${toRefuse}</div>`
          : html`<form class="form" novalidate @submit=${verifyForm.submit}>
              ${verifyForm.notice()}
              <fieldset class="seen">
                <legend>${words.looked}</legend>
                ${evidence.map(
                  (paper) =>
                    html`<wa-checkbox name="seen" value=${paper.id}
                      >${theirs.kinds[paper.kind]} · ${paper.fileName}</wa-checkbox
                    >`,
                )}
                ${verifyForm.errorOf('seen') ? html`<p class="field-error"><wa-icon name="warning"></wa-icon>${verifyForm.errorOf('seen')}</p>` : nothing}
              </fieldset>
              ${field(verifyForm, { name: 'note', label: words.note, hint: words.noteHint })}
              ${sendButton(verifyForm, words.verify, toRefuse)}
            </form>`
      }
      ${this.refusing ? refuse : nothing}
    </section>`;
  }

  #earlier(decisions: readonly Decision[]): TemplateResult | typeof nothing {
    const { words } = this;
    if (decisions.length === 0) return nothing;
    return html`<section class="card">
      <h2>${words.earlier}</h2>
      <ul class="rows">
        ${decisions.map(
          (each) =>
            html`<li>
              <div class="what">
                ${words.decisions[each.decision]}${each.note ? html`<small>${each.note}</small>` : nothing}
              </div>
              <span class="quiet">${each.decidedBy} · ${timeView(each.decidedAt)}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** What was decided on may have changed meanwhile: whoever is refused sees it as it is now. */
  async #decide(send: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await send();
    } catch (error) {
      await this.#desk.again();
      throw error;
    }
    toast(said);
    goTo(this.context.pathOf('verifications'));
  }
}
