import { forget, type KeptMemory } from './demo-memory.js';
import { ApiProblem, type CallApi } from './operator-api.js';
import { sampleProducts } from './sample-products.js';

/** Everything the scripted shop and the screen need to know of what was set up. */
export interface DemoScene {
  shopId: string;
  shopDomain: string;
  webhookSecret: string;
  session: DemoSession;
}

interface DemoSession {
  id: string;
  token: string;
  overlayUrl: string;
}

/**
 * Sets up the sample charities, projects, shop, charity items and a live session, through the HTTP API alone. Can be run
 * again safely: every step remembers what it made and asks under a key of its own, so after a crash in the middle the
 * rest is made and nothing twice. When the database has lost what the demo remembers, it starts anew.
 */
export async function sampleOrganisations(call: CallApi, kept: KeptMemory): Promise<DemoScene> {
  const remembersSomething = Object.keys(kept.memory.ids).length > 0;
  try {
    return await setUp(call, kept);
  } catch (error) {
    const unknownThere = error instanceof ApiProblem && [400, 404, 422].includes(error.status);
    if (!(remembersSomething && unknownThere)) throw error;
    forget(kept.memory);
    return setUp(call, kept);
  }
}

async function setUp(call: CallApi, kept: KeptMemory): Promise<DemoScene> {
  const { memory, save } = kept;
  save();
  const once = async (name: string, method: string, path: string, body: unknown): Promise<string> => {
    const known = memory.ids[name];
    if (known !== undefined) return known;
    const made = await call<{ id?: string }>(method, path, body, `demo-${memory.run}-${name}`);
    memory.ids[name] = made.id ?? 'made';
    save();
    return memory.ids[name];
  };
  const charity = (name: string, body: object) => once(name, 'POST', '/v1/charities', { country: 'CN', ...body });
  // Of no charity that exists, and recognisably so.
  const invented = (number: string) => `演示 DEMO-${number}`;
  const cny = (amount: string) => ({ amount, currency: 'CNY' });

  const lunchCharity = await charity('charity-lunch', {
    name: '乡村学校午餐基金会 Rural School Lunch Foundation',
    registrationNumber: invented('001'),
  });
  const wellCharity = await charity('charity-well', {
    name: '清泉水井公益 Clear Spring Wells',
    registrationNumber: invented('002'),
  });
  const lunch = await once('project-lunch', 'POST', '/v1/projects', {
    charityId: lunchCharity,
    title: '山里孩子的热午餐 · Hot lunches for mountain schools',
    currency: 'CNY',
    goal: cny('20000.00'),
    impact: { unit: '热午餐 · school lunches', cost: cny('4.00') },
  });
  const well = await once('project-well', 'POST', '/v1/projects', {
    charityId: wellCharity,
    title: '村口一口井 · A well for the village',
    currency: 'CNY',
    goal: cny('50000.00'),
    impact: { unit: '一米井深 · metres of well', cost: cny('160.00') },
  });
  const merchantId = await once('merchant', 'POST', '/v1/merchants', {
    name: '云岭合作社 Yunling Cooperative',
    country: 'CN',
  });
  const connectShop = () =>
    once(`shop-${memory.shopDomain}`, 'POST', '/v1/shops', {
      merchantId,
      platform: 'shopify',
      domain: memory.shopDomain,
      currency: 'CNY',
      webhookSecret: memory.webhookSecret,
      region: '云南 Yunnan',
    });
  const shopId = await connectShop().catch((error: unknown) => {
    // An earlier demo whose demo.json is gone left its shop in this database: open another beside it.
    if (!(error instanceof ApiProblem && error.status === 409)) throw error;
    memory.shopDomain = memory.shopDomain.replace(/(-\w{8})?\.myshopify/, `-${memory.run.slice(0, 8)}.myshopify`);
    return connectShop();
  });
  for (const { productId, title, share, lunch: forLunch, well: forWell } of sampleProducts) {
    if (!share) continue;
    const projects = [
      ...(forLunch ? [{ projectId: lunch, weight: forLunch }] : []),
      ...(forWell ? [{ projectId: well, weight: forWell }] : []),
    ];
    await once(`item-${productId}`, 'PUT', `/v1/shops/${shopId}/items/${productId}`, { title, share, projects });
  }
  const streamerId = await once('streamer', 'POST', '/v1/streamers', { name: '阿云 A Yun', country: 'CN' });
  await once(`streamer-in-${shopId}`, 'PUT', `/v1/shops/${shopId}/streamers/${streamerId}`, { state: 'allowed' });
  return { shopId, shopDomain: memory.shopDomain, webhookSecret: memory.webhookSecret, session: await liveSession() };

  /** The session of the last run when it is still live, else a new one. */
  async function liveSession(): Promise<DemoSession> {
    const sessionId = await once(`session-${memory.endedSessions + 1}`, 'POST', '/v1/sessions', {
      title: '云岭蜂蜜助农直播 · Honey from Yunling, live',
      streamer: '阿云 A Yun',
      organisationId: streamerId,
      shopIds: [shopId],
      goal: cny('3000.00'),
    });
    try {
      return await call<DemoSession>('POST', `/v1/sessions/${sessionId}/start`, {});
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 409)) throw error;
      memory.endedSessions += 1;
      return liveSession();
    }
  }
}
