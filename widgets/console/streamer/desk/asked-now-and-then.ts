import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Something the server makes anew from time to time: asked for regularly while the page is seen, and soon after
 * {@link hasten}. An answer that fails leaves the last one standing.
 */
export class AskedNowAndThen<T> implements ReactiveController {
  value: T | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: { everyMs: number; ask: () => Promise<T> },
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.again();
    this.#timer = setInterval(() => void this.again(), this.options.everyMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }

  /** Something has changed; many changes at once are asked for once. */
  hasten(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.again();
    }, 1_000);
  }

  async again(): Promise<void> {
    if (this.#asking || document.hidden) return;
    this.#asking = true;
    try {
      this.value = await this.options.ask();
      this.host.requestUpdate();
    } catch {
      // The desk says by itself when nothing is heard.
    } finally {
      this.#asking = false;
    }
  }
}
