import { compareDecimals } from '../money/decimal.js';
import type { HistoryPoint, Snapshot } from '../feed/wire.js';

/** How often the page notes down a point of its own; a fall is noted at once. */
const NOTED_EVERY_MS = 15_000;
/** Beyond it every second point but the last ones goes. */
const POINTS_MAX = 600;

/** The past of a topic, going on while we watch: what the server told, and the totals seen since. */
export class LivePast {
  #told: readonly HistoryPoint[];
  #shown: readonly HistoryPoint[];
  #seq = -1;

  constructor(told: readonly HistoryPoint[]) {
    this.#told = this.#shown = told;
  }

  /** The points up to this present; the same list as long as nothing changes. */
  upTo(present: Snapshot | undefined): readonly HistoryPoint[] {
    if (!present || present.seq === this.#seq) return this.#shown;
    this.#seq = present.seq;
    const point = { at: present.at, totals: present.totals };
    const last = this.#shown.at(-1);
    if (last && last.at >= point.at) return this.#shown;
    const noted = this.#told.at(-1);
    if (last && (!noted || Date.parse(point.at) - Date.parse(noted.at) >= NOTED_EVERY_MS || fell(last, point)))
      this.#note(last);
    return (this.#shown = [...this.#told, point]);
  }

  /** The server told the whole past anew. */
  replace(told: readonly HistoryPoint[]): void {
    this.#told = this.#shown = told;
    this.#seq = -1;
  }

  #note(point: HistoryPoint): void {
    const kept = this.#told.length < POINTS_MAX ? this.#told : thinned(this.#told);
    this.#told = kept.at(-1) === point ? kept : [...kept, point];
  }
}

function fell(before: HistoryPoint, after: HistoryPoint): boolean {
  return before.totals.some(({ currency, given }) => {
    const now = after.totals.find((total) => total.currency === currency)?.given ?? '0';
    return compareDecimals(now, given) < 0;
  });
}

const thinned = (points: readonly HistoryPoint[]) =>
  points.filter((_point, at) => at % 2 === 0 || at > points.length - 40);
