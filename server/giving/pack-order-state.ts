import { orderStandings, type StoreLine, type StoreOrder, type StoreRefund } from '../../plugin/store-order.js';
import type { OrderState } from './order-state.js';

/**
 * An order's state as it is kept in `orders.state`: the values in a fixed order, without their names, which would be two
 * thirds of the bytes of every order. What was kept before migration 008 has its names, and is read as it is.
 */
type Packed = [
  order: PackedOrder | 0,
  loneRefunds: PackedRefund[],
  rulesOfLinesGone: Record<string, number>,
  sessionEvidence: string | 0,
  ignoredTokens?: [evidence: string, reason: string][] | 0,
  buyer?: string,
];
type PackedOrder = [
  updatedAt: number,
  processedAt: number,
  currency: string,
  standing: number,
  taxesIncluded: 0 | 1,
  sessionTokens: [token: string, evidence: string][],
  lines: PackedLine[],
  refunds: PackedRefund[],
];
type PackedLine = [
  lineId: string,
  productId: string | 0,
  title: string,
  quantity: number,
  currentQuantity: number,
  unitPrice: string,
  discount: string,
  tax: string,
  giftCard: 0 | 1,
  rule: number,
];
type PackedRefund = [refundId: string, lines: [lineId: string, quantity: number, subtotal: string][], beyond: string];

/** The text of a state for the database; `unpackOrderState` of it is the state again. */
export function packOrderState(state: OrderState): string {
  const { order, rules } = state;
  const inOrder = new Set(order?.lines.map((line) => line.lineId));
  const packed: Packed = [
    order ? packOrder(order, rules) : 0,
    state.loneRefunds.map(packRefund),
    Object.fromEntries(Object.entries(rules).filter(([lineId]) => !inOrder.has(lineId))),
    state.session?.evidence ?? 0,
  ];
  if (state.ignoredTokens)
    packed.push(state.ignoredTokens.map(({ evidence, reason }): [string, string] => [evidence, reason]));
  if (state.buyer !== undefined) {
    if (!state.ignoredTokens) packed.push(0);
    packed.push(state.buyer);
  }
  return JSON.stringify(packed);
}

/** @param row what stands in columns of its own */
export function unpackOrderState(stored: unknown, row: { storeOrderId: string; sessionId: string | null }): OrderState {
  if (!Array.isArray(stored)) return stored as OrderState;
  const [order, loneRefunds, rulesOfLinesGone, evidence, ignored, buyer] = stored as Packed;
  const rules = { ...rulesOfLinesGone };
  if (order) for (const line of order[6]) if (line[9] !== 0) rules[line[0]] = line[9];
  return {
    order: order ? unpackOrder(order, row.storeOrderId) : null,
    loneRefunds: loneRefunds.map(unpackRefund),
    rules,
    ...(row.sessionId !== null && evidence !== 0 && { session: { id: row.sessionId, evidence } }),
    ...(buyer !== undefined && { buyer }),
    ...(ignored && {
      ignoredTokens: ignored.map(([from, reason]) => ({ evidence: from, reason })) as OrderState['ignoredTokens'] & {},
    }),
  };
}

function packOrder(order: StoreOrder, rules: OrderState['rules']): PackedOrder {
  return [
    Date.parse(order.updatedAt),
    Date.parse(order.processedAt),
    order.currency,
    orderStandings.indexOf(order.standing),
    order.taxesIncluded ? 1 : 0,
    order.sessionTokens.map(({ token, evidence }) => [token, evidence]),
    order.lines.map((line) => packLine(line, rules[line.lineId] ?? 0)),
    order.refunds.map(packRefund),
  ];
}

function unpackOrder(packed: PackedOrder, storeOrderId: string): StoreOrder {
  const [updatedAt, processedAt, currency, standing, taxesIncluded, tokens, lines, refunds] = packed;
  return {
    storeOrderId,
    updatedAt: new Date(updatedAt).toISOString(),
    processedAt: new Date(processedAt).toISOString(),
    currency,
    standing: orderStandings[standing]!,
    taxesIncluded: taxesIncluded === 1,
    sessionTokens: tokens.map(([token, evidence]) => ({ token, evidence })) as StoreOrder['sessionTokens'],
    lines: lines.map(unpackLine),
    refunds: refunds.map(unpackRefund),
  };
}

function packLine(line: StoreLine, rule: number): PackedLine {
  return [
    line.lineId,
    line.productId ?? 0,
    line.title,
    line.quantity,
    line.currentQuantity,
    line.unitPrice,
    line.discount,
    line.tax,
    line.giftCard ? 1 : 0,
    rule,
  ];
}

function unpackLine(packed: PackedLine): StoreLine {
  const [lineId, productId, title, quantity, currentQuantity, unitPrice, discount, tax, giftCard] = packed;
  return {
    lineId,
    productId: productId === 0 ? null : productId,
    title,
    quantity,
    currentQuantity,
    unitPrice,
    discount,
    tax,
    giftCard: giftCard === 1,
  };
}

const packRefund = (refund: StoreRefund): PackedRefund => [
  refund.refundId,
  refund.lines.map((line) => [line.lineId, line.quantity, line.subtotal]),
  refund.beyondLines,
];

const unpackRefund = ([refundId, lines, beyondLines]: PackedRefund): StoreRefund => ({
  refundId,
  lines: lines.map(([lineId, quantity, subtotal]) => ({ lineId, quantity, subtotal })),
  beyondLines,
});
