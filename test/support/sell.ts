import { shopifyOrder, type ShopifyOrder } from '../../server/demo/shopify-order.js';
import { send, type Village } from './village.js';

let orderId = 400_000;

/** A paid order of one line, sent as Shopify does. */
export async function sell(
  village: Village,
  { title = '云岭百花蜜 Wildflower honey', unitPrice = '50.00', quantity = 2, productId = 101 } = {},
): Promise<ShopifyOrder> {
  const order = shopifyOrder({
    id: (orderId += 1),
    shopDomain: village.domain,
    currency: village.currency,
    processedAt: new Date(),
    financialStatus: 'paid',
    noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
    lines: [{ productId, title, unitPrice, quantity }],
  });
  const { status, body } = await send(village, 'orders/paid', order);
  if (status !== 200) throw new Error(`the order was answered ${status}: ${JSON.stringify(body)}`);
  return order;
}
