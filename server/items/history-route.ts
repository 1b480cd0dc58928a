import type { Knex } from 'knex';
import { z } from 'zod';
import { productId } from '../giving/rule-terms.js';
import { partsOf, type RuleRow } from '../giving/rule-versions.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { id, listOf, money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import type { GivenByRuleMemory } from './given-by-rule.js';
import { namesOfProjects, tellTerms, termsTold } from '../giving/rule-told.js';

const version = z.object({
  version: z.int(),
  title: z.string().optional(),
  terms: termsTold.optional().openapi({ description: 'Absent: from then on the product was no charity item' }),
  from: z.string(),
  end: z.string().optional().openapi({ description: 'When it stops deciding: its own end, or a newer version' }),
  made: z
    .object({ at: z.string(), by: z.string() })
    .openapi({ description: 'Who made it, as the audit trail shows it' }),
  given: money,
});

/** Every version the rule of an item ever had, newest first. */
export const historyRoute = (memory: GivenByRuleMemory): Route =>
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/items/{productId}/versions',
    summary: 'Every version of the rule of an item, newest first: its words, who made it, and what it gave',
    params: z.object({ shopId: id, productId }),
    answer: { status: 200, description: 'All versions', schema: listOf(version) },
    handle: async ({ db, params, caller }) => {
      const currency = await ownShopCurrency(db, caller, params.shopId);
      const rows: RuleRow[] = await db('giving_rules')
        .where({ shop_id: params.shopId, product_id: params.productId })
        .orderBy('version', 'desc');
      if (rows.length === 0) throw notFound('charity item');
      const ids = rows.map((row) => row.id);
      const [parts, makers, given] = [
        await partsOf(db, ids),
        await makersOf(db, ids),
        await memory.of(db, params.shopId),
      ];
      const names = await namesOfProjects(
        db,
        [...parts.values()].flat().map((part) => part.projectId),
      );
      const items = rows.map((row, at): z.infer<typeof version> => {
        const end = endOf(row, rows.slice(0, at));
        return {
          version: row.version,
          ...(row.title !== null && { title: row.title }),
          ...(row.share && {
            terms: tellTerms(
              {
                share: row.share,
                base: row.base,
                projects: parts.get(row.id) ?? [],
                from: row.valid_from,
                until: row.valid_until ?? undefined,
                cap: row.cap ?? undefined,
              },
              currency,
              names,
            ),
          }),
          from: row.valid_from.toISOString(),
          ...(end && { end: end.toISOString() }),
          made: { at: row.created_at.toISOString(), by: makers.get(row.id) ?? '' },
          given: toMoney(given.get(row.id) ?? 0n, currency),
        };
      });
      return { body: { items } };
    },
  });

/** A newer version decides from its own beginning on, whatever the older one says. */
function endOf(row: RuleRow, newer: readonly RuleRow[]): Date | undefined {
  const ends = [...newer.map((next) => next.valid_from), ...(row.valid_until ? [row.valid_until] : [])];
  const first = ends.reduce<Date | undefined>(
    (least, end) => (least === undefined || end < least ? end : least),
    undefined,
  );
  return first && first < row.valid_from ? row.valid_from : first;
}

async function makersOf(db: Knex, versions: readonly number[]): Promise<Map<number, string>> {
  const rows: { subject_id: string; name: string }[] = await db('audit_trail')
    .where({ subject_table: 'giving_rules', action: 'created' })
    .whereIn(
      'subject_id',
      versions.map((version) => `${version}`),
    )
    .select('subject_id', { name: db.raw(`actor ->> 'name'`) });
  return new Map(rows.map((row) => [parseInt(row.subject_id, 10), row.name]));
}
