import type { ClientBase } from 'pg';

/** What of a line is given. Percent of the line's net, money per kept unit, or money once per order. */
export type Share =
  { kind: 'percent'; value: string } | { kind: 'perUnit'; amount: string } | { kind: 'perOrder'; amount: string };

/** What a percentage is taken of: prices as the shop prices them, or with the line's own tax taken out. */
export type ShareBase = 'asPriced' | 'exTax';

/** One version of the rule of one charity item. Versions are never edited: a change is a new version. */
export interface GivingRule {
  /** The row of this very version. */
  id: number;
  ruleId: string;
  version: number;
  shopId: string;
  productId: string;
  title: string | null;
  /** null: from `from` on the product is no longer a charity item. */
  share: Share | null;
  base: ShareBase;
  from: Date;
  until: Date | null;
  /** Minor units in the shop's currency, over all orders under this version. */
  cap: bigint | null;
  projects: { projectId: string; weight: bigint }[];
}

/** The versions of the rules of one batch's items, oldest first, by shop and product. */
export class RuleBook {
  readonly #versions = new Map<string, GivingRule[]>();
  readonly #byId = new Map<number, GivingRule>();

  constructor(rules: readonly GivingRule[]) {
    for (const rule of rules) {
      const key = itemKey(rule.shopId, rule.productId);
      this.#versions.set(key, [...(this.#versions.get(key) ?? []), rule]);
      this.#byId.set(rule.id, rule);
    }
  }

  /**
   * The version in force for a product at a time: the newest that had begun, if it still ran and did not end the giving.
   * An older version never comes back when a newer one has run out.
   */
  inForce(shopId: string, productId: string, at: Date): GivingRule | undefined {
    const begun = this.#versions.get(itemKey(shopId, productId))?.filter((rule) => rule.from <= at);
    const newest = begun?.at(-1);
    return newest?.share && (newest.until === null || at < newest.until) ? newest : undefined;
  }

  version(id: number): GivingRule {
    const rule = this.#byId.get(id);
    if (!rule) throw new Error(`rule version ${id} was not loaded`);
    return rule;
  }
}

const itemKey = (shopId: string, productId: string) => `${shopId} ${productId}`;

/**
 * Loads the rules a batch needs: all versions of items whose rule is still to be decided, and the versions that were
 * decided before.
 */
export async function loadRules(
  client: ClientBase,
  undecided: readonly { shopId: string; productId: string }[],
  decided: Iterable<number>,
): Promise<RuleBook> {
  const items = [...new Map(undecided.map((item) => [itemKey(item.shopId, item.productId), item])).values()];
  const versions = [...new Set(decided)];
  if (items.length + versions.length === 0) return new RuleBook([]);
  const { rows } = await client.query<
    Omit<GivingRule, 'projects'> & { projects: { projectId: string; weight: number }[] | null }
  >({
    name: 'load-rules',
    text: `SELECT r.id, r.rule_id AS "ruleId", r.version, r.shop_id AS "shopId", r.product_id AS "productId", r.title,
        r.share, r.base, r.valid_from AS "from", r.valid_until AS "until", r.cap,
        (SELECT json_agg(json_build_object('projectId', p.project_id, 'weight', p.weight) ORDER BY p.position)
          FROM giving_rule_projects p WHERE p.rule = r.id) AS projects
      FROM giving_rules r WHERE r.id IN (
        SELECT unnest($3::int[]) UNION
        SELECT k.id FROM unnest($1::text[], $2::text[]) AS i (shop_id, product_id)
          JOIN giving_rules k USING (shop_id, product_id))
      ORDER BY r.version`,
    values: [items.map((item) => item.shopId), items.map((item) => item.productId), versions],
  });
  return new RuleBook(
    rows.map((row) => ({
      ...row,
      projects: (row.projects ?? []).map(({ projectId, weight }) => ({ projectId, weight: BigInt(weight) })),
    })),
  );
}
