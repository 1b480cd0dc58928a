import type { Answered, ItemOf } from '../../../plugin/client/kindcast-client.js';

export { api } from '../ask.js';

export type Shop = ItemOf<'/v1/shops'>;
export type Product = ItemOf<'/v1/shops/{shopId}/products'>;
export type Version = ItemOf<'/v1/shops/{shopId}/items/{productId}/versions'>;
export type OrderRow = ItemOf<'/v1/shops/{shopId}/orders'>;
export type Order = Answered<'/v1/orders/{shopId}/{storeOrderId}', 'get'>;
export type Owed = Answered<'/v1/merchants/{id}/owed', 'get'>['currencies'][number];
export type Connection = Answered<'/v1/shops/{shopId}/connection', 'get'>;
export type GivingState = Answered<'/v1/shops/{shopId}/giving', 'get'>;
export type Streamer = ItemOf<'/v1/shops/{shopId}/streamers'>;
export type SessionRow = ItemOf<'/v1/shops/{shopId}/sessions'>;
export type Sample = Answered<'/v1/shops/{shopId}/sample-order', 'post'>;
export type ProjectRow = ItemOf<'/v1/projects'>;
export type Charity = ItemOf<'/v1/charities'>;

/** What a person promises for some items; a body of the API without the items. */
export interface Terms {
  share: { kind: 'percent'; value: string } | { kind: 'perUnit' | 'perOrder'; amount: string };
  base?: 'asPriced' | 'exTax';
  projects: { projectId: string; weight: number }[];
  until?: string;
  cap?: { amount: string; currency: string };
}
