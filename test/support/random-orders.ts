import type { StoreEvent } from '../../server/demo/order-life.js';
import { digitsOf } from '../../server/demo/payload-money.js';
import { seededRandom, type Random } from '../../server/demo/seeded-random.js';
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
} from '../../server/demo/shopify-order.js';
import { unrulyDeliveries, type PlannedDelivery } from '../../server/demo/unruly-deliveries.js';
import { setRule, type Village } from './village.js';

/** Orders of several shops and all that happens to them, drawn from a seed and brought as unruly as Shopify brings them. */

export interface RandomDelivery extends PlannedDelivery {
  village: Village;
  orderId: number;
}

/** Charity items of every kind of share, and one product that gives nothing (104). They have held since yesterday. */
export async function sellCharityItems(village: Village): Promise<void> {
  const from = new Date(Date.now() - 86_400_000).toISOString();
  const [first, second] = Object.keys(village.projects) as [string, string];
  const money = (minor: number) => amount(minor, village.currency);
  await setRule(village, 101, '7.5%', { [first]: 2, [second]: 1 }, { from });
  await setRule(village, 102, `${money(205)}/unit`, { [second]: 1 }, { from });
  await setRule(village, 103, `${money(333)}/order`, { [first]: 1, [second]: 1 }, { from });
}

/**
 * At least so many deliveries, in the order in which they arrive; the same seed draws the same, but for the time of day.
 * Orders are numbered from `firstOrderId` on.
 */
export function randomDeliveries(
  villages: readonly Village[],
  { seed, atLeast, firstOrderId = 600_001 }: { seed: string; atLeast: number; firstOrderId?: number },
): RandomDelivery[] {
  const random = seededRandom(seed);
  const startedAt = Math.floor(Date.now() / 1_000) * 1_000;
  const deliveries: RandomDelivery[] = [];
  for (let number = 0; deliveries.length < atLeast; number += 1) {
    const village = random.pick(villages);
    const orderId = firstOrderId + number;
    const placedAfterMs = number * 300;
    const placedAt = new Date(startedAt + Math.floor(placedAfterMs / 1_000) * 1_000);
    for (const delivery of unrulyDeliveries(lifeOf(orderId, village, placedAt, random), placedAt, random)) {
      const arrivesAfterMs = placedAfterMs + delivery.arrivesAfterMs;
      deliveries.push({ ...delivery, arrivesAfterMs, village, orderId });
    }
  }
  return deliveries.sort((a, b) => a.arrivesAfterMs - b.arrivesAfterMs);
}

/** Placed, mostly paid, and then up to three times changed: packed, given back in part, edited or called off. */
function lifeOf(id: number, village: Village, placedAt: Date, random: Random): StoreEvent[] {
  const events: StoreEvent[] = [];
  let second = 0;
  let order = drawOrder(id, village, placedAt, random);
  const now = () => new Date(placedAt.getTime() + second * 1_000);
  const tell = (topic: string, payload: unknown) => events.push({ second, topic, payload });

  tell('orders/create', order);
  if (random.chance(0.08)) return events;
  second += random.between(1, 3);
  order = paid(order, now());
  tell('orders/paid', order);
  for (let changes = random.between(0, 3); changes > 0 && order.cancelled_at === null; changes -= 1) {
    second += random.between(1, 8);
    order = change(order, now(), random, tell);
  }
  return events;
}

function change(
  order: ShopifyOrder,
  at: Date,
  random: Random,
  tell: (topic: string, payload: unknown) => void,
): ShopifyOrder {
  const line = order.line_items.findIndex(({ current_quantity: kept }) => kept > 0);
  const what = random.next();
  if (line < 0 || what < 0.2) {
    const after = updated(order, at);
    tell('orders/updated', after);
    return after;
  }
  if (what < 0.55) {
    const { order: after, refund } =
      what < 0.45
        ? refundLines(order, [{ line, quantity: 1 }], at)
        : refundAmount(order, amount(random.between(1, 99), order.currency), at);
    tell('refunds/create', refund);
    // Mostly the order follows; now and then a refund is all that is ever heard of it.
    if (random.chance(0.7)) tell('orders/updated', after);
    return after;
  }
  if (what < 0.8) {
    const kept = order.line_items[line]!.current_quantity;
    const after = random.chance(0.4)
      ? addLine(order, drawLine(order.currency, random), at)
      : editQuantity(order, line, random.between(0, kept + 1), at, { refundRecord: random.chance(0.5) });
    tell('orders/edited', orderEdit(order, after, at));
    tell('orders/updated', after);
    return after;
  }
  const after = cancelled(order, at, { refund: random.chance(0.5) });
  tell('orders/cancelled', after);
  return after;
}

function drawOrder(id: number, village: Village, processedAt: Date, random: Random): ShopifyOrder {
  const { currency } = village;
  return shopifyOrder({
    id,
    shopDomain: village.domain,
    currency,
    processedAt,
    taxesIncluded: random.chance(0.5),
    noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
    lines: Array.from({ length: random.between(1, 3) }, () => drawLine(currency, random)),
    ...(random.chance(0.2) && { orderDiscount: amount(random.between(1, 700), currency) }),
    ...(random.chance(0.3) && { shipping: amount(800, currency) }),
  });
}

function drawLine(currency: string, random: Random): LineSpec {
  return {
    productId: random.between(101, 104),
    title: random.pick(['Honey', 'Tea 春茶', 'Rice']),
    unitPrice: amount(random.between(1_000, 20_000), currency),
    quantity: random.between(1, 4),
    taxRate: '0.13',
    ...(random.chance(0.2) && { discount: amount(random.between(1, 250), currency) }),
  };
}

/** Minor units written with the currency's own digits: 1250 is 12.50 CNY and 1250 JPY. */
function amount(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const figures = `${minor}`.padStart(digits + 1, '0');
  return digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}
