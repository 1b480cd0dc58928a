import type { Pool } from 'pg';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { publicAnswer } from '../http/public-answer.js';
import { id, money, time } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import type { Share, ShareBase } from './giving-rule.js';
import { productId, share } from './rule-terms.js';
import { ruleWords } from './rule-words.js';

const itemRule = z.object({
  shopId: z.string(),
  productId: z.string(),
  title: z.string().optional(),
  charityItem: z.boolean().openapi({ description: 'Whether a rule is in force for the product now' }),
  rule: z
    .object({
      version: z.int(),
      share,
      base: z.enum(['asPriced', 'exTax']),
      projects: z.array(
        z.object({
          projectId: z.string(),
          title: z.string(),
          weight: z.int(),
          charity: z.object({ id: z.string(), name: z.string() }),
        }),
      ),
      from: time,
      until: time.optional(),
      cap: money.optional(),
      capReached: z.boolean().optional().openapi({ description: 'Present with a cap: whether it is used up' }),
    })
    .optional(),
  words: z
    .object({ en: z.string(), 'zh-CN': z.string() })
    .optional()
    .openapi({ description: 'The rule as one sentence for buyers; plain text' }),
});

interface RuleInForce {
  version: number;
  title: string | null;
  share: Share | null;
  base: ShareBase;
  from: Date;
  until: Date | null;
  cap: bigint | null;
  capReached: boolean | null;
  projects: { projectId: string; title: string; weight: number; charity: { id: string; name: string } }[];
}

/**
 * What buyers may know of the rule of a product, before they buy it. A product without a rule in force is answered as
 * such and not refused: a shop's pages ask for all they show.
 */
export const itemRuleRoute = (pool: Pool): Route =>
  defineRoute({
    method: 'get',
    path: '/v1/shops/{shopId}/items/{productId}/rule',
    summary: 'The giving rule in force for a product, with its words for buyers',
    params: z.object({ shopId: id, productId }),
    answer: { status: 200, description: 'The rule, or that there is none', schema: itemRule },
    handle: async ({ params }) => {
      const found = await findRule(pool, params);
      if (!found) throw notFound('shop');
      return publicAnswer({ ...params, ...toWire(found.rule, found.currency) });
    },
  });

/** The newest version that has begun decides, as in `RuleBook.inForce`: an older one never comes back. */
async function findRule(
  pool: Pool,
  { shopId, productId }: { shopId: string; productId: string },
): Promise<{ currency: string; rule: RuleInForce | undefined } | undefined> {
  const { rows } = await pool.query<RuleInForce & { currency: string }>({
    name: 'rule-in-force',
    text: `SELECT s.currency, r.version, r.title, r.share, r.base, r.valid_from AS from, r.valid_until AS until, r.cap,
        (SELECT c.given >= c.cap FROM rule_caps c WHERE c.rule = r.id) AS "capReached",
        (SELECT json_agg(json_build_object('projectId', p.project_id, 'title', k.title, 'weight', p.weight,
            'charity', json_build_object('id', o.id, 'name', o.name)) ORDER BY p.position)
          FROM giving_rule_projects p JOIN projects k ON k.id = p.project_id JOIN organisations o ON o.id = k.charity_id
          WHERE p.rule = r.id) AS projects
      FROM shops s LEFT JOIN LATERAL (
        SELECT * FROM giving_rules WHERE shop_id = s.id AND product_id = $2 AND valid_from <= now()
        ORDER BY version DESC LIMIT 1) r ON true
      WHERE s.id = $1`,
    values: [shopId, productId],
  });
  const [row] = rows;
  if (!row) return undefined;
  const holds = row.share !== null && (row.until === null || row.until > new Date());
  return { currency: row.currency, rule: holds ? row : undefined };
}

function toWire(rule: RuleInForce | undefined, currency: string) {
  if (!rule?.share) return { charityItem: false };
  const { version, share: given, base, projects, from, until } = rule;
  const cap = rule.cap === null ? undefined : toMoney(rule.cap, currency);
  const capReached = rule.capReached ?? false;
  return {
    ...(rule.title !== null && { title: rule.title }),
    charityItem: true,
    rule: {
      version,
      share: given,
      base,
      projects,
      from: from.toISOString(),
      ...(until && { until: until.toISOString() }),
      ...(cap && { cap, capReached }),
    },
    words: ruleWords({
      share: given,
      base,
      currency,
      projects: projects.map(({ title, charity, weight }) => ({
        title,
        charity: charity.name,
        weight: BigInt(weight),
      })),
      until: until ?? undefined,
      cap,
      capReached,
    }),
  };
}
