import type { Money } from './wire.js';

/** Where a gift is on its way to the charity; `reversed` when nothing of it stands any more. */
export type GiftStage = 'pledged' | 'confirmed' | 'paid' | 'reversed';

/** What an order gave to one project. */
export interface ThanksGift {
  projectId: string;
  title: string;
  charity: { id: string; name: string };
  amount: Money;
  state: GiftStage;
  takenBack?: Money | undefined;
  reason?: string | undefined;
}

/** What `GET /v1/shops/{shopId}/orders/{storeOrderId}/thanks` answers: an order's gifts as its buyer may see them. */
export interface Thanks {
  shop: { id: string; title: string };
  at: string;
  standing: 'open' | 'paid' | 'refunded' | 'cancelled' | 'test';
  gifts: ThanksGift[];
  totals: Money[];
  session?: { id: string; title: string } | undefined;
}
