import type { FeedGift, GiftsMessage, SessionStatus, Snapshot, StillMessage } from './wire.js';
import { compareDecimals, subtractDecimals } from '../money/decimal.js';

/** How many gifts a screen remembers; what it shows may be fewer. */
export const GIFTS_KEPT = 20;

/** A gift on a screen: `key` stays the same while it is listed, `fresh` says that it arrived while we watched. */
export interface SeenGift extends FeedGift {
  key: string;
  fresh: boolean;
}

/** The last time a total went down: shown with its reason, never hidden. */
export interface Drop {
  currency: string;
  amount: string;
  seenAt: number;
}

/** All that a screen knows about one topic. */
export interface TopicState {
  snapshot?: Snapshot | undefined;
  status?: SessionStatus | undefined;
  gifts: readonly SeenGift[];
  /** Gift messages up to this sequence number are already in `gifts`. */
  giftsSeq: number;
  /** Gifts are missing in the list: a message of them was lost. */
  gap?: boolean | undefined;
  drop?: Drop | undefined;
}

export const nothingKnown: TopicState = { gifts: [], giftsSeq: -1 };

/** Absolute state: an older or equal snapshot changes nothing, whatever the order of arrival. */
export function takeSnapshot(state: TopicState, snapshot: Snapshot, now: number): TopicState {
  if (state.snapshot && snapshot.seq <= state.snapshot.seq) return state;
  return {
    ...state,
    snapshot,
    status: snapshot.status ?? state.status,
    drop: dropBetween(state.snapshot, snapshot, now) ?? state.drop,
  };
}

/**
 * The answer to `watch`: a snapshot and the newest gifts. It replaces the list (we may have missed some while away);
 * gifts that were not on the list before count as fresh, except on the very first answer.
 */
export function takeAnswer(state: TopicState, snapshot: Snapshot, gifts: readonly FeedGift[], now: number): TopicState {
  const first = state.snapshot === undefined;
  if (state.snapshot && snapshot.seq < state.snapshot.seq) return state;
  const before = [...state.gifts];
  const listed = newestFirst(gifts).map((gift, place): SeenGift => {
    const known = before.findIndex((other) => saysTheSame(other, gift));
    const [kept] = known < 0 ? [] : before.splice(known, 1);
    return kept ?? { ...gift, key: `${snapshot.seq}~${place}`, fresh: !first };
  });
  const next = takeSnapshot(state, snapshot, now);
  const giftsSeq = Math.max(state.giftsSeq, snapshot.seq);
  return { ...next, gifts: listed.slice(0, GIFTS_KEPT), giftsSeq, gap: false };
}

/** Gifts as they happen. The same message again (or one that the answer already contained) adds nothing. */
export function takeGifts(state: TopicState, message: GiftsMessage): TopicState {
  if (message.seq <= state.giftsSeq) return state;
  const arrived = newestFirst(message.gifts).map((gift, place): SeenGift => ({
    ...gift,
    key: `${message.seq}.${place}`,
    fresh: true,
  }));
  const gap = state.gap || (message.after ?? 0) > state.giftsSeq;
  return { ...state, gifts: [...arrived, ...state.gifts].slice(0, GIFTS_KEPT), giftsSeq: message.seq, gap };
}

/** Whether something was told that never arrived here. */
export function isBehind({ snapshot, giftsSeq, gap }: TopicState, still: StillMessage): boolean {
  return (snapshot?.seq ?? -1) < still.seq || giftsSeq < still.giftsSeq || gap === true;
}

export function takeStatus(state: TopicState, status: SessionStatus): TopicState {
  return { ...state, status };
}

function newestFirst(gifts: readonly FeedGift[]): FeedGift[] {
  return [...gifts].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Gifts carry no id (no personal data): two are taken for the same when they say the same. */
function saysTheSame(a: FeedGift, b: FeedGift): boolean {
  return (
    a.at === b.at &&
    a.item === b.item &&
    a.projectId === b.projectId &&
    a.change === b.change &&
    a.amount.amount === b.amount.amount &&
    a.amount.currency === b.amount.currency
  );
}

function dropBetween(before: Snapshot | undefined, after: Snapshot, now: number): Drop | undefined {
  for (const total of before?.totals ?? []) {
    const given = after.totals.find((other) => other.currency === total.currency)?.given ?? '0';
    if (compareDecimals(given, total.given) < 0) {
      return { currency: total.currency, amount: subtractDecimals(total.given, given), seenAt: now };
    }
  }
  return undefined;
}
