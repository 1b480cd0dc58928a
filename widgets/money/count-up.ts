import { between } from './decimal.js';

const COUNTING_MS = 1_100;

interface Count {
  from: string;
  to: string;
  startedAt: number;
}

/**
 * Lets amounts run smoothly to their new value. Amounts stay decimal strings; only the progress of the
 * animation is a number. A name that is met for the first time is shown at once: nothing ever counts up from zero.
 */
export class CountUp {
  readonly #counts = new Map<string, Count>();
  #frame = 0;

  /** @param onFrame draws the screen, which then asks `shown` for every amount */
  constructor(private readonly onFrame: () => void) {}

  /** What to show now for this amount, setting out for `to` if that is news. */
  shown(name: string, to: string): string {
    const count = this.#counts.get(name);
    if (count === undefined || motionUnwanted()) {
      this.#counts.set(name, { from: to, to, startedAt: -COUNTING_MS });
      return to;
    }
    const now = performance.now();
    if (count.to !== to) this.#counts.set(name, { from: valueAt(count, now), to, startedAt: now });
    this.#runWhileCounting(now);
    return valueAt(this.#counts.get(name) ?? count, now);
  }

  #runWhileCounting(now: number): void {
    const counting = [...this.#counts.values()].some((count) => now - count.startedAt < COUNTING_MS);
    if (!counting || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.onFrame();
    });
  }
}

function valueAt({ from, to, startedAt }: Count, now: number): string {
  const passed = (now - startedAt) / COUNTING_MS;
  if (passed >= 1) return to;
  const eased = 1 - (1 - Math.max(0, passed)) ** 3;
  return between(from, to, Math.trunc(eased * 1000));
}

function motionUnwanted(): boolean {
  return document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
