import { sampleProducts } from './sample-products.js';
import type { DemoScene } from './sample-organisations.js';
import type { Random } from './seeded-random.js';
import {
  addLine,
  cancelled,
  editQuantity,
  orderEdit,
  paid,
  refundAmount,
  refundLines,
  shopifyOrder,
  updated,
  type LineSpec,
  type ShopifyOrder,
} from './shopify-order.js';

/** Something that happened to an order and that the store tells of, whole seconds after the order was placed. */
export interface StoreEvent {
  second: number;
  topic: string;
  payload: unknown;
}

const bySales = sampleProducts.flatMap((product) => Array.from({ length: product.weight }, () => product));

/** Draws one order and all that will happen to it, in the order in which it happens. */
export function orderLife(id: number, scene: DemoScene, placedAt: Date, random: Random): StoreEvent[] {
  const at = (second: number) => new Date(placedAt.getTime() + second * 1000);
  const events: StoreEvent[] = [];
  const tell = (second: number, topic: string, payload: unknown) => events.push({ second, topic, payload });

  let order = drawOrder(id, scene, placedAt, random);
  tell(0, 'orders/create', order);
  if (random.chance(0.04)) {
    if (random.chance(0.5)) tell(20, 'orders/cancelled', cancelled(order, at(20)));
    return events;
  }
  let second = random.between(1, 4);
  order = paid(order, at(second));
  tell(second, 'orders/paid', order);
  if (random.chance(0.25)) {
    second += random.between(3, 8);
    order = updated(order, at(second));
    tell(second, 'orders/updated', order);
  }
  second += random.between(5, 25);
  const fate = random.next();
  if (fate < 0.1) {
    const line = random.between(0, order.line_items.length - 1);
    const { order: after, refund } =
      fate < 0.08 ? refundLines(order, [{ line, quantity: 1 }], at(second)) : refundAmount(order, '5.00', at(second));
    tell(second, 'refunds/create', refund);
    tell(second, 'orders/updated', after);
  } else if (fate < 0.14) {
    const after = cancelled(order, at(second));
    const refund = { ...after.refunds.at(-1)!, return: null, refund_shipping_lines: [] };
    tell(second, 'refunds/create', refund);
    tell(second, 'orders/cancelled', after);
  } else if (fate < 0.2) {
    const after = edit(order, at(second), random);
    tell(second, 'orders/edited', orderEdit(order, after, at(second)));
    tell(second, 'orders/updated', after);
  }
  return events;
}

function edit(order: ShopifyOrder, at: Date, random: Random): ShopifyOrder {
  const many = order.line_items.findIndex((line) => line.quantity > 1);
  if (many >= 0 && random.chance(0.6)) return editQuantity(order, many, 1, at, { refundRecord: random.chance(0.5) });
  return addLine(order, drawLine(random), at);
}

function drawOrder(id: number, scene: DemoScene, placedAt: Date, random: Random): ShopifyOrder {
  const token = { name: '_kindcast_session', value: scene.session.token };
  const where = random.next();
  const lines = Array.from({ length: random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3]) }, () => drawLine(random));
  if (where > 0.95) lines[0] = { ...lines[0]!, properties: [token] };
  return shopifyOrder({
    id,
    shopDomain: scene.shopDomain,
    currency: 'CNY',
    taxesIncluded: true,
    processedAt: placedAt,
    lines,
    ...(random.chance(0.15) && { orderDiscount: random.pick(['3.00', '5.00', '8.88']) }),
    ...(random.chance(0.5) && { shipping: '8.00' }),
    // Most come from the stream; some found the shop by themselves and count for the projects only.
    ...(where < 0.85 && { noteAttributes: [token] }),
    ...(random.chance(0.1) && { presentment: { currency: 'USD', rate: '0.1389' } }),
    test: random.chance(0.01),
  });
}

function drawLine(random: Random): LineSpec {
  const { productId, title, unitPrice } = random.pick(bySales);
  return {
    productId,
    title,
    unitPrice,
    quantity: random.pick([1, 1, 1, 1, 2, 2, 3]),
    taxRate: '0.13',
    ...(random.chance(0.2) && { discount: random.pick(['1.00', '2.50', '4.90']) }),
  };
}
