import type { ClientBase } from 'pg';
import { toMoney } from '../ledger/money.js';
import { eventOfTransfer, type EventData } from './event-types.js';
import type { Listeners, ToldEvent } from './told-event.js';

/** One movement of a gift, with whom it concerns. */
export interface GiftNews {
  id: bigint;
  kind: string;
  amount: bigint;
  event_at: Date;
  recorded_at: Date;
  revision: number;
  gift_id: string;
  line_id: string;
  project_id: string;
  currency: string;
  stands: bigint;
  product_id: string;
  title: string | null;
  shop_id: string;
  store_order_id: string;
  session_id: string | null;
  merchant_id: string;
  charity_id: string;
  session_owner: string | null;
}

/** The movements of gifts after one transfer and up to another, in the order of the ledger. */
export async function readGiftNews(client: ClientBase, after: bigint, upTo: bigint): Promise<GiftNews[]> {
  const { rows } = await client.query<GiftNews>(
    `SELECT t.id, t.kind, t.amount, t.event_at, t.recorded_at, t.revision,
       substr(encode(sha256(convert_to((SELECT salt FROM webhook_sequence) || '/' || t.order_id || '/' || t.gift_no, 'UTF8')), 'hex'), 1, 24)
         AS gift_id,
       g.line_id, g.project_id, g.currency, g.pledged AS stands, r.product_id, r.title,
       o.shop_id, o.store_order_id, o.session_id, s.merchant_id, p.charity_id, v.organisation_id AS session_owner
     FROM transfers t
       JOIN orders o ON o.id = t.order_id
       JOIN gifts g ON g.order_id = t.order_id AND g.no = t.gift_no
       JOIN giving_rules r ON r.id = g.rule
       JOIN shops s ON s.id = o.shop_id
       JOIN projects p ON p.id = g.project_id
       LEFT JOIN sessions v ON v.id = o.session_id
     WHERE t.id > $1 AND t.id <= $2
     ORDER BY t.id`,
    [after, upTo],
  );
  return rows;
}

/** What each organisation hears of a movement: the shop's merchant, the project's charity, whose the session is. */
export function giftEvents(news: GiftNews, listeners: Listeners): ToldEvent[] {
  const type = eventOfTransfer[news.kind];
  if (type === undefined) return [];
  const hearers = new Set([news.merchant_id, news.charity_id, ...(news.session_owner ? [news.session_owner] : [])]);
  return [...hearers]
    .filter((organisationId) => listeners.get(organisationId)?.has(type))
    .map((organisationId) => ({
      organisationId,
      type,
      at: news.event_at,
      data: giftData(news, organisationId === news.merchant_id),
    }));
}

/** The order's own number is between the buyer and the shop. */
function giftData(news: GiftNews, forMerchant: boolean): EventData<'gift.pledged'> {
  return {
    giftId: news.gift_id,
    revision: news.revision,
    amount: toMoney(news.amount, news.currency),
    stands: toMoney(news.stands, news.currency),
    item: { productId: news.product_id, ...(news.title !== null && { title: news.title }) },
    projectId: news.project_id,
    charityId: news.charity_id,
    shopId: news.shop_id,
    merchantId: news.merchant_id,
    ...(news.session_id !== null && { sessionId: news.session_id }),
    recordedAt: news.recorded_at.toISOString(),
    ...(forMerchant && { storeOrderId: news.store_order_id, lineId: news.line_id }),
  };
}
