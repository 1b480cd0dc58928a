import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { signInMessages } from '../../text/console/signin/messages.js';
import { api } from '../ask.js';
import { ConsolePage } from '../console-page.js';
import type { OrganisationKind } from '../me.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { pageHead } from '../parts/page-head.js';
import { toast } from '../parts/toast.js';
import { pathTo } from '../router.js';
import { afterSignIn } from './after-sign-in.js';

const kinds: readonly OrganisationKind[] = ['merchant', 'streamer', 'charity', 'sponsor'];

/** What somebody is, in people's words, and how it is called. */
@customElement('kc-welcome')
export class WelcomePage extends ConsolePage {
  @state() private kind: OrganisationKind = 'merchant';

  private readonly form = new Form(
    this,
    async ({ name = '' }) => {
      const body = { kind: this.kind, name };
      const { id } = await api.post('/v1/organisations', { body });
      toast(signInMessages[this.context.lang].made(name));
      afterSignIn(pathTo(id));
    },
    { once: true },
  );

  protected override render(): TemplateResult {
    const words = signInMessages[this.context.lang];
    return html`${pageHead({ title: words.welcome, text: words.welcomeText })}
      <form class="form" novalidate @submit=${this.form.submit}>
        ${this.form.notice()}
        <fieldset class="choices">
          <legend>${words.whatAreYou}</legend>
          ${kinds.map(
            (kind) =>
              html`<label class="choice">
                <input
                  type="radio"
                  name="kind"
                  value=${kind}
                  .checked=${this.kind === kind}
                  @change=${() => (this.kind = kind)}
                />
                <span>${words.kinds[kind].title}</span><small>${words.kinds[kind].text}</small>
              </label>`,
          )}
        </fieldset>
        ${field(this.form, { name: 'name', label: words.nameOf[this.kind], required: true, maxlength: 200 })}
        ${sendButton(this.form, words.makeOrganisation)}
      </form>`;
  }
}
