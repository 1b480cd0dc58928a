import type { Money } from './wire.js';

/** Where money is on its way to the charity; `reversed`: it stood once and does not any more. */
export type GiftStage = 'pledged' | 'confirmed' | 'paid' | 'reversed';

/** How much of what an order gave to one project is in one state. */
export interface ThanksGift {
  projectId: string;
  title: string;
  charity: { id: string; name: string };
  amount: Money;
  state: GiftStage;
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
