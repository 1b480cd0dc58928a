import { randomUUID } from 'node:crypto';
import { signShopify } from '../../server/demo/deliver-webhook.js';
import { callApi, type Answer } from './start-kindcast.js';

/** A merchant with a shop, a charity with projects, and a live session: where most tests begin. */
export interface Village {
  url: string;
  shopId: string;
  merchantId: string;
  currency: string;
  domain: string;
  secret: string;
  projects: Record<string, string>;
  session: { id: string; token: string; overlayUrl: string };
}

let villages = 0;

export async function settle(
  url: string,
  { currency = 'CNY', projects = ['school-lunch', 'well'] }: { currency?: string; projects?: string[] } = {},
): Promise<Village> {
  const call = <T = Answer>(method: string, path: string, body?: unknown) => callApi<T>(url, method, path, body);
  const number = (villages += 1);
  const charity = await call('POST', '/v1/charities', { name: 'Rural Lunch Foundation 乡村午餐' });
  const merchant = await call('POST', '/v1/merchants', { name: 'Yunling Cooperative 云岭合作社' });
  const domain = `village-${number}-${randomUUID().slice(0, 8)}.myshopify.com`;
  const secret = `secret-of-${domain}`;
  const shop = await call('POST', '/v1/shops', {
    merchantId: merchant.id,
    platform: 'shopify',
    domain,
    currency,
    webhookSecret: secret,
  });
  const ids: Record<string, string> = {};
  for (const title of projects)
    ids[title] = (await call('POST', '/v1/projects', { charityId: charity.id, title, currency })).id;
  const session = await call('POST', '/v1/sessions', { title: 'Honey, live', streamer: 'Li Mei', shopIds: [shop.id] });
  await call('POST', `/v1/sessions/${session.id}/start`);
  return { url, shopId: shop.id, merchantId: merchant.id, currency, domain, secret, projects: ids, session };
}

export interface SendOptions {
  webhookId?: string;
  secret?: string;
  domain?: string;
  headers?: Record<string, string | undefined>;
  /** How long the sender waits for the answer; for ever if not given. */
  patienceMs?: number;
}

/** Sends bytes or a payload as the village's Shopify would, and returns status and parsed answer. */
export async function send(
  village: Pick<Village, 'url' | 'domain' | 'secret'>,
  topic: string,
  payload: unknown,
  options: SendOptions = {},
): Promise<{ status: number; body: Answer; retryAfter: string | null }> {
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
  const headers = Object.entries({
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': options.domain ?? village.domain,
    'x-shopify-hmac-sha256': signShopify(body, options.secret ?? village.secret),
    'x-shopify-webhook-id': options.webhookId ?? randomUUID(),
    'x-shopify-triggered-at': new Date().toISOString(),
    ...options.headers,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const response = await fetch(`${village.url}/webhooks/shopify`, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
    ...(options.patienceMs !== undefined && { signal: AbortSignal.timeout(options.patienceMs) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text ? JSON.parse(text) : undefined,
    retryAfter: response.headers.get('retry-after'),
  };
}

/** Makes a product a charity item; shares are written `5%`, `2.00/unit` or `1.00/order`. */
export function setRule(
  village: Village,
  productId: number,
  share: string,
  weights: Record<string, number>,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  return callApi(village.url, 'PUT', `/v1/shops/${village.shopId}/items/${productId}`, {
    share: readShare(share),
    projects: Object.entries(weights).map(([title, weight]) => ({ projectId: village.projects[title], weight })),
    ...more,
  });
}

function readShare(text: string) {
  if (text.endsWith('%')) return { kind: 'percent', value: text.slice(0, -1) };
  const [amount, per] = text.split('/');
  return { kind: per === 'unit' ? 'perUnit' : 'perOrder', amount };
}

/** What every project of the village has been given, by title. */
export async function givenByProject(village: Village): Promise<Record<string, string>> {
  const snapshot = await callApi(village.url, 'GET', `/v1/shops/${village.shopId}/totals`);
  return Object.fromEntries(
    Object.keys(village.projects).map((title) => [
      title,
      snapshot.projects.find((project: Answer) => project.projectId === village.projects[title])?.given ?? '0.00',
    ]),
  );
}

/** Fails with the offending rows when any check of the books does. */
export async function booksBalance(url: string): Promise<void> {
  const { ok, checks } = await callApi(url, 'GET', '/v1/checks');
  if (!ok) throw new Error(`The books do not balance: ${JSON.stringify(checks.filter((check: Answer) => !check.ok))}`);
}
