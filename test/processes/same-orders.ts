import {
  cancelled,
  editQuantity,
  paid,
  refundLines,
  shopifyOrder,
  updated,
  type ShopifyOrder,
} from '../../server/demo/shopify-order.js';
import { seededRandom } from '../../server/demo/seeded-random.js';
import type { Snapshot } from '../../server/totals/snapshot.js';
import { until } from '../support/until.js';
import { callApi, type Answer } from '../support/start-kindcast.js';
import { send, type Village } from '../support/village.js';
import type { Sent } from './shop-floor.js';

/** The same busy minute of one session, told to one process or to many, in any order. */

export interface News {
  topic: string;
  payload: unknown;
  webhookId: string;
}

/** New orders, updates, refunds that may overtake their order, edits, cancellations; all of one session and shop. */
export function busyMinute(village: Village, orders: number): News[] {
  return Array.from({ length: orders }, (_, index) => lifeOf(village, 50_000 + index, index % 5)).flat();
}

function lifeOf(village: Village, id: number, fate: number): News[] {
  const at = (second: number) => new Date(Date.UTC(2027, 0, 1, 12, 0, second));
  const news: News[] = [];
  const tell = (topic: string, payload: unknown) =>
    news.push({ topic, payload, webhookId: `${id}-${news.length}-${topic}` });
  const created = shopifyOrder({
    id,
    shopDomain: village.domain,
    currency: 'CNY',
    processedAt: at(0),
    lines: [{ productId: 101, title: 'Honey', unitPrice: `${10 + (id % 90)}.05`, quantity: 3 }],
    noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
  });
  tell('orders/create', created);
  const settled = paid(created, at(1));
  tell('orders/paid', settled);
  if (fate === 1) tell('orders/updated', updated(settled, at(2)));
  if (fate === 2) refund(settled, 1, 2);
  if (fate === 3) tell('orders/updated', editQuantity(settled, 0, 1, at(2)));
  if (fate === 4) tell('orders/cancelled', cancelled(refund(settled, 2, 2), at(3), { refund: false }));
  return news;

  function refund(order: ShopifyOrder, quantity: number, second: number): ShopifyOrder {
    const { order: after, refund: alone } = refundLines(order, [{ line: 0, quantity }], at(second));
    tell('refunds/create', alone);
    tell('orders/updated', after);
    return after;
  }
}

/** Another order of arrival for each seed, with every tenth delivery sent twice. */
export function shuffled(news: readonly News[], seed: string): News[] {
  const random = seededRandom(seed);
  const list = [...news, ...news.filter((_, at) => at % 10 === 0)];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.between(0, at);
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}

/** As Shopify: a connection that a dying process was just being handed is never answered, so it is sent again. */
const patienceMs = 5_000;

/**
 * Tells the news over sixteen lines at once. A line that goes dead is dialled again until `dies` says that nobody will
 * answer there any more. Returns every answer that was not 200.
 */
export async function tellAll(village: Village, news: readonly News[], dies = () => false): Promise<Sent[]> {
  const refusals: Sent[] = [];
  const waiting = [...news];
  const line = async () => {
    for (let next = waiting.shift(); next && !dies(); next = waiting.shift()) await tellOne(next);
  };
  await Promise.all(Array.from({ length: 16 }, line));
  return refusals;

  async function tellOne({ topic, payload, webhookId }: News): Promise<void> {
    await until(async () => {
      const sent = await send(village, topic, payload, { webhookId, patienceMs }).catch((error: unknown) => {
        if (dies()) return undefined;
        throw error;
      });
      if (sent && sent.status !== 200) refusals.push(sent);
      return !sent || sent.status === 200;
    }, `${topic} ${webhookId} is taken`);
  }
}

/** All that anybody can ask about the books of a village, but for when and in how many steps they came about. */
export async function booksOf(village: Village, news: readonly News[]): Promise<unknown> {
  const call = (path: string) => callApi(village.url, 'GET', path);
  const ids = new Set(news.map(({ payload }) => orderIdOf(payload)));
  const orders: Answer[] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const order = await call(`/v1/orders/${village.shopId}/${id}`);
    // A gift that was made and reversed is history; had the cancellation come first, it would never have been made.
    for (const line of order.lines) line.gifts = line.gifts.filter((gift: Answer) => gift.state !== 'reversed');
    orders.push(order);
  }
  const topics = [
    `sessions/${village.session.id}`,
    `shops/${village.shopId}`,
    ...Object.values(village.projects).map((id) => `projects/${id}`),
  ];
  const totals: Partial<Snapshot>[] = [];
  for (const topic of topics) {
    const { seq: _seq, at: _at, ...snapshot } = (await call(`/v1/${topic}/totals`)) as Snapshot;
    totals.push(snapshot);
  }
  return { orders, totals, deadLetters: (await call('/v1/dead-letters')).items };
}

const orderIdOf = (payload: unknown): number => {
  const { order_id, id } = payload as { order_id?: number; id: number };
  return order_id ?? id;
};
