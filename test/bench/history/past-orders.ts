import { createHash } from 'node:crypto';
import type { StoreOrder, StoreRefund } from '../../../plugin/store-order.js';
import type { PastShop, WideVillage } from './wide-village.js';

/** One thing that happened in a shop: an order was paid or cancelled, or money was given back. */
export interface PastNews {
  shop: PastShop;
  storeOrderId: string;
  news: { kind: 'order'; order: StoreOrder } | { kind: 'refund'; storeOrderId: string; refund: StoreRefund };
}

const firstOrderId = 5_000_000_000_000;

/** Lines of an order, in turn: three on average, as in the 10 KB body. */
const lineCounts = [3, 1, 5, 2, 4, 3];

/** What happens later, happens when so many orders have come since: never in the same or the next batch. */
const ordersBetween = 4_096;

/**
 * The past of a village, the same at every call: half of all orders in the hot shop and session, the others spread over
 * all shops, most with their session; later 8 % are refunded in part and 2 % cancelled.
 */
export function* pastNews(village: WideVillage, orders: number, at: Date): Generator<PastNews> {
  for (let number = 0; number < orders; number += 1) {
    yield paid(village, number, at);
    const fate = number < ordersBetween ? undefined : fateOf(village, number - ordersBetween, at);
    if (fate) yield fate;
  }
}

function paid(village: WideVillage, number: number, at: Date): PastNews {
  const shop = shopOf(village, number);
  const order = orderOf(shop, number, at);
  return { shop, storeOrderId: order.storeOrderId, news: { kind: 'order', order } };
}

const shopOf = ({ hotShop, others }: WideVillage, number: number) =>
  number % 2 === 0 ? hotShop : others[drawn(number, 'shop', others.length)]!;

function orderOf(shop: PastShop, number: number, at: Date): StoreOrder {
  const storeOrderId = String(firstOrderId + 16 * number);
  const token = drawn(number, 'session', 10) === 0 ? undefined : shop.sessionTokens[0];
  const firstItem = drawn(number, 'item', shop.productIds.length);
  return {
    storeOrderId,
    updatedAt: at.toISOString(),
    processedAt: at.toISOString(),
    currency: 'CNY',
    standing: 'paid',
    taxesIncluded: true,
    sessionTokens: token ? [{ token, evidence: 'cart-attribute' }] : [],
    lines: Array.from({ length: lineCounts[number % lineCounts.length]! }, (_, line) => ({
      lineId: `${storeOrderId}${String(line + 1).padStart(3, '0')}`,
      productId: shop.productIds[(firstItem + line) % shop.productIds.length]!,
      title: '云岭百花蜜 · Wildflower honey',
      quantity: 2,
      currentQuantity: 2,
      unitPrice: `${19 + drawn(number + line, 'price', 80)}.90`,
      discount: '0.00',
      tax: '4.59',
      giftCard: false,
    })),
    refunds: [],
  };
}

function fateOf(village: WideVillage, number: number, at: Date): PastNews | undefined {
  const fate = drawn(number, 'fate', 50);
  if (fate > 4) return undefined;
  const shop = shopOf(village, number);
  const order = orderOf(shop, number, at);
  const { storeOrderId } = order;
  if (fate === 4) {
    const updatedAt = new Date(at.getTime() + 60_000).toISOString();
    return { shop, storeOrderId, news: { kind: 'order', order: { ...order, updatedAt, standing: 'cancelled' } } };
  }
  const { lineId, unitPrice } = order.lines[0]!;
  const refund = {
    refundId: `${storeOrderId}900`,
    lines: [{ lineId, quantity: 1, subtotal: unitPrice }],
    beyondLines: '0',
  };
  return { shop, storeOrderId, news: { kind: 'refund', storeOrderId, refund } };
}

/** A number below `below` that looks random and is always the same. */
const drawn = (number: number, what: string, below: number) =>
  createHash('md5').update(`${what} ${number}`).digest().readUInt32LE(0) % below;
