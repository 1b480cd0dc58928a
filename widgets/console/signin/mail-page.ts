import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { signInMessages } from '../../text/console/signin/messages.js';
import { ConsolePage } from '../console-page.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { wantedPage } from './after-sign-in.js';
import { askForReset, sendVerification } from './sign-in-api.js';

/** Whose mailbox is meant. Kept in the page alone: an address has no place in an address. */
export const mailTo = { email: '', forReset: false };

@customElement('kc-check-mail')
export class MailPage extends ConsolePage {
  @state() private said = '';
  @state() private error: unknown;

  async #again(): Promise<void> {
    const { lang, query } = this.context;
    this.error = undefined;
    try {
      await (mailTo.forReset ? askForReset(mailTo.email) : sendVerification(mailTo.email, wantedPage(query)));
      this.said = signInMessages[lang].sentAgain;
    } catch (error) {
      this.error = error;
    }
  }

  protected override render(): TemplateResult {
    const words = signInMessages[this.context.lang];
    return html`${pageHead({ title: words.checkMail, text: words.checkMailText(mailTo.email || words.email) })}
      <div class="stack">
        ${this.error ? noticeView({ kind: 'bad', text: refusalWords(this.error) }) : ''}
        ${this.said ? noticeView({ kind: 'good', text: this.said }) : ''}
        <p class="quiet">${words.checkMailHint}</p>
        ${mailTo.email ? html`<wa-button appearance="outlined" @click=${() => void this.#again()}>${words.sendAgain}</wa-button>` : ''}
      </div>`;
  }
}
