// What the public answers carry besides totals and gifts (widgets/feed/wire.ts): the rule of an item, the board, thanks.
import type { FeedGift, Money, SessionStatus } from '../feed/wire.js';

export type TopicKind = 'session' | 'project' | 'shop';

/** `GET /v1/{sessions|projects|shops}/{id}/gifts` */
export interface GiftsAnswer {
  topic: string;
  seq: number;
  gifts: FeedGift[];
}

/** `GET /v1/shops/{shopId}/items/{productId}/rule`, as far as a badge needs it: the server makes the sentence. */
export interface RuleAnswer {
  charityItem: boolean;
  rule?: { capReached?: boolean };
  words?: { en: string; 'zh-CN': string };
}

export type BoardBy = 'session' | 'shop' | 'region';

export interface BoardEntry {
  id: string;
  title: string;
  currency: string;
  given: string;
  orders: number;
  status?: SessionStatus;
}

/** `GET /v1/board`: ranked by what was given, in one currency. */
export interface BoardAnswer {
  by: BoardBy;
  at: string;
  entries: BoardEntry[];
}

export type GiftState = 'pledged' | 'confirmed' | 'paid' | 'reversed';

export interface ThanksGift {
  projectId: string;
  title: string;
  charity: { id: string; name: string };
  amount: Money;
  state: GiftState;
}

/** `GET /v1/shops/{shopId}/orders/{storeOrderId}/thanks`: what one order gave, for its buyer alone. */
export interface ThanksAnswer {
  shop: { id: string; title: string };
  at: string;
  gifts: ThanksGift[];
  totals: Money[];
  session?: { id: string; title: string };
  pageUrl: string;
}
