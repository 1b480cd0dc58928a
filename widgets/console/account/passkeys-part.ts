import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';
import { confirmed } from '../parts/confirm.js';
import { Loaded } from '../parts/loaded.js';
import { refusalWords } from '../parts/refusal.js';
import { timeView } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import { getAuth, postAuth } from '../signin/ask-auth.js';
import { addPasskey } from '../signin/sign-in-api.js';

interface Passkey {
  id: string;
  name?: string | null;
  createdAt?: string | null;
}

@customElement('kc-passkeys')
export class Passkeys extends LightElement {
  private readonly passkeys = new Loaded(this, () => getAuth<Passkey[]>('passkey/list-user-passkeys'));

  async #add(): Promise<void> {
    const words = accountMessages[pageLanguage()];
    try {
      await addPasskey(words.passkeyName);
      toast(words.passkeyAdded);
      await this.passkeys.again();
    } catch (error) {
      // Whoever closes the browser's own question knows that he did.
      if (!(error instanceof Error && error.name === 'NotAllowedError')) toast(refusalWords(error), { bad: true });
    }
  }

  async #remove(id: string): Promise<void> {
    const words = accountMessages[pageLanguage()];
    const question = { title: words.removePasskey, text: words.removePasskeyText, yes: words.remove, grave: true };
    if (!(await confirmed(question))) return;
    try {
      await postAuth('passkey/delete-passkey', { id });
      await this.passkeys.again();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
  }

  protected override render(): TemplateResult {
    const words = accountMessages[pageLanguage()];
    return html`<section class="card stack">
      <div>
        <h2>${words.passkeys}</h2>
        <p class="quiet">${words.passkeysText}</p>
      </div>
      ${this.passkeys.show((all) =>
        all.length === 0
          ? html`<p>${words.noPasskeys}</p>`
          : html`<ul class="stack close">
              ${all.map(
                ({ id, name, createdAt }) =>
                  html`<li class="row between">
                    <span
                      >${name || words.passkeyName}
                      ${createdAt ? html`<span class="quiet">${timeView(createdAt)}</span>` : ''}</span
                    >
                    <button class="quiet-button" @click=${() => void this.#remove(id)}>
                      <wa-icon name="trash"></wa-icon>${words.remove}
                    </button>
                  </li>`,
              )}
            </ul>`,
      )}
      <div class="row">
        <wa-button appearance="outlined" @click=${() => void this.#add()}>
          <wa-icon slot="start" name="fingerprint"></wa-icon>${words.addPasskey}
        </wa-button>
      </div>
    </section>`;
  }
}
