import type { Connection, GivingState, Shop } from './api.js';
import { api } from './api.js';

/** How far a merchant's first evening has come. Everything but what was only looked at is asked of the server. */
export interface FirstSteps {
  shop: Shop | undefined;
  connection: Connection | undefined;
  products: number;
  giving: GivingState;
  /** The project that was chosen to begin with, if any. */
  project: string | undefined;
  sampled: boolean;
}

const PROJECT = 'kindcast-project-of-';
const SAMPLED = 'kindcast-sampled-';

function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing asks for this step again next time.
  }
}

export const chosenProject = (merchant: string) => kept(PROJECT + merchant);
export const chooseProject = (merchant: string, projectId: string) => keep(PROJECT + merchant, projectId);
export const rememberSampled = (shopId: string) => keep(SAMPLED + shopId, 'yes');

export async function readFirstSteps(merchant: string, shop: Shop | undefined): Promise<FirstSteps> {
  const none = {
    shop,
    connection: undefined,
    products: 0,
    giving: { giving: 0, drafts: 0 },
    project: chosenProject(merchant),
    sampled: false,
  };
  if (!shop) return none;
  const params = { path: { shopId: shop.id } };
  const [connection, products, giving] = await Promise.all([
    api.get('/v1/shops/{shopId}/connection', { params }),
    api.get('/v1/shops/{shopId}/products', { params: { ...params, query: { limit: 1 } } }),
    api.get('/v1/shops/{shopId}/giving', { params }),
  ]);
  return {
    ...none,
    connection,
    products: products.items.length,
    giving,
    sampled: kept(SAMPLED + shop.id) !== undefined || giving.giving > 0,
  };
}

/** Whether the way is done: something gives and nothing waits. */
export const isDone = ({ giving }: FirstSteps) => giving.giving > 0 && giving.drafts === 0;
