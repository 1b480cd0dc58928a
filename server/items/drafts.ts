import type { Knex } from 'knex';
import type { Share, ShareBase } from '../giving/giving-rule.js';
import type { NewVersion } from '../giving/rule-versions.js';

/** A rule that waits to be switched on. No order counts by it; see migration 016. */
export interface Draft extends Omit<NewVersion, 'share'> {
  share: Share;
}

export interface DraftRow {
  product_id: string;
  title: string | null;
  share: Share;
  base: ShareBase;
  projects: { projectId: string; weight: number }[];
  valid_from: Date | null;
  valid_until: Date | null;
  cap: bigint | null;
  saved_at: Date;
}

/** Saves drafts; one that an item had before is replaced. */
export async function saveDrafts(db: Knex, shopId: string, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  await db('rule_drafts')
    .insert(
      drafts.map((draft) => ({
        shop_id: shopId,
        product_id: draft.productId,
        title: draft.title ?? null,
        share: JSON.stringify(draft.share),
        base: draft.base ?? 'asPriced',
        projects: JSON.stringify(draft.projects),
        valid_from: draft.from ?? null,
        valid_until: draft.until ?? null,
        cap: draft.cap?.toString() ?? null,
        saved_at: db.raw('now()'),
      })),
    )
    .onConflict(['shop_id', 'product_id'])
    .merge();
}

/** Drafts of a shop, of all its items or of these; `limit` at most, in the order of their ids. */
export async function readDrafts(
  db: Knex,
  shopId: string,
  of: { productIds?: readonly string[]; limit?: number } = {},
): Promise<Draft[]> {
  const query = db<DraftRow>('rule_drafts').where({ shop_id: shopId } as object);
  if (of.productIds) void query.whereIn('product_id', of.productIds);
  if (of.limit !== undefined) void query.limit(of.limit);
  const rows = (await query.orderBy('product_id')) as DraftRow[];
  return rows.map(draftOf);
}

export const draftOf = (row: DraftRow): Draft => ({
  productId: row.product_id,
  ...(row.title !== null && { title: row.title }),
  share: row.share,
  base: row.base,
  projects: row.projects,
  ...(row.valid_from && { from: row.valid_from.toISOString() }),
  ...(row.valid_until && { until: row.valid_until.toISOString() }),
  ...(row.cap !== null && { cap: row.cap }),
});

/** Forgets the drafts of these items; says of which there was one. */
export async function dropDrafts(db: Knex, shopId: string, productIds: readonly string[]): Promise<string[]> {
  const rows: { product_id: string }[] = await db('rule_drafts')
    .where({ shop_id: shopId })
    .whereIn('product_id', productIds)
    .delete()
    .returning('product_id');
  return rows.map((row) => row.product_id);
}
