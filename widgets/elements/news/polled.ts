/** An element that shows what a source knows. */
export interface Watcher {
  /** Near what the reader sees; who is not, costs nothing. */
  readonly near: boolean;
  /** Whether it shows single gifts, which are a question of their own. */
  readonly wantsGifts: boolean;
  changed(): void;
}

/** After this long without an answer, numbers are shown as old. */
export const STALE_AFTER_MS = 10_000;

const SOON_MS = 5_000;

/** Thousands of pages must not ask in the same moment. */
const spread = (ms: number) => ms * (0.8 + Math.random() * 0.4);

/**
 * - loading: not yet answered
 * - missing: the server knows nothing of the kind
 * - away: never answered, and it does not answer now
 * - fresh: what is known is true now
 * - stale: what is known was true at `lastWordAt`
 */
export type Freshness = 'loading' | 'missing' | 'away' | 'fresh' | 'stale';

/**
 * Something the server is asked about again and again, however many elements show it. It asks while one of them is near and
 * the page is visible; a reader who comes back gets an answer at once.
 */
export abstract class Polled {
  readonly watchers = new Set<Watcher>();
  lastWordAt = 0;
  #askedAt = -Infinity;
  #wait = 0;
  #asking = false;
  #failing = false;
  #missing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly server: string) {}

  /** @returns whether anything is known */
  abstract get known(): boolean;
  /** How long to wait between two questions; never, while a socket tells. `missing`: the last answer was that there is nothing. */
  protected abstract paceMs(missing: boolean): number;
  /** Asks and takes the answers. */
  protected abstract ask(): Promise<void>;

  get seen(): boolean {
    return !document.hidden && [...this.watchers].some(({ near }) => near);
  }

  get freshness(): Freshness {
    if (this.#missing) return 'missing';
    if (!this.known) return this.#failing ? 'away' : 'loading';
    // Nobody asks while the page sleeps: whoever wakes it sees that the numbers are old, until the answer is there.
    const pace = this.paceMs(false);
    const patience = this.#failing || pace === Infinity ? 0 : pace * 2;
    // Either way: a clock that was set back does not know how long the silence lasted (link-state.ts).
    return Math.abs(Date.now() - this.lastWordAt) >= STALE_AFTER_MS + patience ? 'stale' : 'fresh';
  }

  /** Who watches or is seen has changed. */
  look(): void {
    clearTimeout(this.#timer);
    const pace = this.paceMs(this.#missing);
    if (!this.seen || this.#asking || pace === Infinity) return;
    // The pace may have quickened since the last question.
    const due = Math.min(this.#wait, pace * 1.2) - Math.abs(Date.now() - this.#askedAt);
    this.#timer = setTimeout(() => void this.#askNow(), Math.max(0, due));
  }

  /** Ask before long, whatever the pace; not at once, because all pages may have the same reason. */
  askSoon(): void {
    this.#askedAt = Date.now();
    this.#wait = Math.random() * SOON_MS;
    this.look();
  }

  async #askNow(): Promise<void> {
    this.#asking = true;
    try {
      await this.ask();
      this.heard();
    } catch (error) {
      // 400: no such thing can have this name.
      this.#missing = [400, 404].includes((error as Error).cause as number);
      this.#failing = !this.#missing;
      this.changed();
    }
    this.#asking = false;
    this.#askedAt = Date.now();
    this.#wait = spread(this.paceMs(this.#missing));
    this.look();
  }

  /** The server answered, whichever way. */
  protected heard(): void {
    this.lastWordAt = Date.now();
    this.#failing = this.#missing = false;
    this.changed();
  }

  changed(): void {
    for (const watcher of this.watchers) watcher.changed();
  }

  /** @throws an error when there is no answer to be had; its cause is the status, where there is one */
  protected async fetch<T>(path: string): Promise<T> {
    // "no-cache" asks the server with the browser's own ETag: an unchanged answer is a few bytes and no preflight.
    const response = await fetch(`${this.server}/v1/${path}`, {
      cache: 'no-cache',
      credentials: 'omit',
      signal: AbortSignal.timeout(8_000),
    });
    if (!response.ok) throw new Error('', { cause: response.status });
    return (await response.json()) as T;
  }
}
