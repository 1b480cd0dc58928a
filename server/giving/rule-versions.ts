import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { Problem } from '../http/problem.js';
import { money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import type { GivingRule, Share, ShareBase } from './giving-rule.js';
import { share, shareBase } from './rule-terms.js';

/** Versions of one item's rule that are kept; nobody changes a promise a thousand times, a broken program might. */
const versionsMax = 1_000;

/** Items whose rules change in one step: what PostgreSQL takes in one statement (65,535 values), and a person can oversee. */
export const itemsAtOnce = 500;

/** One version of a rule on the wire. */
export const ruleVersion = z.object({
  ruleId: z.string(),
  version: z.int(),
  shopId: z.string(),
  productId: z.string(),
  title: z.string().optional(),
  share: share.optional(),
  base: shareBase,
  projects: z.array(z.object({ projectId: z.string(), weight: z.int() })),
  from: z.string(),
  until: z.string().optional(),
  cap: money.optional(),
});

export interface RuleRow {
  id: number;
  rule_id: string;
  shop_id: string;
  product_id: string;
  version: number;
  title: string | null;
  share: Share | null;
  base: ShareBase;
  valid_from: Date;
  valid_until: Date | null;
  cap: bigint | null;
  created_at: Date;
}

export interface NewVersion {
  productId: string;
  title?: string | undefined;
  /** null: the product is no longer a charity item. */
  share: Share | null;
  base?: ShareBase | undefined;
  from?: string | undefined;
  until?: string | undefined;
  cap?: bigint | undefined;
  projects: { projectId: string; weight: number }[];
}

/** Versions as the wire shows them, in the order of the rows. */
export async function versionsToWire(db: Knex, rows: readonly RuleRow[], currency: string) {
  const parts = await partsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ruleId: row.rule_id,
    version: row.version,
    shopId: row.shop_id,
    productId: row.product_id,
    ...(row.title !== null && { title: row.title }),
    ...(row.share && { share: row.share }),
    base: row.base,
    projects: parts.get(row.id) ?? [],
    from: row.valid_from.toISOString(),
    ...(row.valid_until && { until: row.valid_until.toISOString() }),
    ...(row.cap !== null && { cap: toMoney(row.cap, currency) }),
  }));
}

/** The projects of rule versions with their weights, in the rules' own order. */
export async function partsOf(
  db: Knex,
  versions: readonly number[],
): Promise<Map<number, { projectId: string; weight: number }[]>> {
  const parts = new Map<number, { projectId: string; weight: number }[]>();
  for (const part of await db('giving_rule_projects').whereIn('rule', versions).orderBy(['rule', 'position']))
    parts.set(part.rule, [...(parts.get(part.rule) ?? []), { projectId: part.project_id, weight: part.weight }]);
  return parts;
}

/** Versions as the arithmetic takes them. */
export async function givingRulesOf(db: Knex, rows: readonly RuleRow[]): Promise<GivingRule[]> {
  const parts = await partsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    ruleId: row.rule_id,
    version: row.version,
    shopId: row.shop_id,
    productId: row.product_id,
    title: row.title,
    share: row.share,
    base: row.base,
    from: row.valid_from,
    until: row.valid_until,
    cap: row.cap,
    projects: (parts.get(row.id) ?? []).map(({ projectId, weight }) => ({ projectId, weight: BigInt(weight) })),
  }));
}

/** The newest version of each of these items that has one, by product id. */
export async function newestVersions(
  db: Knex,
  shopId: string,
  productIds: readonly string[],
): Promise<Map<string, RuleRow>> {
  const rows: RuleRow[] = await db('giving_rules')
    .distinctOn('product_id')
    .where({ shop_id: shopId })
    .whereIn('product_id', productIds)
    .orderBy(['product_id', { column: 'version', order: 'desc' }]);
  return new Map(rows.map((row) => [row.product_id, row]));
}

/** Whoever changes rules of a shop waits for the one before; each version builds on the newest. */
export async function lockRules(db: Knex, shopId: string): Promise<void> {
  await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`rules ${shopId}`]);
}

/**
 * Adds the next version of the rules of some items of a shop, each item once and at most {@link itemsAtOnce}; rows come back in the same order. Stores
 * stamp orders in whole seconds, so "from now on" means from the beginning of this second: an order paid in the same
 * second is not left out.
 */
export async function addVersions(db: Knex, shopId: string, next: readonly NewVersion[]): Promise<RuleRow[]> {
  if (next.length === 0) return [];
  await lockRules(db, shopId);
  const last = await newestVersions(
    db,
    shopId,
    next.map((version) => version.productId),
  );
  for (const { product_id, version } of last.values())
    if (version >= versionsMax)
      throw new Problem(
        'conflict',
        `The rule of product ${product_id} has been changed ${versionsMax} times, which is the most that is kept.`,
      );
  const added: RuleRow[] = await db('giving_rules')
    .insert(
      next.map((version) => ({
        rule_id: last.get(version.productId)?.rule_id ?? newId(),
        shop_id: shopId,
        product_id: version.productId,
        version: (last.get(version.productId)?.version ?? 0) + 1,
        title: version.title ?? null,
        share: version.share && JSON.stringify(version.share),
        base: version.base ?? 'asPriced',
        valid_from: version.from ?? db.raw(`date_trunc('second', now())`),
        valid_until: version.until ?? null,
        cap: version.cap?.toString() ?? null,
      })),
    )
    .returning('*');
  const byProduct = new Map(added.map((row) => [row.product_id, row]));
  const rows = next.map((version) => byProduct.get(version.productId)!);
  const parts = next.flatMap((version, at) =>
    version.projects.map((part, position) => ({
      rule: rows[at]!.id,
      position,
      project_id: part.projectId,
      weight: part.weight,
    })),
  );
  if (parts.length > 0) await db('giving_rule_projects').insert(parts);
  const capped = rows.filter((row) => row.cap !== null);
  if (capped.length > 0)
    await db('rule_caps').insert(capped.map((row) => ({ rule: row.id, cap: row.cap!.toString() })));
  return rows;
}
