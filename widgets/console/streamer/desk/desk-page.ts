import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../../light-element.js';
import { Loaded } from '../../parts/loaded.js';
import { hostApi } from '../host-api.js';
import './live-desk.js';

/** The desk of one session, once it has been read. */
@customElement('kc-desk-page')
export class DeskPage extends LightElement {
  @property() sessionId = '';
  @property({ attribute: false }) paths!: { back: string; report: string };
  @property({ type: Boolean }) mayEdit = false;
  readonly #session = new Loaded(this, () => hostApi.session(this.sessionId));

  protected override render(): TemplateResult {
    return html`${this.#session.show(
      (session) =>
        html`<kc-live-desk .session=${session} .paths=${this.paths} ?mayEdit=${this.mayEdit}></kc-live-desk>`,
    )}`;
  }
}
