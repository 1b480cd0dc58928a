import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField, notFound } from '../http/problem.js';
import { id, listOf, money, moneyAboveZero, pageQuery, text, time } from '../http/wire.js';
import { MoneyError, toMinor, toMoney } from '../ledger/money.js';
import { missingProjects } from '../projects/project-routes.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import type { Share, ShareBase } from './giving-rule.js';

export const productId = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}$/, "must be the store's own product id, such as 632910392")
  .openapi({ example: '632910392' });

const percent = z
  .string()
  .regex(/^(0|[1-9]\d{0,2})(\.\d{1,4})?$/, 'must be a plain decimal percentage such as "5" or "0.5"')
  .refine((value) => !/^[0.]*$/.test(value) && (/^\d{1,2}(\.|$)/.test(value) || /^100(\.0+)?$/.test(value)), {
    message: 'must be more than 0 and at most 100',
  });

export const share = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), value: percent }),
    z.strictObject({ kind: z.literal('perUnit'), amount: z.string() }),
    z.strictObject({ kind: z.literal('perOrder'), amount: z.string() }),
  ])
  .openapi('Share');

const projects = z
  .array(
    z.strictObject({
      projectId: id,
      weight: z.int('must be a whole number').min(0, 'must not be negative').max(1_000_000, 'must be at most 1000000'),
    }),
  )
  .min(1, 'must name at least one project')
  .max(20, 'must name at most 20 projects')
  .refine((list) => list.some((entry) => entry.weight > 0), 'must give at least one project a weight above 0')
  .refine((list) => new Set(list.map((entry) => entry.projectId)).size === list.length, 'must name each project once');

const rule = z.object({
  ruleId: z.string(),
  version: z.int(),
  shopId: z.string(),
  productId: z.string(),
  title: z.string().optional(),
  share: share.optional(),
  base: z.enum(['asPriced', 'exTax']),
  projects: z.array(z.object({ projectId: z.string(), weight: z.int() })),
  from: z.string(),
  until: z.string().optional(),
  cap: money.optional(),
});

interface RuleRow {
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
}

async function toWire(db: Knex, row: RuleRow, currency: string) {
  const parts = await db('giving_rule_projects').where({ rule: row.id }).orderBy('position');
  return {
    ruleId: row.rule_id,
    version: row.version,
    shopId: row.shop_id,
    productId: row.product_id,
    ...(row.title !== null && { title: row.title }),
    ...(row.share && { share: row.share }),
    base: row.base,
    projects: parts.map((part) => ({ projectId: part.project_id, weight: part.weight })),
    from: row.valid_from.toISOString(),
    ...(row.valid_until && { until: row.valid_until.toISOString() }),
    ...(row.cap !== null && { cap: toMoney(row.cap, currency) }),
  };
}

interface NewVersion {
  shopId: string;
  productId: string;
  title?: string | undefined;
  share: Share | null;
  base?: ShareBase | undefined;
  from?: string | undefined;
  until?: string | undefined;
  cap?: bigint | undefined;
  projects: { projectId: string; weight: number }[];
}

/**
 * Adds the next version of an item's rule. Stores stamp orders in whole seconds, so "from now on" means from the
 * beginning of this second: an order paid in the same second is not left out.
 */
async function addVersion(db: Knex, next: NewVersion): Promise<RuleRow> {
  await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`rule ${next.shopId} ${next.productId}`]);
  const last = await db<RuleRow>('giving_rules')
    .where({ shop_id: next.shopId, product_id: next.productId })
    .orderBy('version', 'desc')
    .first();
  const [row] = await db('giving_rules')
    .insert({
      rule_id: last?.rule_id ?? newId(),
      shop_id: next.shopId,
      product_id: next.productId,
      version: (last?.version ?? 0) + 1,
      title: next.title ?? null,
      share: next.share && JSON.stringify(next.share),
      base: next.base ?? 'asPriced',
      valid_from: next.from ?? db.raw(`date_trunc('second', now())`),
      valid_until: next.until ?? null,
      cap: next.cap?.toString() ?? null,
    })
    .returning('*');
  if (next.projects.length > 0)
    await db('giving_rule_projects').insert(
      next.projects.map((part, position) => ({
        rule: row.id,
        position,
        project_id: part.projectId,
        weight: part.weight,
      })),
    );
  if (next.cap !== undefined) await db('rule_caps').insert({ rule: row.id, cap: next.cap.toString() });
  return row;
}

function checkShareAmount(given: Share, currency: string): void {
  if (given.kind === 'percent') return;
  try {
    if (toMinor({ amount: given.amount, currency }) > 0n) return;
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    throw badField('share.amount', error.message);
  }
  throw badField('share.amount', 'must be more than zero');
}

const itemParams = z.object({ shopId: id, productId });

export const givingRuleRoutes: Route[] = [
  defineRoute({
    method: 'put',
    path: '/v1/shops/{shopId}/items/{productId}',
    summary: 'Makes a product a charity item, or gives it a new rule version',
    params: itemParams,
    body: z.strictObject({
      title: text(300).optional(),
      share,
      base: z.enum(['asPriced', 'exTax'], 'must be "asPriced" or "exTax"').optional(),
      projects,
      from: time.optional(),
      until: time.optional(),
      cap: moneyAboveZero.optional(),
    }),
    answer: { status: 200, description: 'The new version', schema: rule },
    handle: async ({ db, params, body, caller }) => {
      const currency = await ownShopCurrency(db, caller, params.shopId);
      checkShareAmount(body.share, currency);
      if (body.cap && body.cap.currency !== currency)
        throw badField('cap.currency', `must be the shop's currency, ${currency}`);
      if (body.until && new Date(body.until) <= new Date(body.from ?? Date.now()))
        throw badField('until', 'must be after from (which is now when it is left out)');
      const ids = body.projects.map((part) => part.projectId);
      const [missing] = await missingProjects(db, ids);
      if (missing !== undefined)
        throw badField(
          `projects.${ids.indexOf(missing)}.projectId`,
          'names no project; add it by POST /v1/projects first',
        );
      const { cap, ...rest } = body;
      const row = await addVersion(db, { ...params, ...rest, cap: cap && toMinor(cap) });
      return { body: await toWire(db, row, currency) };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/shops/{shopId}/items/{productId}',
    summary: 'From now on the product is no longer a charity item; what it gave stands',
    params: itemParams,
    answer: { status: 204, description: 'Done' },
    handle: async ({ db, params, caller }) => {
      await ownShopCurrency(db, caller, params.shopId);
      const last = await db<RuleRow>('giving_rules')
        .where({ shop_id: params.shopId, product_id: params.productId })
        .orderBy('version', 'desc')
        .first();
      if (!last) throw notFound('charity item');
      if (last.share) await addVersion(db, { ...params, share: null, projects: [] });
      return {};
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/items',
    summary: "Lists all rule versions of a shop's charity items, newest first",
    params: z.object({ shopId: id }),
    query: pageQuery,
    answer: { status: 200, description: 'A page', schema: listOf(rule) },
    handle: async ({ db, params, query, caller }) => {
      const currency = await ownShopCurrency(db, caller, params.shopId);
      const versions = db('giving_rules').where({ shop_id: params.shopId });
      return answerPage<RuleRow>(versions, query, 'created_at', (row) => toWire(db, row, currency));
    },
  }),
];
