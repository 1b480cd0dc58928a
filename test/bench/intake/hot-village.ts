import type { CallApi } from '../../../server/demo/operator-api.js';
import { webhookSecret } from '../servers/start-servers.js';
import { productIds, type Sender } from './bodies.js';

export interface HotVillage extends Sender {
  sessionId: string;
  shopId: string;
  merchantId: string;
}

/** The normal case of a famous stream: one shop, one session, one project, and every order goes there. */
export async function settleHotVillage(call: CallApi): Promise<HotVillage> {
  const made = (path: string, body: unknown) => call<{ id: string; token: string }>('POST', path, body);
  const charity = await made('/v1/charities', { name: '乡村午餐 Rural Lunch' });
  const merchant = await made('/v1/merchants', { name: '云岭合作社 Yunling Cooperative' });
  const domain = 'bench.myshopify.com';
  const shop = await made('/v1/shops', {
    merchantId: merchant.id,
    platform: 'shopify',
    domain,
    currency: 'CNY',
    webhookSecret,
  });
  const project = await made('/v1/projects', { charityId: charity.id, title: 'School lunches', currency: 'CNY' });
  const rule = { share: { kind: 'percent', value: '5' }, projects: [{ projectId: project.id, weight: 1 }] };
  await Promise.all(productIds.map((productId) => call('PUT', `/v1/shops/${shop.id}/items/${productId}`, rule)));
  const session = await made('/v1/sessions', { title: 'Honey, live', streamer: 'Li Mei', shopIds: [shop.id] });
  await call('POST', `/v1/sessions/${session.id}/start`);
  return {
    domain,
    secret: webhookSecret,
    sessionToken: session.token,
    sessionId: session.id,
    shopId: shop.id,
    merchantId: merchant.id,
  };
}
