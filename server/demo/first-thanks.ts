import type { DemoScene } from './sample-organisations.js';
import { sampleProducts } from './sample-products.js';

/** A paid order, as far as its buyer's page needs it. */
export interface PaidOrder {
  id: number;
  test?: unknown;
  /** What the shop's thank-you page knows. */
  checkout_token?: unknown;
  line_items: { product_id?: unknown }[];
}

const charityItems = new Set(sampleProducts.filter(({ share }) => share).map(({ productId }) => productId as unknown));

/**
 * Tells the address of the buyer's page of the first order that gives something. Only here can it be told: the server
 * itself keeps no buyer's key.
 */
export function firstThanks(publicUrl: string, scene: DemoScene, say: (line: string) => void) {
  let told = false;
  return (order: PaidOrder): void => {
    if (told || order.test === true || !order.line_items.some((line) => charityItems.has(line.product_id))) return;
    told = true;
    const key = encodeURIComponent(String(order.checkout_token));
    say(`  thanks page    感谢页    ${publicUrl}/thanks/${scene.shopId}/${order.id}?key=${key}`);
  };
}
