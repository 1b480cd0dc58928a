import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { signInMessages } from '../../text/console/signin/messages.js';
import { ConsolePage } from '../console-page.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { pageHead } from '../parts/page-head.js';
import { afterSignIn, wantedPage } from './after-sign-in.js';
import { giveBackupCode, giveCode } from './sign-in-api.js';

/** The second factor: the code of an app, or one of the backup codes. */
@customElement('kc-second-step')
export class SecondPage extends ConsolePage {
  @state() private backup = false;

  private readonly form = new Form(this, async ({ code = '' }) => {
    await (this.backup ? giveBackupCode(code.trim()) : giveCode(code.replaceAll(/\s/g, '')));
    afterSignIn(wantedPage(this.context.query));
  });

  protected override render(): TemplateResult {
    const words = signInMessages[this.context.lang];
    const turn = () => (this.backup = !this.backup);
    return html`${pageHead({ title: words.second, text: this.backup ? words.backupText : words.secondText })}
      <div class="stack">
        <form class="form" novalidate @submit=${this.form.submit}>
          ${this.form.notice()}
          ${field(this.form, {
            name: 'code',
            label: this.backup ? words.backupCode : words.code,
            required: true,
            autocomplete: 'one-time-code',
            inputmode: this.backup ? 'text' : 'numeric',
          })}
          ${sendButton(this.form, words.goOn)}
        </form>
        <button class="quiet-button" @click=${turn}>${this.backup ? words.useCode : words.useBackup}</button>
      </div>`;
  }
}
