import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { signInMessages } from '../../text/console/signin/messages.js';
import { ConsolePage } from '../console-page.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { pageHead } from '../parts/page-head.js';
import { pathTo } from '../router.js';
import { goTo } from './after-sign-in.js';
import { mailTo } from './mail-page.js';
import { askForReset, resetPassword } from './sign-in-api.js';

@customElement('kc-forgotten')
export class ForgottenPage extends ConsolePage {
  private readonly form = new Form(this, async ({ email = '' }) => {
    await askForReset(email);
    Object.assign(mailTo, { email, forReset: true });
    goTo(pathTo('check-mail'));
  });

  protected override render(): TemplateResult {
    const words = signInMessages[this.context.lang];
    return html`${pageHead({
        title: words.forgotten,
        text: words.forgottenText,
        back: { href: pathTo('sign-in'), title: words.signIn },
      })}
      <form class="form" novalidate @submit=${this.form.submit}>
        ${this.form.notice()}
        ${field(this.form, { name: 'email', label: words.email, type: 'email', required: true, autocomplete: 'username' })}
        ${sendButton(this.form, words.sendLink)}
      </form>`;
  }
}

@customElement('kc-reset-password')
export class ResetPage extends ConsolePage {
  private readonly form = new Form(this, async ({ password = '' }) => {
    await resetPassword(this.context.params['token'] ?? '', password);
    const to = this.context.query.get('to');
    goTo(`${pathTo('sign-in')}?saved${to ? `&to=${encodeURIComponent(to)}` : ''}`, { replace: true });
  });

  protected override render(): TemplateResult {
    const words = signInMessages[this.context.lang];
    return html`${pageHead({ title: words.reset, text: this.context.query.has('elsewhere') ? words.resetElsewhere : words.resetText })}
      <form class="form" novalidate @submit=${this.form.submit}>
        ${this.form.notice()}
        ${field(this.form, {
          name: 'password',
          label: words.newPassword,
          hint: words.passwordHint,
          type: 'password',
          required: true,
          autocomplete: 'new-password',
        })}
        ${sendButton(this.form, words.savePassword)}
      </form>`;
  }
}
