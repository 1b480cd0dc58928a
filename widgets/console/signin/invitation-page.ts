import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { signInMessages } from '../../text/console/signin/messages.js';
import { api } from '../ask.js';
import { ConsolePage } from '../console-page.js';
import { shellWords } from '../language.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { pathTo } from '../router.js';
import { signOut } from '../sign-out.js';
import { afterSignIn } from './after-sign-in.js';

/** For whoever opened the link of an invitation, signed in or not. */
@customElement('kc-invitation')
export class InvitationPage extends ConsolePage {
  @state() private error: unknown;
  private readonly invitation = new Loaded(this, () =>
    api.get('/v1/invitations/{token}', { params: { path: { token: this.#token } } }),
  );

  get #token(): string {
    return this.context.params['token'] ?? '';
  }

  async #accept(): Promise<void> {
    try {
      const params = { path: { token: this.#token } };
      const { organisationId } = await api.post('/v1/invitations/{token}/accept', { params });
      afterSignIn(pathTo(organisationId));
    } catch (error) {
      this.error = error;
    }
  }

  protected override render(): TemplateResult {
    const words = signInMessages[this.context.lang];
    return html`${pageHead({ title: words.invitation })}
    ${this.invitation.show(({ organisation, role, email }) => {
      const text = words.invitedTo(organisation.name, shellWords().roles[role]);
      return html`<div class="stack">
        ${this.error ? noticeView({ kind: 'bad', text: refusalWords(this.error) }) : ''}
        <p>${text} ${words.invitedFor(email)}</p>
        ${this.#whatNext(email)}
      </div>`;
    })}`;
  }

  #whatNext(email: string): TemplateResult {
    const words = signInMessages[this.context.lang];
    const { person } = this.context.me;
    const to = encodeURIComponent(pathTo('invitations', this.#token));
    if (!person)
      return html`<p class="quiet">${words.signInToAccept}</p>
        <div class="row">
          <wa-button variant="brand" href="${pathTo('sign-in')}?to=${to}">${words.signIn}</wa-button>
          <wa-button appearance="outlined" href="${pathTo('sign-up')}?to=${to}&email=${encodeURIComponent(email)}">
            ${words.signUp}
          </wa-button>
        </div>`;
    if (person.email.toLowerCase() !== email.toLowerCase())
      return html`${noticeView({ kind: 'warning', text: words.otherPerson(person.email) })}
        <wa-button appearance="outlined" @click=${() => void signOut()}>${shellWords().signOut}</wa-button>`;
    return html`<div class="row">
      <wa-button variant="brand" @click=${() => void this.#accept()}>${words.accept}</wa-button>
    </div>`;
  }
}
