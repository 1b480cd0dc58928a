import { addDecimals } from '../money/decimal.js';
import type { SeenGift } from '../feed/take-news.js';
import type { FeedGift } from '../feed/wire.js';
import type { Alert, MergedAlert, SingleAlert } from '../views/overlay/overlay-shown.js';

/** More than this many of a kind waiting are told together: nobody reads them one by one. */
const TOLD_SINGLY = 3;
/** What a message of the feed carries at most; one that is full may have left some out. */
const MESSAGE_FULL = 20;

/**
 * What has happened and is still to be told. A busy live brings more than anyone can read: what waits is told one after
 * another, at the pace of whoever takes it, and a crowd of gifts is told as one. Nothing is dropped: every gift it was
 * given comes out, alone or in a sum.
 */
export class AlertQueue {
  #seen: ReadonlySet<string> | undefined;
  #tests: SingleAlert[] = [];
  #gifts: SeenGift[] = [];
  #falls: SeenGift[] = [];
  #orMore = { gifts: false, falls: false };
  #told = 0;

  /**
   * Takes what a topic's list of gifts has that is new, newest first. What was there when the screen opened has been told
   * before, by this overlay or by none: it is not told again.
   */
  take(gifts: readonly SeenGift[]): void {
    const before = this.#seen;
    this.#seen = new Set(gifts.map((gift) => gift.key));
    const news = gifts.filter((gift) => gift.fresh && before?.has(gift.key) === false).reverse();
    const given = news.filter((gift) => gift.change === 'pledged');
    const taken = news.filter((gift) => gift.change === 'reversed');
    this.#gifts.push(...given);
    this.#falls.push(...taken);
    if (news.length < MESSAGE_FULL) return;
    this.#orMore.gifts ||= given.length > 0;
    this.#orMore.falls ||= taken.length > 0;
  }

  /** A test is told before all else: somebody is looking for it. */
  takeTest(gift: FeedGift): void {
    this.#told += 1;
    this.#tests.push({ kind: 'test', key: `test ${this.#told}`, fresh: true, gift });
  }

  get waiting(): number {
    return this.#tests.length + this.#gifts.length + this.#falls.length;
  }

  /** What to tell next; undefined when nothing waits. Of gifts and falls, what has waited longest. */
  next(): Alert | undefined {
    const test = this.#tests.shift();
    if (test) return test;
    const [gift, fall] = [this.#gifts[0], this.#falls[0]];
    if (gift && (!fall || gift.at <= fall.at)) return this.#nextOf('gifts', this.#gifts);
    if (fall) return this.#nextOf('falls', this.#falls);
    return undefined;
  }

  #nextOf(kind: 'gifts' | 'falls', waiting: SeenGift[]): Alert | undefined {
    const single = kind === 'gifts' ? 'gift' : 'fall';
    if (waiting.length > TOLD_SINGLY || (this.#orMore[kind] && waiting.length > 1)) {
      const merged = merge(kind, waiting.splice(0), this.#orMore[kind]);
      this.#orMore[kind] = false;
      return merged;
    }
    const gift = waiting.shift();
    return gift && { kind: single, key: gift.key, fresh: true, gift };
  }
}

function merge(kind: 'gifts' | 'falls', gifts: readonly SeenGift[], orMore: boolean): MergedAlert {
  const sums = new Map<string, string>();
  for (const { amount } of gifts)
    sums.set(amount.currency, addDecimals(sums.get(amount.currency) ?? '0', amount.amount));
  const [projectId] = inCommon(gifts.map((gift) => gift.projectId));
  const [reason] = inCommon(gifts.map((gift) => gift.reason));
  return {
    kind,
    key: `${kind} ${gifts.map((gift) => gift.key).join(' ')}`,
    fresh: true,
    count: gifts.length,
    sums: [...sums].map(([currency, amount]) => ({ currency, amount })),
    orMore,
    ...(projectId !== undefined && { projectId }),
    ...(reason !== undefined && { reason }),
  };
}

/** The one value that all have, or nothing. */
function inCommon<T>(values: readonly T[]): T[] {
  const different = [...new Set(values)];
  return different.length === 1 ? different : [];
}
