import type { Knex } from 'knex';
import {
  addVersions,
  lockRules,
  newestVersions,
  partsOf,
  type NewVersion,
  type RuleRow,
} from '../giving/rule-versions.js';

/** One item whose rule has changed; `previous` is the version that undoing goes back to, absent when it had none. */
export interface ChangedItem {
  productId: string;
  version: number;
  previous?: number;
}

/** Gives items of a shop new versions, and tells which versions they replace. */
export async function changeRules(db: Knex, shopId: string, next: readonly NewVersion[]): Promise<ChangedItem[]> {
  await lockRules(db, shopId);
  const ids = next.map((version) => version.productId);
  const before = await newestVersions(db, shopId, ids);
  const rows = await addVersions(db, shopId, next);
  return rows.map((row) => {
    const previous = before.get(row.product_id)?.version;
    return { productId: row.product_id, version: row.version, ...(previous !== undefined && { previous }) };
  });
}

/** Ends the giving of those of these items that give now or would later. What they gave stands. */
export async function endRules(db: Knex, shopId: string, productIds: readonly string[]): Promise<ChangedItem[]> {
  await lockRules(db, shopId);
  const newest = await newestVersions(db, shopId, productIds);
  const giving = productIds.filter((productId) => stillGives(newest.get(productId)));
  return changeRules(db, shopId, giving.map(endOf));
}

export const endOf = (productId: string): NewVersion => ({ productId, share: null, projects: [] });

/** Whether a rule's newest version gives, or will. */
export const stillGives = (row: RuleRow | undefined): row is RuleRow =>
  row !== undefined && row.share !== null && (row.valid_until === null || row.valid_until > new Date());

/**
 * The terms of versions as a new version would have them now: what is left of a cap, because a promise of "at most" must
 * not begin anew; and an end of giving where the time is over or the cap used up.
 */
export async function termsAgain(db: Knex, rows: readonly RuleRow[]): Promise<NewVersion[]> {
  const ids = rows.map((row) => row.id);
  const parts = await partsOf(db, ids);
  const caps: { rule: number; left: bigint }[] = await db('rule_caps')
    .whereIn('rule', ids)
    .select('rule', { left: db.raw('cap - given') });
  const left = new Map(caps.map((cap) => [cap.rule, cap.left]));
  return rows.map((row) => {
    const room = left.get(row.id);
    if (!stillGives(row) || room === 0n) return endOf(row.product_id);
    return {
      productId: row.product_id,
      ...(row.title !== null && { title: row.title }),
      share: row.share,
      base: row.base,
      projects: parts.get(row.id) ?? [],
      ...(row.valid_from > new Date() && { from: row.valid_from.toISOString() }),
      ...(row.valid_until && { until: row.valid_until.toISOString() }),
      ...(room !== undefined && { cap: room }),
    };
  });
}
