import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { notFound } from '../http/problem.js';
import { id, listOf, pageQuery } from '../http/wire.js';
import { toMinor } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import { checkTerms, itemTitle, productId, termsFields } from './rule-terms.js';
import { addVersions, newestVersions, ruleVersion, versionsToWire, type RuleRow } from './rule-versions.js';

const itemParams = z.object({ shopId: id, productId });

export const givingRuleRoutes: Route[] = [
  defineRoute({
    method: 'put',
    path: '/v1/shops/{shopId}/items/{productId}',
    summary: 'Makes a product a charity item, or gives it a new rule version',
    params: itemParams,
    body: z.strictObject({ title: itemTitle.optional(), ...termsFields }),
    answer: { status: 200, description: 'The new version', schema: ruleVersion },
    handle: async ({ db, params, body, caller }) => {
      const currency = await ownShopCurrency(db, caller, params.shopId);
      await checkTerms(db, body, currency);
      const { cap, ...rest } = body;
      const version = { productId: params.productId, ...rest, cap: cap && toMinor(cap) };
      const rows = await addVersions(db, params.shopId, [version]);
      return { body: (await versionsToWire(db, rows, currency))[0] };
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
      const last = (await newestVersions(db, params.shopId, [params.productId])).get(params.productId);
      if (!last) throw notFound('charity item');
      if (last.share)
        await addVersions(db, params.shopId, [{ productId: params.productId, share: null, projects: [] }]);
      return {};
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/items',
    summary: "Lists all rule versions of a shop's charity items, newest first",
    params: z.object({ shopId: id }),
    query: pageQuery,
    answer: { status: 200, description: 'A page', schema: listOf(ruleVersion) },
    handle: async ({ db, params, query, caller }) => {
      const currency = await ownShopCurrency(db, caller, params.shopId);
      const versions = db('giving_rules').where({ shop_id: params.shopId });
      return answerPage<RuleRow>(
        versions,
        query,
        'created_at',
        async (row) => (await versionsToWire(db, [row], currency))[0],
      );
    },
  }),
];
