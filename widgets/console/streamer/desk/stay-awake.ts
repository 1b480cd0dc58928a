import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the screen on while its host stands, where the browser can; it lets go by itself when the page is hidden. */
export class StayAwake implements ReactiveController {
  #lock: WakeLockSentinel | undefined;
  readonly #again = () => void this.#ask();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get stays(): boolean {
    return this.#lock !== undefined && !this.#lock.released;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#again);
    void this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#again);
    void this.#lock?.release();
  }

  async #ask(): Promise<void> {
    if (document.hidden || this.stays || !('wakeLock' in navigator)) return;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
      this.#lock.addEventListener('release', () => this.host.requestUpdate());
      this.host.requestUpdate();
    } catch {
      // A battery that runs low may have it refused; the phone's own settings are left then.
    }
  }
}
