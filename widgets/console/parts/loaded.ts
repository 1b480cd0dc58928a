import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { shellWords } from '../language.js';
import { noticeView } from './notice.js';
import { refusalWords } from './refusal.js';
import { skeleton } from './skeleton.js';

/**
 * Something that a page asks the server for. It is asked for when the page appears; `show` draws it, or that it is on its
 * way, or why it did not come and a button to ask again. What was there stays on the screen while it is asked for anew.
 */
export class Loaded<T> implements ReactiveController {
  value: T | undefined;
  #error: unknown;
  #turn = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ask: () => Promise<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.again();
  }

  /** Asks anew; the newest answer counts. */
  async again(): Promise<void> {
    const turn = (this.#turn += 1);
    try {
      const value = await this.ask();
      if (turn !== this.#turn) return;
      this.value = value;
      this.#error = undefined;
    } catch (error) {
      if (turn === this.#turn) this.#error = error;
    }
    this.host.requestUpdate();
  }

  show(draw: (value: T) => unknown): unknown {
    const words = shellWords();
    const failed = this.#error !== undefined && this.#notice(words.tryAgain);
    if (this.value !== undefined) return failed ? html`${failed}${draw(this.value)}` : draw(this.value);
    return failed || skeleton(words.loading);
  }

  #notice(again: string): unknown {
    const action = html`<wa-button appearance="outlined" @click=${() => void this.again()}>${again}</wa-button>`;
    return noticeView({ kind: 'bad', text: refusalWords(this.#error), action });
  }
}
