import type { Page } from 'playwright-core';
import { shopifyOrder, type ShopifyOrder } from '../../server/demo/shopify-order.js';
import type { Kindcast } from '../support/start-kindcast.js';
import { send, type Village } from '../support/village.js';

/** The screens of a village, at the address the test server really has. */
export const addressesOf = (kindcast: Pick<Kindcast, 'url'>, { session }: Village) => ({
  start: `${kindcast.url}/`,
  session: `${kindcast.url}/sessions/${session.id}`,
  overlay: kindcast.url + new URL(session.overlayUrl).pathname,
});

/** The total as the eye sees it, counting up or at rest. */
export const totalSeen = async (page: Page): Promise<string> =>
  (await page.locator('.total .figures').first().textContent())?.trim() ?? '';

/** The total as a screen reader hears it. */
export const totalHeard = async (page: Page): Promise<string> =>
  (await page.locator('.total .unseen').first().textContent())?.trim() ?? '';

/** CNY as the pages should write it, made without the pages' own code. */
export function yuan(minor: bigint, lang: 'zh-CN' | 'en'): string {
  const figures = minor.toString().padStart(3, '0');
  const whole = figures.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${lang === 'en' ? 'CN¥' : '¥'}${whole}.${figures.slice(-2)}`;
}

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
