import { deliver } from '../../../server/demo/deliver-webhook.js';
import type { CallApi } from '../../../server/demo/operator-api.js';
import { shopifyOrder } from '../../../server/demo/shopify-order.js';
import { idInBodies, productIds } from '../intake/bodies.js';
import { settleHotVillage, type HotVillage } from '../intake/hot-village.js';
import type { OurFeedServer } from './servers/start-feed-servers.js';

/** The hot session's village, with many more sessions of the same shop. */
export interface FeedVillage extends HotVillage {
  hotTopic: string;
  /** Of the many sessions; each has had one order. */
  topics: string[];
}

/** Ids of the orders that open the sessions: far from those the generator sends. */
const firstOrderId = idInBodies + 900_000_000;
const atOnce = 16;

export async function settleFeedVillage({ call, url }: OurFeedServer, topics: number): Promise<FeedVillage> {
  const village = await settleHotVillage(call);
  const sessions: string[] = [];
  for (let from = 0; from < topics; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, topics - from) }, (_, at) => from + at);
    sessions.push(...(await Promise.all(some.map((at) => openSession(call, url, village, at)))));
  }
  return { ...village, hotTopic: `session:${village.sessionId}`, topics: sessions.map((id) => `session:${id}`) };
}

async function openSession(call: CallApi, url: string, village: HotVillage, number: number): Promise<string> {
  const facts = { title: `Honey, live ${number}`, streamer: 'Li Mei', shopIds: [village.shopId] };
  const session = await call<{ id: string; token: string }>('POST', '/v1/sessions', facts);
  await call('POST', `/v1/sessions/${session.id}/start`);
  const payload = shopifyOrder({
    id: firstOrderId + number,
    shopDomain: village.domain,
    currency: 'CNY',
    taxesIncluded: true,
    processedAt: new Date(),
    financialStatus: 'paid',
    noteAttributes: [{ name: '_kindcast_session', value: session.token }],
    lines: [
      {
        productId: productIds[0]!,
        title: '云岭百花蜜 · Wildflower honey',
        unitPrice: '39.90',
        quantity: 2,
        taxRate: '0.13',
      },
    ],
  });
  const { domain, secret } = village;
  const answer = await deliver({ url, secret, shopDomain: domain, topic: 'orders/paid', payload });
  if (answer.status !== 200) throw new Error(`The first order of a session was answered ${answer.status}.`);
  return session.id;
}
