import type { NewTransfer } from '../ledger/post-transfers.js';
import { splitByWeight } from '../ledger/split.js';
import type { Caps } from './caps.js';
import type { Gift } from './gifts.js';
import type { GivingRule, RuleBook } from './giving-rule.js';
import type { OrderRow } from './order-rows.js';
import { targetOf, type LineTarget } from './target.js';

/** One gift before and after this batch; the difference is what will be posted. */
export interface GiftChange {
  before: Gift | undefined;
  after: Gift;
  /** The item's name as screens show it. */
  item: string;
}

/**
 * What must change on the books so that the order's gifts equal its target: for every line the granted amount split over
 * the rule's projects, beside what stands. Gifts that stay as they are come along unchanged (before = after), because
 * totals are made of them too.
 */
export function planGifts(order: OrderRow, standing: readonly Gift[], book: RuleBook, caps: Caps): GiftChange[] {
  const byLine = new Map<string, Gift[]>();
  for (const gift of standing) byLine.set(gift.lineId, [...(byLine.get(gift.lineId) ?? []), gift]);
  const changes: GiftChange[] = [];
  let lastNo = standing.reduce((last, gift) => Math.max(last, gift.no), 0);
  const plan = (lineId: string, rule: GivingRule, target: LineTarget | undefined) => {
    const ofLine = byLine.get(lineId) ?? [];
    byLine.delete(lineId);
    const has = ofLine.reduce((sum, gift) => sum + gift.pledged, 0n);
    const granted = caps.grant(rule.id, target?.wanted ?? 0n, has);
    for (const change of changesOfLine(order, lineId, rule, granted, target, ofLine)) {
      if (!change.before) change.after.no = lastNo += 1;
      changes.push(change);
    }
  };
  const targets = new Map(targetOf(order.state, book).map((target) => [target.line.lineId, target]));
  for (const [lineId, target] of targets) plan(lineId, target.rule, target);
  // Lines the order no longer has.
  for (const [lineId, [gift]] of [...byLine]) plan(lineId, book.version(gift!.rule), undefined);
  return changes;
}

function changesOfLine(
  order: OrderRow,
  lineId: string,
  rule: GivingRule,
  granted: bigint,
  target: LineTarget | undefined,
  ofLine: readonly Gift[],
): GiftChange[] {
  const parts = splitByWeight(
    granted,
    rule.projects.map((project) => project.weight),
  );
  return rule.projects.flatMap(({ projectId }, at) => {
    const before = ofLine.find((gift) => gift.projectId === projectId);
    const pledged = parts[at]!;
    if (!before && pledged === 0n) return [];
    const after: Gift = {
      ...(before ?? {
        orderId: order.id,
        no: 0,
        lineId,
        projectId,
        rule: rule.id,
        currency: order.state.order!.currency,
        revision: 0,
      }),
      pledged,
      units: pledged > 0n ? (target?.line.units ?? 0) : 0,
    };
    if (pledged !== (before?.pledged ?? 0n)) after.revision += 1;
    return [{ before, after, item: rule.title ?? target?.line.title ?? '' }];
  });
}

/** The movement that brings a gift's amount on the books from before to after; undefined when it stays. */
export function transferOf(
  change: GiftChange,
  { merchantId, eventAt }: { merchantId: string; eventAt: number },
): NewTransfer | undefined {
  const { before, after } = change;
  const difference = after.pledged - (before?.pledged ?? 0n);
  if (difference === 0n) return undefined;
  const owes = { kind: 'merchant-owes', owner: merchantId, currency: after.currency } as const;
  const pending = { kind: 'project-pending', owner: after.projectId, currency: after.currency } as const;
  return {
    gift: { orderId: after.orderId, no: after.no, revision: after.revision },
    eventAt,
    ...(difference > 0n
      ? { kind: 'pledge', debit: owes, credit: pending, amount: difference }
      : { kind: 'reverse', debit: pending, credit: owes, amount: -difference }),
  };
}
