import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { partsMessages } from '../../text/console/parts/messages.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';

/** Something to take along, with a button that copies it: `<kc-copy label value>`. `secret` hides it until asked. */
@customElement('kc-copy')
export class CopyField extends LightElement {
  @property() label = '';
  @property() value = '';
  @property({ type: Boolean }) secret = false;
  @state() private said = '';
  @state() private shown = false;

  protected override render(): TemplateResult {
    const words = partsMessages[pageLanguage()];
    const hidden = this.secret && !this.shown;
    return html`<div class="copy-field">
      <label>
        <span>${this.label}</span>
        <input
          readonly
          .value=${hidden ? '••••••••••••' : this.value}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
      </label>
      ${
        this.secret
          ? html`<wa-button appearance="outlined" @click=${() => (this.shown = !this.shown)}
              >${hidden ? words.show : words.hide}</wa-button
            >`
          : ''
      }
      <wa-button appearance="outlined" @click=${() => void this.#copy()}>
        <wa-icon slot="start" name="copy"></wa-icon>${words.copy}
      </wa-button>
      <p class="quiet small" role="status">${this.said}</p>
    </div>`;
  }

  async #copy(): Promise<void> {
    const words = partsMessages[pageLanguage()];
    try {
      await navigator.clipboard.writeText(this.value);
      this.said = words.copied;
    } catch {
      // Browsers give a page the clipboard only over https and on this very machine.
      this.shown = true;
      await this.updateComplete;
      this.querySelector('input')?.select();
      this.said = words.copyYourself;
    }
  }
}
