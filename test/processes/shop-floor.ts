import { io, type Socket } from 'socket.io-client';
import { shopifyOrder, type ShopifyOrder } from '../../server/demo/shopify-order.js';
import type { Snapshot } from '../../server/totals/snapshot.js';
import type { TestDatabase } from '../support/one-database-server.js';
import { until } from '../support/until.js';
import { callApi, type Answer } from '../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../support/village.js';

/** What every test of processes needs: a shop that sells one kind of honey, senders that do not give up, and watchers. */

/** A village where each order of {@link paidOrder} gives 1.00: 0.60 to one project and 0.40 to the other. */
export async function settleShop(url: string): Promise<Village> {
  const village = await settle(url);
  await setRule(village, 101, '10%', { 'school-lunch': 60, well: 40 });
  return village;
}

export function paidOrder(village: Village, id: number): ShopifyOrder {
  return shopifyOrder({
    id,
    shopDomain: village.domain,
    currency: 'CNY',
    processedAt: new Date(),
    financialStatus: 'paid',
    lines: [{ productId: 101, title: 'Honey', unitPrice: '10.00', quantity: 1 }],
    noteAttributes: [{ name: '_kindcast_session', value: village.session.token }],
  });
}

export type Sent = Awaited<ReturnType<typeof send>>;

/** Sends a paid order; its webhook has the same id whenever it is sent again. */
export const sell = (village: Village, order: ShopifyOrder): Promise<Sent> =>
  send(village, 'orders/paid', order, { webhookId: `paid-${order.id}` });

/** Sends until it is answered 200, as Shopify does, only with less patience; also says what else was answered. */
export async function sellPersistently(
  village: Village,
  order: ShopifyOrder,
): Promise<{ outcome: string; refusals: Sent[] }> {
  const refusals: Sent[] = [];
  return until(async () => {
    const sent = await sell(village, order);
    if (sent.status === 200) return { outcome: sent.body.outcome as string, refusals };
    refusals.push(sent);
    return undefined;
  }, `order ${order.id} is taken`);
}

export const totalsOf = (url: string, village: Village): Promise<Snapshot> =>
  callApi<Snapshot>(url, 'GET', `/v1/sessions/${village.session.id}/totals`);

/** `given`, `orders` and `units` of the one currency there is. */
export function sums({ totals }: Snapshot): { given: string; orders: number; units: number } | undefined {
  return totals[0] && { given: totals[0].given, orders: totals[0].orders, units: totals[0].units };
}

/** Holds what the database itself has against the number of orders that were sold: all of each order, or none of it. */
export async function whatIsRecorded(database: TestDatabase): Promise<Record<string, number>> {
  return database.asOwner(async (owner) => {
    const { rows } = await owner.query(`SELECT
      (SELECT count(*) FROM orders)::int AS orders,
      (SELECT count(*) FROM gifts)::int AS gifts,
      (SELECT count(*) FROM transfers)::int AS transfers,
      (SELECT coalesce(sum(amount), 0) FROM transfers)::int AS minor`);
    return rows[0] as Record<string, number>;
  });
}

/** What {@link whatIsRecorded} finds when exactly so many orders were sold. */
export const recordOf = (orders: number): Record<string, number> => ({
  orders,
  gifts: orders * 2,
  transfers: orders * 2,
  minor: orders * 100,
});

export interface Watcher {
  socket: Socket;
  /** What the feed has said last, be it as answer to `watch` or by itself. */
  latest: Snapshot | undefined;
  /** Every message of the feed, in order. */
  heard: Snapshot[];
  reconnects: number;
  closingReason: string | undefined;
}

const watchers = new Set<Socket>();

/** A screen: watches the topic, and does so again whenever the connection comes back. */
export async function watch(url: string, topic: string): Promise<Watcher> {
  const socket = io(`${url}/live`, { forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 200 });
  watchers.add(socket);
  const watcher: Watcher = { socket, latest: undefined, heard: [], reconnects: -1, closingReason: undefined };
  socket.on('connect', () => {
    watcher.reconnects += 1;
    socket.emit('watch', { topic }, (answer: Answer) => {
      if (answer.ok) watcher.latest = answer.snapshot as Snapshot;
    });
  });
  socket.on('totals', (snapshot: Snapshot) => {
    watcher.heard.push(snapshot);
    watcher.latest = snapshot;
  });
  socket.on('closing', ({ reason }: { reason: string }) => (watcher.closingReason = reason));
  await until(() => watcher.latest, `${topic} is watched`);
  return watcher;
}

export function closeWatchers(): void {
  for (const socket of watchers) socket.close();
  watchers.clear();
}
