import { refundLines, shopifyOrder } from '../../../server/demo/shopify-order.js';
import { seededRandom } from '../../../server/demo/seeded-random.js';
import type { Village } from '../../support/village.js';

/**
 * What the crowd buys, drawn from the seed, and what it must have given. The sums are made here a second time, on purpose
 * without the server's code: two units of honey, 10 % given, 60 : 40 for two projects.
 */

export interface ToDeliver {
  topic: string;
  webhookId: string;
  payload: unknown;
}

export interface Sale {
  id: number;
  /** One step after the other; what stands in one step is sent at once. */
  steps: ToDeliver[][];
  /** Fen given in the end, together and for each project. */
  given: number;
  byProject: { 'school-lunch': number; well: number };
  units: number;
  transfers: number;
}

const hourMs = 3_600_000;

export interface SaleOptions {
  /** The shop's clock may be an hour off, either way. */
  unsteadyClock?: boolean;
  /** Bytes of a note that nobody reads. */
  noteBytes?: number;
}

/** The same seed and id make the same sale, but for the time of day. */
export function drawSale(village: Village, seed: string, id: number, options: SaleOptions = {}): Sale {
  const random = seededRandom(`${seed}/${village.domain.split('-')[1]}/order ${id}`);
  const priceFen = random.between(1_000, 9_999);
  const story = random.next();
  const offMs = options.unsteadyClock ? random.pick([-hourMs, 0, hourMs]) : 0;
  const at = new Date(Date.now() + offMs);
  const order = shopifyOrder({
    id,
    shopDomain: village.domain,
    currency: 'CNY',
    processedAt: at,
    financialStatus: 'paid',
    lines: [{ productId: 101, title: 'Honey', unitPrice: (priceFen / 100).toFixed(2), quantity: 2 }],
    noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
  });
  const payload = options.noteBytes ? { ...order, note: 'n'.repeat(options.noteBytes) } : order;
  const paid: ToDeliver = { topic: 'orders/paid', webhookId: `paid-${id}`, payload };
  if (story < 0.7) return saleOf(id, [[paid]], priceFen, 2, 2);
  // Shopify sometimes sends a delivery twice, and tells the same news under two names.
  if (story < 0.78) return saleOf(id, [[paid, paid]], priceFen, 2, 2);
  if (story < 0.85) return saleOf(id, [[paid, { ...paid, webhookId: `also-${id}` }]], priceFen, 2, 2);
  const { order: after } = refundLines(order, [{ line: 0, quantity: 1 }], new Date(at.getTime() + 60_000));
  const back: ToDeliver = { topic: 'orders/updated', webhookId: `back-${id}`, payload: after };
  return saleOf(id, [[paid], [back]], priceFen, 1, 4);
}

function saleOf(id: number, steps: ToDeliver[][], priceFen: number, units: number, transfers: number): Sale {
  // Half up to the fen; what is left over of a split goes to the larger remainder, at a tie to the first.
  const given = Math.floor((priceFen * units * 10 + 50) / 100);
  const [sixty, forty] = [given * 60, given * 40];
  const left = given - Math.floor(sixty / 100) - Math.floor(forty / 100);
  const first = Math.floor(sixty / 100) + (left === 1 && sixty % 100 >= forty % 100 ? 1 : 0);
  return { id, steps, given, byProject: { 'school-lunch': first, well: given - first }, units, transfers };
}
