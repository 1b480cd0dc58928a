import { z } from 'zod';
import { productId } from '../giving/rule-terms.js';
import { itemsAtOnce } from '../giving/rule-versions.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { badField } from '../http/problem.js';
import { id, listOf, money, pageQuery, text } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import { draftOf } from './drafts.js';
import type { GivenByRule, GivenByRuleMemory } from './given-by-rule.js';
import { listProducts, type ProductFound, type VersionFound } from './list-products.js';
import { keepProducts } from './products.js';
import { namesOfProjects, tellTerms, termsTold, type NamedProject } from '../giving/rule-told.js';

const versionTold = termsTold.extend({
  version: z.int(),
  capReached: z.boolean().optional().openapi({ description: 'Present with a cap: whether it is used up' }),
});

const product = z.object({
  productId: z.string(),
  title: z.string(),
  price: money.optional(),
  imageUrl: z.string().optional(),
  handle: z.string().optional(),
  rule: versionTold.optional().openapi({ description: 'The version in force now' }),
  upcoming: versionTold.optional().openapi({ description: 'The version that will be in force next' }),
  draft: termsTold.optional().openapi({ description: 'What waits for the giving to be switched on' }),
  given: money.openapi({ description: 'What the product has given so far, all versions together' }),
});

const imageUrl = z
  .string()
  .trim()
  .max(2_000, 'must have at most 2000 characters')
  .refine((address) => URL.canParse(address) && new URL(address).protocol === 'https:', 'must begin with https://')
  .transform((address) => new URL(address).href);

const shopParams = z.object({ shopId: id });

/** The products of a shop, and which of them give. */
export const productRoutes = (memory: GivenByRuleMemory): Route[] => [
  defineRoute({
    method: 'put',
    path: '/v1/shops/{shopId}/products',
    summary: 'Tells of products of a shop, new or changed; those not named stay as they are',
    params: shopParams,
    body: z.strictObject({
      products: z
        .array(
          z.strictObject({
            productId,
            title: text(300),
            price: money.optional(),
            imageUrl: imageUrl.optional(),
            handle: text(255).optional(),
          }),
        )
        .min(1, 'must name at least one product')
        .max(itemsAtOnce, `must name at most ${itemsAtOnce} products; send the rest in another request`)
        .refine(
          (list) => new Set(list.map((entry) => entry.productId)).size === list.length,
          'must name each product once',
        ),
    }),
    answer: { status: 200, description: 'How many were kept', schema: z.object({ kept: z.int() }) },
    handle: async ({ db, params, body, caller }) => {
      const currency = await ownShopCurrency(db, caller, params.shopId);
      body.products.forEach(({ price }, at) => {
        if (price && price.currency !== currency)
          throw badField(`products.${at}.price.currency`, `must be the shop's currency, ${currency}`);
      });
      await keepProducts(db, params.shopId, body.products);
      return { body: { kept: body.products.length } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/products',
    summary: "A shop's products by title, each with its rule and what it has given so far",
    params: shopParams,
    query: pageQuery.extend({
      cursor: z.string().max(2_000).optional(),
      search: text(100).optional(),
      tagged: z.enum(['yes', 'no', 'draft'], 'must be "yes", "no" or "draft"').optional(),
    }),
    answer: { status: 200, description: 'A page', schema: listOf(product) },
    handle: async ({ db, params, query, caller }) => {
      const currency = await ownShopCurrency(db, caller, params.shopId);
      const { products, nextCursor } = await listProducts(db, { ...params, ...query, limit: query.limit ?? 50 });
      const given = await memory.of(db, params.shopId);
      const names = await namesOfProjects(db, products.flatMap(projectsNamed));
      return {
        body: {
          items: products.map((found) => toWire(found, currency, given, names)),
          ...(nextCursor && { nextCursor }),
        },
      };
    },
  }),
];

const projectsNamed = ({ now, upcoming, draft }: ProductFound) =>
  [now, upcoming, draft].flatMap((terms) => terms?.projects ?? []).map((part) => part.projectId);

function toWire(
  found: ProductFound,
  currency: string,
  given: GivenByRule,
  names: ReadonlyMap<string, NamedProject>,
): z.infer<typeof product> {
  const tell = (version: VersionFound) => ({
    version: version.version,
    ...tellTerms({ ...version, until: version.until ?? undefined, cap: version.cap ?? undefined }, currency, names),
    ...(version.cap !== null && { capReached: version.capReached }),
  });
  const sum = found.versions.reduce((total, version) => total + (given.get(version) ?? 0n), 0n);
  const draft = found.draft && draftOf(found.draft);
  return {
    productId: found.productId,
    title: found.title,
    ...(found.price !== null && { price: toMoney(found.price, currency) }),
    ...(found.imageUrl !== null && { imageUrl: found.imageUrl }),
    ...(found.handle !== null && { handle: found.handle }),
    ...(found.now && { rule: tell(found.now) }),
    ...(found.upcoming && { upcoming: tell(found.upcoming) }),
    ...(draft && {
      draft: tellTerms(
        {
          share: draft.share,
          base: draft.base ?? 'asPriced',
          projects: draft.projects,
          from: draft.from === undefined ? undefined : new Date(draft.from),
          until: draft.until === undefined ? undefined : new Date(draft.until),
          cap: draft.cap,
        },
        currency,
        names,
      ),
    }),
    given: toMoney(sum, currency),
  };
}
