import { addDecimals, withoutSign } from '../money/decimal.js';
import { formatTakenBack } from '../money/format-money.js';
import { formatAgo } from '../text/format-time.js';
import { reasonWords } from '../text/messages.js';
import { GIFTS_KEPT, type TopicState } from '../feed/take-news.js';
import type { Money } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** How long a fall stands beside the total, also for those who come after it. */
const SHOWN_MS = 10 * 60_000;
/** So long after it was seen it is "just now". */
const JUST_NOW_MS = 20_000;

interface Fall extends Money {
  reason?: string | undefined;
  at: string;
}

/** A total that went down says by how much, why and when; the line keeps its place when there is nothing to say. */
export function fallView({ html, lang, words, now }: Screen, state: TopicState): Piece {
  const fall = fallSeen(state, now) ?? fallTold(state, now);
  return html`<p class="fall">
    ${
      fall
        ? html`<span class="drop"
              >${words.lessAfter(reasonWords(fall.reason, words), formatTakenBack(fall, lang))}</span
            >
            <time datetime="${fall.at}">${formatAgo(fall.at, now, lang)}</time>`
        : ''
    }
  </p>`;
}

/** The difference between two totals, as it was seen here. */
function fallSeen({ drop, gifts }: TopicState, now: number): Fall | undefined {
  if (!drop || now - drop.seenAt > JUST_NOW_MS) return undefined;
  const gift = gifts.find((each) => each.change === 'reversed' && each.amount.currency === drop.currency);
  return { ...drop, reason: gift?.reason, at: new Date(drop.seenAt).toISOString() };
}

/** What the newest gifts tell: all that one event took back. Gifts of one event carry the same time. */
function fallTold({ gifts }: TopicState, now: number): Fall | undefined {
  const newest = gifts.find(({ change }) => change === 'reversed');
  if (!newest || now - Date.parse(newest.at) > SHOWN_MS) return undefined;
  const together = gifts.filter(
    ({ change, at, amount }) => change === 'reversed' && at === newest.at && amount.currency === newest.amount.currency,
  );
  // The end of a full list may have cut the event in two: then its sum is not known here.
  if (together.length >= GIFTS_KEPT) return undefined;
  const amount = together.map((gift) => withoutSign(gift.amount.amount)).reduce(addDecimals);
  return { amount, currency: newest.amount.currency, reason: newest.reason, at: newest.at };
}
