import type { SeenGift } from '../feed/take-news.js';
import type { Layout } from '../views/overlay/overlay-options.js';
import { AlertQueue, type Alert } from './alert-queue.js';

/** How a layout tells alerts: how many stand at once, how soon the next may come, how long one stays. */
export interface Pace {
  rows: number;
  nextAfterMs: number;
  /** Absent where alerts stay until newer ones push them out. */
  staysMs?: number;
}

export const paceOf: Readonly<Record<Layout, Pace>> = {
  card: { rows: 3, nextAfterMs: 1_200 },
  ticker: { rows: 12, nextAfterMs: 1_200 },
  portrait: { rows: 2, nextAfterMs: 1_800 },
  // One at a time, long enough to be read aloud.
  bar: { rows: 1, nextAfterMs: 2_600, staysMs: 8_000 },
  alert: { rows: 1, nextAfterMs: 3_200, staysMs: 6_000 },
};

/** Which alerts are on air, at the pace of the layout. */
export class OnAir {
  readonly #queue = new AlertQueue();
  #shown: { alert: Alert; since: number }[] = [];
  #started = false;

  /** @param onEnter is told each alert as it comes on air, for a sound */
  constructor(
    private readonly pace: Pace,
    private readonly onEnter: (alert: Alert) => void = () => undefined,
  ) {}

  /** @param gifts all known gifts, newest first */
  take(gifts: readonly SeenGift[], now: number): void {
    this.#queue.take(gifts);
    if (this.#started || gifts.length === 0) return;
    this.#started = true;
    // A layout that keeps a list goes on with the list it had; one that shows moments waits for the next.
    if (this.pace.staysMs !== undefined) return;
    this.#shown = gifts.slice(0, this.pace.rows).map((gift) => ({ alert: listed(gift), since: now }));
  }

  takeTest(gift: SeenGift): void {
    this.#queue.takeTest(gift);
  }

  /** What to show at this time, newest first. Ask on every drawing, and again when `waitMs` is over. */
  shown(now: number): readonly Alert[] {
    const { rows, staysMs } = this.pace;
    if (this.#queue.waiting > 0 && now >= this.#nextAt()) {
      const alert = this.#queue.next();
      if (alert) {
        this.#shown = [{ alert, since: now }, ...this.#shown].slice(0, rows);
        this.#started = true;
        this.#lastAt = now;
        this.onEnter(alert);
      }
    }
    // A test is no news: it goes by itself and leaves the list as it was.
    this.#shown = this.#shown.filter(({ alert, since }) => now - since < (staysFor(alert) ?? staysMs ?? Infinity));
    return this.#shown.map(({ alert }) => alert);
  }

  /** How long until something changes by itself; undefined when nothing will. */
  waitMs(now: number): number | undefined {
    const next = this.#queue.waiting > 0 ? [this.#nextAt()] : [];
    const ends = this.#shown.flatMap(({ alert, since }) => {
      const stays = staysFor(alert) ?? this.pace.staysMs;
      return stays === undefined ? [] : [since + stays];
    });
    const soonest = Math.min(...next, ...ends);
    return soonest === Infinity ? undefined : Math.max(0, soonest - now);
  }

  #lastAt = -Infinity;

  #nextAt(): number {
    return this.#lastAt + this.pace.nextAfterMs;
  }
}

const testStaysMs = 8_000;
const staysFor = (alert: Alert): number | undefined => (alert.kind === 'test' ? testStaysMs : undefined);

const listed = (gift: SeenGift): Alert => ({
  kind: gift.change === 'reversed' ? 'fall' : 'gift',
  key: gift.key,
  fresh: false,
  gift,
});
