// What the feed and the pages carry to a screen: the shapes of the wire contract, as a reader sees them.
// Amounts are decimal strings and stay strings: a JavaScript number never holds money here.

/** The server refuses to let one socket watch more. */
export const TOPICS_PER_SOCKET = 20;

export interface Money {
  amount: string;
  currency: string;
}

export type SessionStatus = 'scheduled' | 'live' | 'ended';

/** The sums of one topic in one currency; `given` = pledged + confirmed + paid, after reversals. */
export interface CurrencyTotal {
  currency: string;
  given: string;
  pledged: string;
  confirmed: string;
  paid: string;
  matched: string;
  orders: number;
  units: number;
}

export interface ProjectTotal {
  projectId: string;
  title: string;
  currency: string;
  given: string;
  goal?: Money | undefined;
}

/** The absolute state of a topic. `seq` only grows: a smaller one is old news. */
export interface Snapshot {
  topic: string;
  seq: number;
  at: string;
  status?: SessionStatus | undefined;
  totals: CurrencyTotal[];
  projects: ProjectTotal[];
  goal?: Money | undefined;
}

/** What a topic had been given at one moment; it stood until the next point or longer. */
export interface HistoryPoint {
  at: string;
  totals: { currency: string; given: string; orders: number }[];
}

/** What the public may know of a project and of the charity behind it. What is not known is left out. */
export interface ProjectFacts {
  id: string;
  title: string;
  currency: string;
  goal?: Money | undefined;
  impact?: { unit: string; cost: Money } | undefined;
  charity: {
    id: string;
    name: string;
    country?: string | undefined;
    registrationNumber?: string | undefined;
    /** An operator has looked at its papers. */
    verified?: boolean | undefined;
    about?: { zh?: string | undefined; en?: string | undefined } | undefined;
    website?: string | undefined;
    contact?: string | undefined;
  };
}

/** What a project has told of the money; `period` in days. */
export interface ProjectReport {
  id: string;
  title: string;
  body: string;
  period: { from: string; until: string };
  publishedAt: string;
}

export interface FeedGift {
  at: string;
  item: string;
  projectId: string;
  amount: Money;
  change: 'pledged' | 'reversed';
  reason?: string | undefined;
}

export interface GiftsMessage {
  topic: string;
  seq: number;
  /** The `seq` of the gifts message before this one. */
  after?: number | undefined;
  gifts: FeedGift[];
}

/** A quiet topic is mentioned now and then: this is how far it is, and it is watched over. */
export interface StillMessage {
  topic: string;
  /** Of the last totals. */
  seq: number;
  /** Of the last gifts. */
  giftsSeq: number;
}

/** Sent to overlays alone, to try them out: on no book, in no total, in no list. */
export interface TestGiftMessage {
  topic: string;
  gift: FeedGift;
  test: true;
}

export interface SessionMessage {
  id: string;
  status: SessionStatus;
}

export type WatchAnswer =
  { ok: true; snapshot: Snapshot; gifts?: FeedGift[] } | { ok: false; error: { type: string; title: string } };
