import type { Knex } from 'knex';
import { z } from 'zod';
import { itemsAtOnce, newestVersions, type NewVersion } from '../giving/rule-versions.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { id } from '../http/wire.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import { changeRules, endOf, stillGives, termsAgain } from './change-rules.js';
import { dropDrafts, readDrafts, saveDrafts, type Draft } from './drafts.js';

const state = z.object({
  giving: z.int().openapi({ description: 'Items whose rule holds now, or will from a set time on' }),
  drafts: z.int().openapi({ description: 'Items whose rule waits to be switched on' }),
});

const switched = state.extend({
  changed: z.int().openapi({ description: 'Items that this changed' }),
  expired: z.array(z.string()).openapi({ description: 'Drafts whose end has passed; they stay drafts' }),
});

const params = z.object({ shopId: id });

/**
 * The switch of a shop. Giving is made of rules and of nothing else, so switching off ends each rule and keeps its terms
 * as a draft, and switching on makes versions of the drafts: intake never asks whether a shop is on.
 */
export const givingSwitchRoutes: Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/giving',
    summary: 'How many items of a shop give, and how many wait to be switched on',
    params,
    answer: { status: 200, description: 'The state', schema: state },
    handle: async ({ db, params: { shopId }, caller }) => {
      await ownShopCurrency(db, caller, shopId);
      return { body: await givingState(db, shopId) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/shops/{shopId}/giving/start',
    summary: 'Switches on: every draft of the shop becomes a rule from now on',
    params,
    body: z.strictObject({}).optional(),
    answer: { status: 200, description: 'The state after it', schema: switched },
    handle: async ({ db, params: { shopId }, caller }) => {
      await ownShopCurrency(db, caller, shopId);
      const drafts = await readDrafts(db, shopId);
      const now = new Date().toISOString();
      const over = (draft: Draft) => draft.until !== undefined && draft.until <= now;
      const ready = drafts.filter((draft) => !over(draft));
      for (const some of chunksOf(ready)) {
        await changeRules(
          db,
          shopId,
          some.map(({ from, ...draft }) => ({ ...draft, ...(from !== undefined && from > now && { from }) })),
        );
        await dropDrafts(
          db,
          shopId,
          some.map((draft) => draft.productId),
        );
      }
      const expired = drafts.filter(over).map((draft) => draft.productId);
      return { body: { ...(await givingState(db, shopId)), changed: ready.length, expired } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/shops/{shopId}/giving/pause',
    summary: 'Switches off: no item gives from now on, and the terms of each wait as a draft; what was given stands',
    params,
    body: z.strictObject({}).optional(),
    answer: { status: 200, description: 'The state after it', schema: switched },
    handle: async ({ db, params: { shopId }, caller }) => {
      await ownShopCurrency(db, caller, shopId);
      const products: { product_id: string }[] = await db('giving_rules')
        .where({ shop_id: shopId })
        .distinct('product_id')
        .orderBy('product_id');
      let changed = 0;
      for (const some of chunksOf(products))
        changed += await pause(
          db,
          shopId,
          some.map((row) => row.product_id),
        );
      return { body: { ...(await givingState(db, shopId)), changed, expired: [] } };
    },
  }),
];

async function pause(db: Knex, shopId: string, productIds: readonly string[]): Promise<number> {
  const newest = await newestVersions(db, shopId, productIds);
  const giving = [...newest.values()].filter(stillGives);
  const isDraft = (terms: NewVersion): terms is Draft => terms.share !== null;
  // A draft prepared meanwhile says what shall hold next; it stays.
  const waiting = new Set((await readDrafts(db, shopId, { productIds })).map((draft) => draft.productId));
  const terms = (await termsAgain(db, giving)).filter(isDraft).filter((draft) => !waiting.has(draft.productId));
  await saveDrafts(db, shopId, terms);
  await changeRules(
    db,
    shopId,
    giving.map((row) => endOf(row.product_id)),
  );
  return giving.length;
}

async function givingState(db: Knex, shopId: string): Promise<z.infer<typeof state>> {
  const { rows } = await db.raw<{ rows: z.infer<typeof state>[] }>(
    `SELECT (SELECT count(*)::int FROM (
        SELECT DISTINCT ON (product_id) share, valid_until FROM giving_rules WHERE shop_id = :shopId
        ORDER BY product_id, version DESC) newest
      WHERE share IS NOT NULL AND (valid_until IS NULL OR valid_until > now())) AS giving,
      (SELECT count(*)::int FROM rule_drafts WHERE shop_id = :shopId) AS drafts`,
    { shopId },
  );
  return rows[0]!;
}

function chunksOf<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / itemsAtOnce) }, (_, at) =>
    list.slice(at * itemsAtOnce, (at + 1) * itemsAtOnce),
  );
}
