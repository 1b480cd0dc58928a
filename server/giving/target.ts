import type { GivingRule, RuleBook } from './giving-rule.js';
import { keptLines, type KeptLine } from './kept-lines.js';
import type { OrderState } from './order-state.js';
import { lineShare, onceShares } from './share.js';

/** What one line should have given by now, before a cap of its rule. Minor units. */
export interface LineTarget {
  line: KeptLine;
  rule: GivingRule;
  wanted: bigint;
}

/**
 * Decides which rule version holds for each line: the one decided before, else the one in force when the store
 * processed the order. Returns the same object when nothing new was decided.
 */
export function decideRules(state: OrderState, shopId: string, book: RuleBook): OrderState {
  if (!state.order) return state;
  const at = new Date(state.order.processedAt);
  const decided: Record<string, number> = {};
  for (const line of state.order.lines) {
    if (line.productId === null || state.rules[line.lineId] !== undefined) continue;
    const rule = book.inForce({ shopId, productId: line.productId }, at);
    if (rule) decided[line.lineId] = rule.id;
  }
  return Object.keys(decided).length === 0 ? state : { ...state, rules: { ...state.rules, ...decided } };
}

/**
 * What the order should have given by now: a pure function of its latest state and its decided rules, and the only place
 * that knows. Everything else posts the difference between this and what is on the books.
 */
export function targetOf(state: OrderState, book: RuleBook): LineTarget[] {
  if (!state.order) return [];
  const { currency, standing } = state.order;
  const targets: LineTarget[] = [];
  for (const line of keptLines(state.order, state.loneRefunds)) {
    const version = state.rules[line.lineId];
    if (version === undefined) continue;
    const rule = book.version(version);
    // A gift card is money not yet spent: it gives when something is bought with it.
    const gives = standing === 'paid' && !line.giftCard;
    targets.push({ line, rule, wanted: gives ? lineShare(rule, line, currency) : 0n });
  }
  if (standing === 'paid') addOnceShares(targets, currency);
  return targets;
}

function addOnceShares(targets: LineTarget[], currency: string): void {
  const byRule = new Map<GivingRule, LineTarget[]>();
  for (const target of targets) {
    if (target.rule.share?.kind !== 'perOrder' || target.line.giftCard) continue;
    byRule.set(target.rule, [...(byRule.get(target.rule) ?? []), target]);
  }
  for (const [rule, lines] of byRule) {
    const shares = onceShares(
      rule,
      lines.map((target) => target.line),
      currency,
    );
    lines.forEach((target, at) => (target.wanted = shares[at]!));
  }
}
