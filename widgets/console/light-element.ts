import { LitElement } from 'lit';

/**
 * An element of the console. It draws into the page itself, so that the console's one style sheet reaches everything and
 * labels find their fields; it is drawn again when the language changes.
 */
export class LightElement extends LitElement {
  readonly #redraw = () => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(LANGUAGE_CHANGED, this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(LANGUAGE_CHANGED, this.#redraw);
  }
}

/** Told on `window` when the console speaks another language. */
export const LANGUAGE_CHANGED = 'kindcast-language-changed';
