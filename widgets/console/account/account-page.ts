import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { partsMessages } from '../../text/console/parts/messages.js';
import { ConsolePage } from '../console-page.js';
import { ME_CHANGED } from '../me-changed.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { toast } from '../parts/toast.js';
import { postAuth } from '../signin/ask-auth.js';
import './passkeys-part.js';
import './password-part.js';
import './second-factor-part.js';
import './sessions-part.js';

@customElement('kc-account')
export class AccountPage extends ConsolePage {
  private readonly form = new Form(this, async ({ name }) => {
    await postAuth('update-user', { name, language: this.context.lang });
    toast(partsMessages[this.context.lang].saved);
    window.dispatchEvent(new Event(ME_CHANGED));
  });

  protected override render(): TemplateResult {
    const { lang, me, query } = this.context;
    const words = accountMessages[lang];
    return html`${pageHead({ title: words.account, text: me.person?.email })}
      <div class="stack account">
        ${query.get('needs') === 'second-step' ? noticeView({ kind: 'warning', text: words.secondNeeded }) : ''}
        <section class="card">
          <form class="form" novalidate @submit=${this.form.submit}>
            ${this.form.notice()}
            ${field(this.form, {
              name: 'name',
              label: words.name,
              value: me.person?.name,
              required: true,
              maxlength: 100,
              autocomplete: 'name',
            })}
            ${sendButton(this.form, words.save)}
          </form>
        </section>
        <kc-second-factor ?on=${me.secondFactorSetUp}></kc-second-factor>
        <kc-passkeys></kc-passkeys>
        <kc-own-password></kc-own-password>
        <kc-own-sessions></kc-own-sessions>
      </div>`;
  }
}
