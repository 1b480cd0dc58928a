import type { Knex } from 'knex';
import { Caps } from '../giving/caps.js';
import { RuleBook, type GivingRule } from '../giving/giving-rule.js';
import { keptLines } from '../giving/kept-lines.js';
import { unknownOrder } from '../giving/order-state.js';
import { planGifts } from '../giving/plan-gifts.js';
import { givingRulesOf, type RuleRow } from '../giving/rule-versions.js';
import { decideRules, targetOf } from '../giving/target.js';
import type { StoreOrder } from '../../plugin/store-order.js';
import type { Draft } from './drafts.js';

/** One line of an order that nobody has made. */
export interface SampleLine {
  productId: string;
  /** Price of one, a decimal string in the shop's currency. */
  price: string;
  quantity: number;
}

export interface SampleAsked {
  shopId: string;
  currency: string;
  lines: readonly SampleLine[];
  /** Terms to try, of items that need no rule yet; they go before the rules in force. */
  tried: readonly Draft[];
}

/** What a line of the sample would give, in minor units. */
export interface SampleGift {
  line: SampleLine;
  net: bigint;
  rule: GivingRule | undefined;
  /** What the rule asks for; more than what is given where a cap leaves less. */
  wanted: bigint;
  gifts: { projectId: string; amount: bigint }[];
}

/**
 * What an order of these lines would give if it were paid now: computed by the very functions that plan the gifts of real
 * orders (targetOf, Caps, splitByWeight in planGifts), with nothing stored.
 */
export async function sampleOrder(db: Knex, asked: SampleAsked): Promise<SampleGift[]> {
  const order = orderOf(asked);
  const rules = await rulesFor(db, asked);
  const book = new RuleBook();
  for (const rule of rules) book.add(rule, [rule]);
  const state = decideRules({ ...unknownOrder, order }, asked.shopId, book);
  const row = { id: 0n, isNew: true, shopId: asked.shopId, storeOrderId: order.storeOrderId, state };
  const targets = new Map(targetOf(state, book).map((target) => [target.line.lineId, target]));
  const planned = planGifts(row, [], book, await capsFor(db, rules));
  return asked.lines.map((line, at) => {
    const lineId = lineIdOf(at);
    const target = targets.get(lineId);
    return {
      line,
      // Nothing is taken off a line that nobody has bought.
      net: target?.line.net ?? netOf(order, at),
      rule: target?.rule,
      wanted: target?.wanted ?? 0n,
      gifts: planned
        .filter(({ after }) => after.lineId === lineId && after.pledged > 0n)
        .map(({ after }) => ({ projectId: after.projectId, amount: after.pledged })),
    };
  });
}

const lineIdOf = (at: number) => `sample-${at + 1}`;

function orderOf({ lines, currency }: SampleAsked): StoreOrder {
  const now = new Date().toISOString();
  return {
    storeOrderId: 'sample',
    updatedAt: now,
    processedAt: now,
    currency,
    standing: 'paid',
    taxesIncluded: true,
    sessionTokens: [],
    lines: lines.map(({ productId, price, quantity }, at) => ({
      lineId: lineIdOf(at),
      productId,
      title: '',
      quantity,
      currentQuantity: quantity,
      unitPrice: price,
      discount: '0',
      // A sample knows no tax, so a share of the price without tax is told as if there were none.
      tax: '0',
      giftCard: false,
    })),
    refunds: [],
  };
}

const netOf = (order: StoreOrder, at: number) => {
  const [line] = keptLines({ ...order, lines: [order.lines[at]!] }, []);
  return line!.net;
};

/** The rule of each item: what is tried, else the version in force. Rules that are tried have numbers below zero. */
async function rulesFor(db: Knex, { shopId, lines, tried }: SampleAsked): Promise<GivingRule[]> {
  const triedRules = tried.map((draft, at): GivingRule => ({
    id: -1 - at,
    ruleId: '',
    version: 0,
    shopId,
    productId: draft.productId,
    title: null,
    share: draft.share,
    base: draft.base ?? 'asPriced',
    from: new Date(0),
    until: draft.until === undefined ? null : new Date(draft.until),
    cap: draft.cap ?? null,
    projects: draft.projects.map(({ projectId, weight }) => ({ projectId, weight: BigInt(weight) })),
  }));
  const others = lines.map((line) => line.productId).filter((id) => !tried.some((draft) => draft.productId === id));
  const rows: RuleRow[] = await db('giving_rules')
    .distinctOn('product_id')
    .where({ shop_id: shopId })
    .where('valid_from', '<=', db.raw('now()'))
    .whereIn('product_id', others)
    .orderBy(['product_id', { column: 'version', order: 'desc' }]);
  return [...triedRules, ...(await givingRulesOf(db, rows))];
}

async function capsFor(db: Knex, rules: readonly GivingRule[]): Promise<Caps> {
  const capped = rules.filter((rule) => rule.cap !== null);
  const known: { rule: number; cap: bigint; given: bigint }[] = await db('rule_caps').whereIn(
    'rule',
    capped.map((rule) => rule.id).filter((id) => id > 0),
  );
  const tried = capped.filter((rule) => rule.id < 0).map(({ id, cap }) => ({ rule: id, cap: cap!, given: 0n }));
  return new Caps([...known, ...tried]);
}
