import { createHash } from 'node:crypto';
import { StoreRejection, type StoreNews } from '../../plugin/store-order.js';
import type { StorePlatform, WebhookLabel } from '../../plugin/store-platform.js';
import type { Delivery } from '../giving/record-orders.js';
import { keptLines, type KeptLine } from '../giving/kept-lines.js';
import { MoneyError, storeAmountToMinor } from '../ledger/money.js';

/** The shop a delivery came from, as far as reading it needs. */
export interface SendingShop {
  id: string;
  merchantId: string;
  currency: string;
}

/** A delivery whose signature was right, not yet read. */
export interface VerifiedDelivery {
  platform: string;
  shop: SendingShop;
  topic: string;
  body: Buffer;
}

/**
 * The name of a delivery: the store's id of it together with what it says, for which its verified signature stands. The
 * same delivery sent again has the same name; another body under a used id does not hide behind it.
 */
export function deliveryKey(shopId: string, { topic, webhookId, signature }: WebhookLabel): string {
  const hash = createHash('sha256').update(`${shopId}\n${topic}\n${webhookId}\n${signature}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`;
}

/**
 * Parses a verified delivery into what is to be recorded; undefined when it tells nothing about giving.
 *
 * @throws {StoreRejection | MoneyError} when it cannot be understood, before it can spoil a batch
 */
export function readDelivery(platform: StorePlatform, { shop, topic, body }: VerifiedDelivery): Delivery | undefined {
  const news = platform.parse(topic, body, shop.currency);
  if (news.kind === 'nothing') return undefined;
  assertCountable(news, shop);
  const storeOrderId = news.kind === 'order' ? news.order.storeOrderId : news.storeOrderId;
  return { shop: { id: shop.id, merchantId: shop.merchantId }, storeOrderId, news };
}

/** In minor units: thousands of such orders still fit the database's largest number, and no real order comes near. */
const worthMax = 10n ** 15n;

const worthOf = (lines: readonly KeptLine[]) =>
  lines.reduce((sum, line) => sum + (line.net > line.sold ? line.net : line.sold), 0n);

function assertCountable(news: Exclude<StoreNews, { kind: 'nothing' }>, shop: SendingShop): void {
  if (news.kind === 'order') {
    if (news.order.currency !== shop.currency)
      throw new StoreRejection(
        'currency',
        `is ${news.order.currency}, but this shop is connected with ${shop.currency}`,
      );
    if (worthOf(keptLines(news.order, [])) > worthMax)
      throw new StoreRejection('line_items', 'are worth more than all the money there is; this must be a mistake');
    return;
  }
  for (const amount of [news.refund.beyondLines, ...news.refund.lines.map((line) => line.subtotal)])
    storeAmountToMinor(amount, shop.currency);
}

/** A delivery that cannot be read; the message says why in a sentence. */
export class UnreadableDelivery extends Error {
  override name = 'UnreadableDelivery';
}

/** A sentence on why a delivery was kept as a dead letter, for the person who will look at it. */
export function whyUnreadable(error: Error): string {
  if (error instanceof StoreRejection || error instanceof UnreadableDelivery) return error.message;
  if (error instanceof MoneyError) return `An amount of this delivery ${error.message}.`;
  const code = (error as { code?: unknown }).code;
  return `Recording it failed: ${error.message}${typeof code === 'string' ? ` (${code})` : ''}`;
}
