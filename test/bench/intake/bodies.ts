import {
  editQuantity,
  refundLines,
  shopifyOrder,
  updated,
  type ShopifyOrder,
} from '../../../server/demo/shopify-order.js';

/** How large a body is to be, and how many lines that takes. */
export const sizes = {
  /** Sold over the counter: no customer, no addresses, nothing shipped. */
  '5 KB': { lines: 1, counter: true },
  '10 KB': { lines: 3, counter: false },
  '100 KB': { lines: 83, counter: false },
} as const;
export type Size = keyof typeof sizes;

export const productIds = Array.from({ length: sizes['100 KB'].lines }, (_, at) => 101 + at);

/** Stands in bodies wherever the order's id goes; ids sent instead have as many digits. */
export const idInBodies = 6_000_000_000_001;

export interface Sender {
  domain: string;
  secret: string;
  sessionToken: string;
}

/** One kind of delivery: the topic and the body as text, for {@link idInBodies}. */
export interface Body {
  topic: string;
  text: string;
}

/** Bodies as Shopify sends them, from the demo's builder: a paid order, and what can happen to it later. */
export function bodiesOf(size: Size, sender: Sender, paidAt: Date): Record<'new' | 'update' | 'edit' | 'refund', Body> {
  const { lines, counter } = sizes[size];
  const order: ShopifyOrder = shopifyOrder({
    id: idInBodies,
    shopDomain: sender.domain,
    currency: 'CNY',
    taxesIncluded: true,
    processedAt: paidAt,
    financialStatus: 'paid',
    ...(!counter && { shipping: '8.00' }),
    noteAttributes: [{ name: '_kindcast_session', value: sender.sessionToken }],
    lines: productIds.slice(0, lines).map((productId) => ({
      productId,
      title: '云岭百花蜜 · Wildflower honey',
      unitPrice: '39.90',
      quantity: 2,
      taxRate: '0.13',
    })),
  });
  const sent = counter
    ? { ...order, billing_address: null, client_details: null, customer: null, shipping_address: null }
    : order;
  const later = new Date(paidAt.getTime() + 60_000);
  const body = (topic: string, payload: unknown): Body => ({ topic, text: JSON.stringify(payload) });
  return {
    new: body('orders/paid', sent),
    update: body('orders/updated', updated(sent, later)),
    edit: body('orders/updated', editQuantity(sent, 0, 1, later)),
    refund: body('refunds/create', refundLines(sent, [{ line: 0, quantity: 1 }], later).refund),
  };
}
