import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { partsMessages } from '../../text/console/parts/messages.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { toast } from '../parts/toast.js';
import { postAuth } from '../signin/ask-auth.js';

@customElement('kc-own-password')
export class OwnPassword extends LightElement {
  private readonly form = new Form(this, async ({ currentPassword, newPassword }) => {
    const body = { currentPassword, newPassword, revokeOtherSessions: true };
    await postAuth('change-password', body);
    this.querySelector('form')?.reset();
    toast(partsMessages[pageLanguage()].saved);
  });

  protected override render(): TemplateResult {
    const words = accountMessages[pageLanguage()];
    return html`<section class="card">
      <h2>${words.passwordTitle}</h2>
      <form class="form" novalidate @submit=${this.form.submit}>
        ${this.form.notice()}
        ${field(this.form, {
          name: 'currentPassword',
          label: words.currentPassword,
          type: 'password',
          required: true,
          autocomplete: 'current-password',
        })}
        ${field(this.form, {
          name: 'newPassword',
          label: words.newPassword,
          hint: words.passwordHint,
          type: 'password',
          required: true,
          autocomplete: 'new-password',
        })}
        ${sendButton(this.form, words.changePassword)}
      </form>
    </section>`;
  }
}
