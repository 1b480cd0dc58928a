import type { z } from 'zod';
import {
  StoreRejection,
  type OrderStanding,
  type SessionToken,
  type StoreLine,
  type StoreNews,
  type StoreOrder,
} from '../store-order.js';
import { parseJson } from './parse-json.js';
import { parseRefund } from './parse-refund.js';
import { orderEditPayload, orderPayload, refundPayload, type LinePayload, type OrderPayload } from './payload.js';
import { shopMoney, sumOf } from './shop-money.js';
import { storableText } from './storable-text.js';

/** The cart attribute or line property that carries a session's token; the underscore hides it from shoppers. */
export const sessionAttribute = '_kindcast_session';

const orderTopics = new Set(['orders/create', 'orders/paid', 'orders/updated', 'orders/edited', 'orders/cancelled']);

/**
 * Turns one verified Shopify webhook body into what it means for giving.
 *
 * @throws {StoreRejection} naming the field that cannot be understood
 */
export function parseDelivery(topic: string, body: Buffer, currency: string): StoreNews {
  if (topic !== 'refunds/create' && !orderTopics.has(topic))
    return { kind: 'nothing', reason: `topic ${topic || '(none)'} tells nothing about giving` };
  const json = parseJson(body);
  if (topic === 'refunds/create') {
    const payload = checked(refundPayload, json);
    return { kind: 'refund', storeOrderId: payload.order_id, refund: parseRefund(payload, '', { currency }) };
  }
  if (topic === 'orders/edited' && orderEditPayload.safeParse(json).success)
    return { kind: 'nothing', reason: 'an edit tells no prices; the order itself follows in orders/updated' };
  const payload = checked(orderPayload, json);
  const buyerKey = buyerKeyOf(payload);
  return { kind: 'order', order: parseOrder(payload), ...(buyerKey !== undefined && { buyerKey }) };
}

/** Shorter ones could be guessed; Shopify's have 32 characters. */
const keyCharacters = /^[\x21-\x7e]{16,200}$/;

/**
 * What shows that somebody is the buyer: the checkout's token, which Shopify's thank-you page tells its extensions
 * (shopify.dev/docs/api/checkout-ui-extensions, Checkout Token API), or the order's own where no checkout was gone
 * through. Neither says who the buyer is. One that is missing or odd costs nobody a gift.
 */
function buyerKeyOf({ checkout_token, token }: OrderPayload): string | undefined {
  return [checkout_token, token].find((key): key is string => typeof key === 'string' && keyCharacters.test(key));
}

/** One Shopify order payload as the platform-neutral state of that order. */
export function parseOrder(payload: OrderPayload): StoreOrder {
  return {
    storeOrderId: payload.id,
    updatedAt: payload.updated_at,
    processedAt: payload.processed_at ?? payload.created_at,
    currency: payload.currency,
    standing: standingOf(payload),
    taxesIncluded: payload.taxes_included ?? false,
    sessionTokens: sessionTokensOf(payload),
    lines: payload.line_items.map((line, at) => parseLine(line, `line_items.${at}`)),
    refunds: payload.refunds.map((refund, at) => parseRefund(refund, `refunds.${at}.`, payload)),
  };
}

function standingOf(payload: OrderPayload): OrderStanding {
  if (payload.test) return 'test';
  if (payload.cancelled_at) return 'cancelled';
  switch (payload.financial_status) {
    case 'paid':
    case 'partially_refunded':
      return 'paid';
    case 'refunded':
    case 'voided':
      return 'refunded';
    default:
      return 'open';
  }
}

function parseLine(line: LinePayload, path: string): StoreLine {
  return {
    lineId: line.id,
    productId: line.product_id ?? null,
    title: line.title,
    quantity: line.quantity,
    currentQuantity: line.current_quantity ?? line.quantity,
    unitPrice: shopMoney(line.price_set, line.price, `${path}.price_set`),
    discount: sumOf(
      line.discount_allocations.map((each, at) =>
        shopMoney(each.amount_set, each.amount, `${path}.discount_allocations.${at}.amount_set`),
      ),
    ),
    tax: sumOf(
      line.tax_lines.map((each, at) => shopMoney(each.price_set, each.price, `${path}.tax_lines.${at}.price_set`)),
    ),
    giftCard: line.gift_card ?? false,
  };
}

function sessionTokensOf(payload: OrderPayload): SessionToken[] {
  const tokens: SessionToken[] = [];
  const take = (attributes: { name: unknown; value: unknown }[], evidence: SessionToken['evidence']) => {
    for (const { name, value } of attributes) {
      if (name !== sessionAttribute || typeof value !== 'string' || value === '') continue;
      const token = storableText(value, 100);
      if (tokens.length < 5 && !tokens.some((known) => known.token === token)) tokens.push({ token, evidence });
    }
  };
  take(payload.note_attributes, 'cart-attribute');
  for (const line of payload.line_items) take(line.properties, 'line-property');
  return tokens;
}

function checked<T extends z.ZodType>(schema: T, json: unknown): z.infer<T> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new StoreRejection(issue.path.join('.') || 'body', `cannot be read: ${issue.message}`);
}
