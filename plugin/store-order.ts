/**
 * The one shape every store platform is parsed into: the latest state of one order, as the store told it, without a
 * single piece of personal data. Money is a plain decimal string in the shop's own currency; times are ISO 8601 UTC.
 */
export interface StoreOrder {
  storeOrderId: string;
  /** When the store last changed the order; an older state never undoes a newer one. */
  updatedAt: string;
  /** When the store processed the order: decides which giving rule holds. */
  processedAt: string;
  /** The shop's currency (ISO 4217), not the one shown to the buyer. */
  currency: string;
  standing: OrderStanding;
  taxesIncluded: boolean;
  /** Session tokens the order carries, strongest evidence first. */
  sessionTokens: SessionToken[];
  lines: StoreLine[];
  refunds: StoreRefund[];
}

/**
 * `open`: not paid (yet). `paid`: gives. `refunded`: paid back or voided as a whole. `cancelled`, `test`: never give.
 * Written in the order an order goes through them: of two states from the same second the later one stands.
 */
export const orderStandings = ['open', 'paid', 'refunded', 'cancelled', 'test'] as const;
export type OrderStanding = (typeof orderStandings)[number];

export interface SessionToken {
  token: string;
  evidence: 'cart-attribute' | 'line-property';
}

export interface StoreLine {
  lineId: string;
  /** null for custom lines, tips and products the store has deleted. */
  productId: string | null;
  title: string;
  /** Units ordered, including those refunded or taken out since. */
  quantity: number;
  /** Units left after refunds and edits. */
  currentQuantity: number;
  unitPrice: string;
  /** All discounts of the line together, its part of order-level discounts included. */
  discount: string;
  /** Tax of the line on all its units, whether or not prices include it. */
  tax: string;
  giftCard: boolean;
}

/** One refund. It may arrive inside its order or alone, before or after it. */
export interface StoreRefund {
  refundId: string;
  lines: { lineId: string; quantity: number; subtotal: string }[];
  /** Money given back beyond what the lines say, without shipping; negative when less was given back than they say. */
  beyondLines: string;
}

/** What one delivery of a store brings. */
export type StoreNews =
  | {
      kind: 'order';
      order: StoreOrder;
      /** A secret of the order that only its buyer and the store know; stays the same for as long as the order lives. */
      buyerKey?: string;
    }
  | { kind: 'refund'; storeOrderId: string; refund: StoreRefund }
  | { kind: 'nothing'; reason: string };

/** A verified delivery that cannot be understood: names the field and what was expected there. */
export class StoreRejection extends Error {
  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path} ${expected}.`);
    this.name = 'StoreRejection';
  }
}
