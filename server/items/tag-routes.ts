import { z } from 'zod';
import { itemTitle, checkTerms, productId, termsFields } from '../giving/rule-terms.js';
import { itemsAtOnce, type RuleRow } from '../giving/rule-versions.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { badField } from '../http/problem.js';
import { id } from '../http/wire.js';
import { toMinor } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import { changeRules, endRules, termsAgain, type ChangedItem } from './change-rules.js';
import { dropDrafts, saveDrafts } from './drafts.js';
import { titlesOf } from './products.js';

const changed = z.object({
  items: z.array(
    z.object({
      productId: z.string(),
      version: z.int().optional().openapi({ description: 'The new version; absent for a draft' }),
      previous: z.int().optional().openapi({ description: 'The version to restore, if the item had one' }),
    }),
  ),
});

const once = <T>(list: readonly T[], keyOf: (entry: T) => string) => new Set(list.map(keyOf)).size === list.length;
const shopParams = z.object({ shopId: id });

const manyOf = <T extends z.ZodType<{ productId: string }>>(item: T) =>
  z
    .array(item)
    .min(1, 'must name at least one item')
    .max(itemsAtOnce, `must name at most ${itemsAtOnce} items; send the rest in another request`)
    .refine((list) => once(list, (entry) => entry.productId), 'must name each item once');

/** Many items at once, all or none of them. */
export const tagRoutes: Route[] = [
  defineRoute({
    method: 'put',
    path: '/v1/shops/{shopId}/items',
    summary: 'Gives many products one rule, all or none; or keeps it as a draft until the giving is switched on',
    params: shopParams,
    body: z.strictObject({
      items: manyOf(z.strictObject({ productId, title: itemTitle.optional() })),
      ...termsFields,
      draft: z.boolean().optional(),
    }),
    answer: { status: 200, description: 'The new versions', schema: changed },
    handle: async ({ db, params, body, caller }) => {
      const currency = await ownShopCurrency(db, caller, params.shopId);
      await checkTerms(db, body, currency);
      const { items, draft, cap, ...terms } = body;
      const titles = await titlesOf(
        db,
        params.shopId,
        items.filter((item) => item.title === undefined).map((item) => item.productId),
      );
      const next = items.map((item) => ({
        productId: item.productId,
        title: item.title ?? titles.get(item.productId),
        ...terms,
        cap: cap && toMinor(cap),
      }));
      if (draft) {
        await saveDrafts(db, params.shopId, next);
        return { body: { items: next.map((item) => ({ productId: item.productId })) } };
      }
      // What was prepared for these items has been overtaken.
      await dropDrafts(
        db,
        params.shopId,
        next.map((item) => item.productId),
      );
      return { body: { items: await changeRules(db, params.shopId, next) } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/shops/{shopId}/items/end',
    summary:
      'From now on these products are no longer charity items, and their drafts are dropped; what they gave stands',
    params: shopParams,
    body: z.strictObject({ items: manyOf(z.strictObject({ productId })) }),
    answer: { status: 200, description: 'Those that gave, or would have', schema: changed },
    handle: async ({ db, params, body, caller }) => {
      await ownShopCurrency(db, caller, params.shopId);
      const ids = body.items.map((item) => item.productId);
      const dropped = await dropDrafts(db, params.shopId, ids);
      const ended = await endRules(db, params.shopId, ids);
      const also = dropped.filter((product) => !ended.some((item) => item.productId === product));
      return { body: { items: [...ended, ...also.map((product) => ({ productId: product }))] } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/shops/{shopId}/items/drop-drafts',
    summary: 'Forgets drafts that were not switched on; what gives goes on giving',
    params: shopParams,
    body: z.strictObject({ items: manyOf(z.strictObject({ productId })) }),
    answer: { status: 200, description: 'Those that had one', schema: changed },
    handle: async ({ db, params, body, caller }) => {
      await ownShopCurrency(db, caller, params.shopId);
      const ids = body.items.map((item) => item.productId);
      const dropped = await dropDrafts(db, params.shopId, ids);
      return { body: { items: dropped.map((product) => ({ productId: product })) } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/shops/{shopId}/items/restore',
    summary: 'Undoes a change: a new version with the terms of an earlier one (what is left of its cap), or none',
    params: shopParams,
    body: z.strictObject({
      items: manyOf(
        z.strictObject({
          productId,
          version: z
            .int('must be a whole number')
            .min(1, 'must be 1 or more')
            .optional()
            .openapi({ description: 'Absent: the product was no charity item before' }),
        }),
      ),
    }),
    answer: { status: 200, description: 'The new versions', schema: changed },
    handle: async ({ db, params, body, caller }) => {
      await ownShopCurrency(db, caller, params.shopId);
      const earlier = body.items.filter((item) => item.version !== undefined);
      const rows = (await db('giving_rules')
        .where({ shop_id: params.shopId })
        .whereIn(
          ['product_id', 'version'],
          earlier.map((item) => [item.productId, item.version!]) as never,
        )) as RuleRow[];
      body.items.forEach((item, at) => {
        if (item.version === undefined) return;
        if (!rows.some((row) => row.product_id === item.productId && row.version === item.version))
          throw badField(`items.${at}.version`, 'is no version of this item');
      });
      const none = body.items.filter((item) => item.version === undefined).map((item) => item.productId);
      const restored: ChangedItem[] = await changeRules(db, params.shopId, await termsAgain(db, rows));
      return { body: { items: [...restored, ...(await endRules(db, params.shopId, none))] } };
    },
  }),
];
