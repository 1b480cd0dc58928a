import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { signInMessages } from '../../text/console/signin/messages.js';
import { ConsolePage } from '../console-page.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { afterSignIn, goTo, wantedPage, withTo } from './after-sign-in.js';
import { signIn, signInWithPasskey } from './sign-in-api.js';

@customElement('kc-sign-in')
export class SignInPage extends ConsolePage {
  @state() private passkeyError: unknown;

  private readonly form = new Form(this, async ({ email = '', password = '' }) => {
    const { second } = await signIn(email, password);
    if (second) goTo(withTo('second-step', this.context.query));
    else afterSignIn(wantedPage(this.context.query));
  });

  async #usePasskey(): Promise<void> {
    this.passkeyError = undefined;
    try {
      await signInWithPasskey();
      afterSignIn(wantedPage(this.context.query));
    } catch (error) {
      // Whoever closes the browser's own question knows that he did.
      if (!(error instanceof Error && error.name === 'NotAllowedError')) this.passkeyError = error;
    }
  }

  protected override render(): TemplateResult {
    const { lang, query } = this.context;
    const words = signInMessages[lang];
    return html`${pageHead({ title: words.signIn, text: words.signInText })}
      <div class="stack">
        ${query.get('error') ? noticeView({ kind: 'bad', text: words.linkBad }) : ''}
        ${query.has('saved') ? noticeView({ kind: 'good', text: words.passwordSaved }) : ''}
        ${this.passkeyError ? noticeView({ kind: 'bad', text: refusalWords(this.passkeyError) }) : ''}
        <form class="form" novalidate @submit=${this.form.submit}>
          ${this.form.notice()}
          ${field(this.form, {
            name: 'email',
            label: words.email,
            type: 'email',
            required: true,
            autocomplete: 'username',
          })}
          ${field(this.form, {
            name: 'password',
            label: words.password,
            type: 'password',
            required: true,
            autocomplete: 'current-password',
          })}
          ${sendButton(this.form, words.signIn, html`<a href=${withTo('forgotten', query)}>${words.forgotten}</a>`)}
        </form>
        <p class="or">${words.or}</p>
        <wa-button appearance="outlined" @click=${() => void this.#usePasskey()}>
          <wa-icon slot="start" name="fingerprint"></wa-icon>${words.withPasskey}
        </wa-button>
        <p><a href=${withTo('sign-up', query)}>${words.noAccount}</a></p>
      </div>`;
  }
}
