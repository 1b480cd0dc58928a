import type { SeenGift } from '../../feed/take-news.js';
import type { Layout } from './overlay-options.js';
import type { Alert } from './overlay-shown.js';

/** Rows of gifts that a layout keeps on air; one that shows moments keeps none. */
export const keptRows: Readonly<Record<Layout, number>> = { card: 3, ticker: 12, portrait: 2, bar: 0, alert: 0 };

/** What a screen opens with: a list goes on with the gifts there were, which are told as no news. */
export function firstAlerts(gifts: readonly SeenGift[], layout: Layout): Alert[] {
  return gifts.slice(0, keptRows[layout]).map((gift) => ({
    kind: gift.change === 'reversed' ? 'fall' : 'gift',
    key: gift.key,
    fresh: false,
    gift,
  }));
}
