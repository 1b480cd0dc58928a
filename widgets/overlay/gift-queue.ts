import { GIFTS_ON_AIR } from '../views/overlay-view.js';
import type { SeenGift } from '../feed/take-news.js';

const PACE_MS = 900;
const WAITING_MAX = 4;

/**
 * Which gifts are on air. A busy live brings more gifts than anyone can read: they enter one at a time, and when too
 * many wait, the oldest are skipped (they are in the total all the same).
 */
export class GiftQueue {
  #onAir: SeenGift[] = [];
  #waiting: SeenGift[] = [];
  #seen: ReadonlySet<string> = new Set();
  #started = false;
  #nextAt = 0;

  /** @param gifts all known gifts, newest first */
  take(gifts: readonly SeenGift[]): void {
    const news = gifts.filter((gift) => !this.#seen.has(gift.key));
    this.#seen = new Set(gifts.map((gift) => gift.key));
    if (!this.#started && news.length > 0) {
      this.#started = true;
      this.#onAir = news.slice(0, GIFTS_ON_AIR);
      return;
    }
    this.#waiting = [...news, ...this.#waiting].slice(0, WAITING_MAX);
  }

  /** What to show at this time, newest first. Call it about once a frame or whenever `waitMs` says. */
  onAir(now: number): readonly SeenGift[] {
    if (this.#waiting.length > 0 && now >= this.#nextAt) {
      const next = this.#waiting.pop();
      if (next) this.#onAir = [next, ...this.#onAir].slice(0, GIFTS_ON_AIR);
      this.#nextAt = now + PACE_MS;
    }
    return this.#onAir;
  }

  /** How long until the next one may enter; undefined when none waits. */
  waitMs(now: number): number | undefined {
    return this.#waiting.length === 0 ? undefined : Math.max(0, this.#nextAt - now);
  }
}
