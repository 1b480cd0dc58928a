import { z } from 'zod';
import { checkTerms, itemTitle, productId, termsFields } from '../giving/rule-terms.js';
import { defineRoute } from '../http/define-route.js';
import { badField } from '../http/problem.js';
import { id, money } from '../http/wire.js';
import { toMinor, toMoney } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import type { GivingRule } from '../giving/giving-rule.js';
import { readDrafts } from './drafts.js';
import { titlesOf } from './products.js';
import { namedProject, namesOfProjects, tellTerms, words, type NamedProject } from '../giving/rule-told.js';
import { sampleOrder } from './sample-order.js';
import { sampleWords } from './sample-words.js';

/** More lines than a hand types. */
const linesMax = 50;

const line = z.object({
  productId: z.string(),
  title: z.string(),
  net: money,
  gives: money,
  rule: z
    .enum(['tried', 'draft', 'inForce', 'none'])
    .openapi({ description: 'Where its rule comes from: this request, a draft that waits, or the version in force' }),
  gifts: z.array(namedProject.extend({ amount: money })),
  words: words.openapi({ description: 'What this line would give, exact' }),
  promise: words.optional().openapi({ description: 'The rule as buyers read it beside the item' }),
});

/** "See what an order would give, before switching on." */
export const sampleRoute = defineRoute({
  method: 'post',
  path: '/v1/shops/{shopId}/sample-order',
  summary: 'What an order of these lines would give if it were paid now; nothing is stored',
  params: z.object({ shopId: id }),
  body: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          productId,
          title: itemTitle.optional(),
          price: money,
          quantity: z.int('must be a whole number').min(1, 'must be 1 or more').max(100_000, 'must be at most 100000'),
        }),
      )
      .min(1, 'must have at least one line')
      .max(linesMax, `must have at most ${linesMax} lines`),
    rules: z
      .array(z.strictObject({ productId, ...termsFields }))
      .max(linesMax, `must have at most ${linesMax} rules`)
      .refine((list) => new Set(list.map((entry) => entry.productId)).size === list.length, 'must name each item once')
      .optional()
      .openapi({ description: 'Terms to try; they go before drafts, and drafts before what is in force' }),
    drafts: z.boolean().optional().openapi({ description: 'Whether drafts count as if switched on (default true)' }),
  }),
  answer: {
    status: 200,
    description: 'What each line would give',
    schema: z.object({ net: money, gives: money, lines: z.array(line) }),
  },
  handle: async ({ db, params: { shopId }, body, caller }) => {
    const currency = await ownShopCurrency(db, caller, shopId);
    body.lines.forEach(({ price }, at) => {
      if (price.currency !== currency)
        throw badField(`lines.${at}.price.currency`, `must be the shop's currency, ${currency}`);
    });
    for (const [at, rule] of (body.rules ?? []).entries()) await checkTerms(db, rule, currency, `rules.${at}.`);
    const asked = (body.rules ?? []).map(({ cap, ...rule }) => ({ ...rule, cap: cap && toMinor(cap) }));
    const productIds = body.lines.map((entry) => entry.productId);
    const drafts = body.drafts === false ? [] : await readDrafts(db, shopId, { productIds });
    const waiting = drafts.filter((draft) => !asked.some((rule) => rule.productId === draft.productId));
    const found = await sampleOrder(db, {
      shopId,
      currency,
      lines: body.lines.map((entry) => ({ ...entry, price: entry.price.amount })),
      tried: [...asked, ...waiting],
    });
    const titles = await titlesOf(db, shopId, productIds);
    const names = await namesOfProjects(
      db,
      found.flatMap(({ rule }) => (rule?.projects ?? []).map((part) => part.projectId)),
    );
    const lines = found.map(({ line: sold, net, rule, wanted, gifts }, at): z.infer<typeof line> => {
      const given = gifts.reduce((sum, gift) => sum + gift.amount, 0n);
      const told = gifts.map((gift) => ({ ...names.get(gift.projectId)!, amount: toMoney(gift.amount, currency) }));
      const title = body.lines[at]!.title ?? titles.get(sold.productId) ?? rule?.title ?? sold.productId;
      const sums = { net: toMoney(net, currency), gives: toMoney(given, currency) };
      return {
        productId: sold.productId,
        title,
        ...sums,
        rule:
          rule === undefined
            ? 'none'
            : rule.id > 0
              ? 'inForce'
              : asked.some((one) => one.productId === rule.productId)
                ? 'tried'
                : 'draft',
        gifts: told,
        ...(rule?.share && { promise: promiseOf(rule, currency, names) }),
        words: sampleWords({
          title,
          quantity: sold.quantity,
          ...sums,
          gifts: told,
          because: rule === undefined ? 'none' : given < wanted ? 'cap' : undefined,
        }),
      };
    });
    const sumOf = (of: readonly bigint[]) =>
      toMoney(
        of.reduce((sum, part) => sum + part, 0n),
        currency,
      );
    return {
      body: {
        net: sumOf(found.map(({ net }) => net)),
        gives: sumOf(found.flatMap(({ gifts }) => gifts.map((gift) => gift.amount))),
        lines,
      },
    };
  },
});

const promiseOf = (rule: GivingRule, currency: string, names: ReadonlyMap<string, NamedProject>) =>
  tellTerms(
    {
      ...rule,
      share: rule.share!,
      projects: rule.projects.map(({ projectId, weight }) => ({ projectId, weight: parseInt(weight.toString(), 10) })),
      until: rule.until ?? undefined,
      cap: rule.cap ?? undefined,
    },
    currency,
    names,
  ).words;
