import { shopifyOrder, type ShopifyOrder } from '../../server/demo/shopify-order.js';
import type { Village } from './village.js';

let orderId = 50_000;

/** A paid order of one piece of honey for 50.00, as Shopify writes it; nothing is sent. */
export const paidOrder = (village: Village, more: Partial<Parameters<typeof shopifyOrder>[0]> = {}): ShopifyOrder =>
  shopifyOrder({
    id: (orderId += 1),
    shopDomain: village.domain,
    currency: 'CNY',
    processedAt: new Date(),
    financialStatus: 'paid',
    lines: [{ productId: 101, title: 'Honey', unitPrice: '50.00', quantity: 1 }],
    ...more,
  });
