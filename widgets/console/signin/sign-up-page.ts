import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { signInMessages } from '../../text/console/signin/messages.js';
import { ConsolePage } from '../console-page.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { pageHead } from '../parts/page-head.js';
import { goTo, wantedPage, withTo } from './after-sign-in.js';
import { mailTo } from './mail-page.js';
import { signUp } from './sign-in-api.js';

@customElement('kc-sign-up')
export class SignUpPage extends ConsolePage {
  private readonly form = new Form(this, async ({ name = '', email = '', password = '' }) => {
    const { lang, query } = this.context;
    await signUp({ name, email, password, language: lang, callbackURL: wantedPage(query) });
    mailTo.email = email;
    goTo(withTo('check-mail', query));
  });

  protected override render(): TemplateResult {
    const { lang, query } = this.context;
    const words = signInMessages[lang];
    return html`${pageHead({ title: words.signUp, text: words.signUpText })}
      <div class="stack">
        <form class="form" novalidate @submit=${this.form.submit}>
          ${this.form.notice()}
          ${field(this.form, {
            name: 'name',
            label: words.yourName,
            hint: words.yourNameHint,
            required: true,
            autocomplete: 'name',
            maxlength: 100,
          })}
          ${field(this.form, {
            name: 'email',
            label: words.email,
            type: 'email',
            required: true,
            autocomplete: 'username',
            value: query.get('email') ?? '',
          })}
          ${field(this.form, {
            name: 'password',
            label: words.password,
            hint: words.passwordHint,
            type: 'password',
            required: true,
            autocomplete: 'new-password',
          })}
          ${sendButton(this.form, words.signUp)}
        </form>
        <p><a href=${withTo('sign-in', query)}>${words.haveAccount}</a></p>
      </div>`;
  }
}
