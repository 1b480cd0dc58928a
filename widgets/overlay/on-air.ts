import type { SeenGift } from '../feed/take-news.js';
import type { FeedGift } from '../feed/wire.js';
import { firstAlerts, keptRows } from '../views/overlay/first-alerts.js';
import type { Layout } from '../views/overlay/overlay-options.js';
import type { Alert } from '../views/overlay/overlay-shown.js';
import { AlertQueue } from './alert-queue.js';

/** How soon the next alert may come, and how long one stays where none is kept: long enough to be read aloud. */
const paceOf: Readonly<Record<Layout, { nextAfterMs: number; staysMs: number }>> = {
  card: { nextAfterMs: 1_200, staysMs: Infinity },
  ticker: { nextAfterMs: 1_200, staysMs: Infinity },
  portrait: { nextAfterMs: 1_800, staysMs: Infinity },
  bar: { nextAfterMs: 2_600, staysMs: 8_000 },
  alert: { nextAfterMs: 3_200, staysMs: 6_000 },
};

const testStaysMs = 8_000;

/** Which alerts are on air, at the pace of the layout. */
export class OnAir {
  readonly #queue = new AlertQueue();
  #shown: { alert: Alert; since: number }[] = [];
  #started = false;
  #lastAt = -Infinity;

  /** @param onEnter is told each alert as it comes on air, for a sound */
  constructor(
    private readonly layout: Layout,
    private readonly onEnter: (alert: Alert) => void = () => undefined,
  ) {}

  /** @param gifts all known gifts, newest first; call it only once something is known */
  take(gifts: readonly SeenGift[], now: number): void {
    this.#queue.take(gifts);
    if (!this.#started) this.#shown = firstAlerts(gifts, this.layout).map((alert) => ({ alert, since: now }));
    this.#started = true;
  }

  takeTest(gift: FeedGift): void {
    this.#queue.takeTest(gift);
  }

  /** What to show at this time, newest first. Ask on every drawing, and again when `waitMs` is over. */
  shown(now: number): readonly Alert[] {
    const alert = now >= this.#nextAt() ? this.#queue.next() : undefined;
    if (alert) {
      this.#shown = [{ alert, since: now }, ...this.#shown];
      this.#lastAt = now;
      this.onEnter(alert);
    }
    const rows = Math.max(1, keptRows[this.layout]);
    const there = this.#shown.filter((shown) => now < this.#endsAt(shown));
    // A test is no news: it lies over the list and leaves it as it was.
    const lasting = there.filter((shown) => shown.alert.kind !== 'test').slice(0, rows);
    this.#shown = there.filter((shown) => shown.alert.kind === 'test' || lasting.includes(shown));
    return this.#shown.slice(0, rows).map((shown) => shown.alert);
  }

  /** How long until something changes by itself; undefined when nothing will. */
  waitMs(now: number): number | undefined {
    const next = this.#queue.waiting > 0 ? this.#nextAt() : Infinity;
    const soonest = Math.min(next, ...this.#shown.map((shown) => this.#endsAt(shown)));
    return soonest === Infinity ? undefined : Math.max(0, soonest - now);
  }

  #nextAt(): number {
    return this.#lastAt + paceOf[this.layout].nextAfterMs;
  }

  #endsAt({ alert, since }: { alert: Alert; since: number }): number {
    return since + (alert.kind === 'test' ? testStaysMs : paceOf[this.layout].staysMs);
  }
}
