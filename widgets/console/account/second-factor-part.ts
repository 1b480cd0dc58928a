import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { encode } from 'uqr';
import { accountMessages } from '../../text/console/account/messages.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';
import { ME_CHANGED } from '../me-changed.js';
import '../parts/copy-field.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { noticeView } from '../parts/notice.js';
import { toast } from '../parts/toast.js';
import { postAuth } from '../signin/ask-auth.js';
import { giveAnyCode, giveCode } from '../signin/sign-in-api.js';

interface SetUp {
  totpURI: string;
  backupCodes: string[];
}

/** Setting up the second factor: password, the code on the screen, the first code from the phone, the backup codes. */
@customElement('kc-second-factor')
export class SecondFactor extends LightElement {
  /** It is set up already. */
  @property({ type: Boolean }) on = false;
  @state() private step: 'closed' | 'password' | 'scan' | 'codes' | 'off' = 'closed';
  @state() private setUp: SetUp | undefined;

  private readonly begin = new Form(this, async ({ password }) => {
    this.setUp = await postAuth<SetUp>('two-factor/enable', { password });
    this.step = 'scan';
  });
  private readonly finish = new Form(this, async ({ code = '' }) => {
    await giveCode(code.replaceAll(/\s/g, ''));
    this.step = 'codes';
    toast(accountMessages[pageLanguage()].secondDone);
  });
  private readonly end = new Form(this, async ({ password, code = '' }) => {
    // Whoever has only the password must not get rid of the code.
    await giveAnyCode(code.replaceAll(/\s/g, ''));
    await postAuth('two-factor/disable', { password });
    this.step = 'closed';
    window.dispatchEvent(new Event(ME_CHANGED));
  });

  protected override render(): TemplateResult {
    const words = accountMessages[pageLanguage()];
    return html`<section class="card stack">
      <div>
        <h2>${words.second}</h2>
        <p class="quiet">${words.secondText}</p>
      </div>
      ${this.#step()}
    </section>`;
  }

  #step(): TemplateResult {
    const words = accountMessages[pageLanguage()];
    if (this.step === 'scan' && this.setUp) return this.#scan(this.setUp);
    if (this.step === 'codes' && this.setUp) return this.#codes(this.setUp);
    if (this.step === 'password') return this.#password(this.begin, words.setUp);
    if (this.step === 'off')
      return html`${noticeView({ kind: 'warning', text: words.turnOffText })}
      ${this.#password(this.end, words.turnOff, true)}`;
    return this.on
      ? html`${noticeView({ kind: 'good', text: words.secondOn })}
          <div class="row">
            <wa-button appearance="outlined" @click=${() => (this.step = 'off')}>${words.turnOff}</wa-button>
          </div>`
      : html`<div class="row">
          <wa-button variant="brand" @click=${() => (this.step = 'password')}>
            <wa-icon slot="start" name="phone"></wa-icon>${words.setUp}
          </wa-button>
        </div>`;
  }

  #password(form: Form, send: string, withCode = false): TemplateResult {
    const { currentPassword: label, codeOrBackup } = accountMessages[pageLanguage()];
    return html`<form class="form" novalidate @submit=${form.submit}>
      ${form.notice()}
      ${field(form, { name: 'password', label, type: 'password', required: true, autocomplete: 'current-password' })}
      ${
        withCode
          ? field(form, { name: 'code', label: codeOrBackup, required: true, autocomplete: 'one-time-code' })
          : nothing
      }
      ${sendButton(form, send)}
    </form>`;
  }

  #scan({ totpURI }: SetUp): TemplateResult {
    const words = accountMessages[pageLanguage()];
    const secret = new URL(totpURI).searchParams.get('secret') ?? '';
    return html`<h3>${words.scan}</h3>
      <p>${words.scanText}</p>
      <div class="qr">${qrDrawing(totpURI, words.scan)}</div>
      <kc-copy label=${words.secretText} value=${secret}></kc-copy>
      <form class="form" novalidate @submit=${this.finish.submit}>
        ${this.finish.notice()}
        ${field(this.finish, {
          name: 'code',
          label: words.code,
          required: true,
          autocomplete: 'one-time-code',
          inputmode: 'numeric',
        })}
        ${sendButton(this.finish, words.finish)}
      </form>`;
  }

  #codes({ backupCodes }: SetUp): TemplateResult {
    const words = accountMessages[pageLanguage()];
    const done = () => {
      this.step = 'closed';
      this.setUp = undefined;
      window.dispatchEvent(new Event(ME_CHANGED));
    };
    return html`<h3>${words.keepCodes}</h3>
      ${noticeView({ kind: 'warning', text: words.keepCodesText })}
      <ul class="codes">
        ${backupCodes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <div class="row"><wa-button variant="brand" @click=${done}>${words.finish}</wa-button></div>`;
  }
}

/** The code as one path: black on white in every colour scheme, because cameras want it so. */
function qrDrawing(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${label}>${svg`<path d=${path} />`}</svg>`;
}
