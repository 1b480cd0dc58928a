import type { CallApi } from '../../../server/demo/operator-api.js';
import { settleHotVillage, type HotVillage } from '../intake/hot-village.js';
import { productIds } from '../intake/bodies.js';

/** A shop of the past, with what its orders can hold. */
export interface PastShop {
  shopId: string;
  merchantId: string;
  productIds: string[];
  /** Tokens of the sessions that sell here. */
  sessionTokens: string[];
}

export interface WideVillage {
  hot: HotVillage;
  hotShop: PastShop;
  others: PastShop[];
}

const [charities, projects, itemsPerShop] = [5, 30, 8];

/** Rules of every kind; only what the items of one shop differ in. */
const shares = [
  { kind: 'percent', value: '5' },
  { kind: 'percent', value: '2.5' },
  { kind: 'perUnit', amount: '1.20' },
  { kind: 'perOrder', amount: '2.00' },
];

/** The hot village of the other benches, and around it other shops, each with its own session, items and projects. */
export async function settleWideVillage(call: CallApi, shops: number): Promise<WideVillage> {
  const hot = await settleHotVillage(call);
  const made = (path: string, body: unknown) => call<{ id: string; token: string }>('POST', path, body);
  const projectIds: string[] = [];
  for (let at = 0; at < charities; at += 1) {
    const charity = await made('/v1/charities', { name: `Charity ${at + 1}` });
    for (let title = 0; title < projects / charities; title += 1) {
      const project = { charityId: charity.id, title: `Project ${projectIds.length + 1}`, currency: 'CNY' };
      projectIds.push((await made('/v1/projects', project)).id);
    }
  }
  const others: PastShop[] = [];
  for (let at = 0; at < shops; at += 1) others.push(await settleShop(call, at, projectIds));
  const hotShop = {
    shopId: hot.shopId,
    merchantId: hot.merchantId,
    productIds: productIds.map(String),
    sessionTokens: [hot.sessionToken],
  };
  return { hot, hotShop, others };
}

async function settleShop(call: CallApi, at: number, projectIds: readonly string[]): Promise<PastShop> {
  const made = (path: string, body: unknown) => call<{ id: string; token: string }>('POST', path, body);
  const merchant = await made('/v1/merchants', { name: `Merchant ${at + 1}` });
  const domain = `shop-${at + 1}.myshopify.com`;
  const shop = await made('/v1/shops', {
    merchantId: merchant.id,
    platform: 'shopify',
    domain,
    currency: 'CNY',
    webhookSecret: `secret of ${domain}`,
  });
  const items = Array.from({ length: itemsPerShop }, (_, item) => String(1_000 * (at + 1) + item));
  const ruleOf = (item: number) => {
    const first = at + 3 * item;
    const given = item % 3 === 2 ? [first, first + 7] : [first];
    return {
      share: shares[item % shares.length],
      projects: given.map((project, place) => ({ projectId: projectIds[project % projects], weight: 60 - 20 * place })),
    };
  };
  await Promise.all(
    items.map((productId, item) => call('PUT', `/v1/shops/${shop.id}/items/${productId}`, ruleOf(item))),
  );
  const session = await made('/v1/sessions', { title: `Session ${at + 1}`, streamer: 'Li Mei', shopIds: [shop.id] });
  await call('POST', `/v1/sessions/${session.id}/start`);
  return { shopId: shop.id, merchantId: merchant.id, productIds: items, sessionTokens: [session.token] };
}
