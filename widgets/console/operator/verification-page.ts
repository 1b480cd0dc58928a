import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { charityConsole } from '../../text/console/charity/messages.js';
import type { Charity, Evidence } from '../charity/api.js';
import { field, typed } from '../charity/fields.js';
import { papersView } from '../charity/papers-view.js';
import { pageLanguage } from '../language.js';
import { confirmed } from '../parts/confirm.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { timeView } from '../parts/time.js';
import { goTo } from '../router.js';
import { operatorApi, type Decision } from './api.js';
import { done, OperatorPage } from './page.js';

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
      [theirs.aboutZh, charity.about.zh],
      [theirs.aboutEn, charity.about.en],
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
    if (state !== 'waiting' && state !== 'verified') return noticeView({ kind: 'info', text: words.notAsked });
    const refuse = html`<form class="form" @submit=${(event: SubmitEvent) => void this.#refuse(event, charity)}>
      ${field({ name: 'reason', label: words.refuseReason, hint: words.refuseHint, lines: 4, required: true }, [])}
      <div class="row"><wa-button type="submit" variant="danger">${words.refuse}</wa-button></div>
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
          : html`<form class="form" @submit=${(event: SubmitEvent) => void this.#verify(event, charity)}>
              <fieldset class="seen">
                <legend>${words.looked}</legend>
                ${evidence.map(
                  (paper) =>
                    html`<wa-checkbox name="seen" value=${paper.id}
                      >${theirs.kinds[paper.kind]} · ${paper.fileName}</wa-checkbox
                    >`,
                )}
              </fieldset>
              ${field({ name: 'note', label: words.note, hint: words.noteHint }, [])}
              <div class="row"><wa-button type="submit" variant="brand">${words.verify}</wa-button>${toRefuse}</div>
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

  async #verify(event: SubmitEvent, charity: Charity): Promise<void> {
    event.preventDefault();
    const { words } = this;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const note = String(data.get('note') ?? '').trim();
    if (!(await confirmed({ title: words.verifyAsk(charity.name), text: words.verifyText, yes: words.verify }))) return;
    const body = {
      version: charity.verification.version,
      evidenceIds: data.getAll('seen').map(String),
      ...(note && { note }),
    };
    if (await done(() => operatorApi.verify(charity.id, body), words.verified))
      goTo(this.context.pathOf('verifications'));
    else await this.#desk.again();
  }

  async #refuse(event: SubmitEvent, charity: Charity): Promise<void> {
    event.preventDefault();
    const { reason } = typed(event.currentTarget as HTMLFormElement);
    const body = { version: charity.verification.version, reason: reason ?? '' };
    if (await done(() => operatorApi.refuse(charity.id, body), this.words.refused))
      goTo(this.context.pathOf('verifications'));
    else await this.#desk.again();
  }
}
