import type { ClientBase } from 'pg';
import { ints, texts } from '../database/binary-array.js';
import { itemKey, RuleBook, type GivingRule, type Item } from './giving-rule.js';

/** Items and versions kept in memory at most; beyond it all are forgotten and read anew, a batch's at a time. */
const rememberedMax = 200_000;

/** How often the rules of each shop had changed when a batch asked. */
export type RulesVersions = ReadonlyMap<string, bigint>;

/** Asks how often the rules of these shops have changed: a rule that is committed by now is counted. */
export async function readRulesVersions(client: ClientBase, shopIds: ReadonlySet<string>): Promise<RulesVersions> {
  const { rows } = await client.query<{ id: string; version: bigint }>({
    name: 'rules-versions',
    text: 'SELECT id, rules_version AS version FROM shops WHERE id = ANY ($1::text[])',
    values: [texts([...shopIds])],
  });
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/**
 * The giving rules as one process remembers them. Versions are never edited, so one that was read stays true. What can
 * change is which versions an item has: every new one counts up its shop's `rules_version` in the same transaction, and
 * each batch asks for that number. So a rule counts for the very next order on every server, and no rule is queried per
 * line.
 */
export class RuleMemory {
  readonly #ofItem = new Map<string, { asOf: bigint; rules: GivingRule[] }>();
  readonly #byId = new Map<number, GivingRule>();

  /** The rules a batch needs: all versions of items still to be decided, and the versions that were decided before. */
  async bookFor(
    client: ClientBase,
    asOf: RulesVersions,
    undecided: readonly Item[],
    decided: Iterable<number>,
  ): Promise<RuleBook> {
    const book = new RuleBook();
    const items = new Map<string, Item>();
    for (const item of undecided) {
      const key = itemKey(item);
      const known = this.#ofItem.get(key);
      if (known && known.asOf === asOf.get(item.shopId)) book.add(item, known.rules);
      else items.set(key, item);
    }
    const versions = new Set<number>();
    for (const id of decided) {
      const known = this.#byId.get(id);
      if (known) book.addVersion(known);
      else versions.add(id);
    }
    if (items.size + versions.size > 0) await this.#read(client, asOf, items, versions, book);
    return book;
  }

  async #read(
    client: ClientBase,
    asOf: RulesVersions,
    items: ReadonlyMap<string, Item>,
    versions: ReadonlySet<number>,
    book: RuleBook,
  ): Promise<void> {
    const rules = await readRules(client, [...items.values()], [...versions]);
    if (this.#ofItem.size + this.#byId.size > rememberedMax) {
      this.#ofItem.clear();
      this.#byId.clear();
    }
    for (const rule of rules) {
      this.#byId.set(rule.id, rule);
      book.addVersion(rule);
    }
    for (const [key, item] of items) {
      const ofItem = rules.filter((rule) => itemKey(rule) === key);
      this.#ofItem.set(key, { asOf: asOf.get(item.shopId)!, rules: ofItem });
      book.add(item, ofItem);
    }
  }
}

/** All versions of these items, and these versions; oldest first. */
export async function readRules(
  client: ClientBase,
  items: readonly Item[],
  versions: readonly number[],
): Promise<GivingRule[]> {
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
    values: [texts(items.map((item) => item.shopId)), texts(items.map((item) => item.productId)), ints(versions)],
  });
  return rows.map((row) => ({
    ...row,
    projects: (row.projects ?? []).map(({ projectId, weight }) => ({ projectId, weight: BigInt(weight) })),
  }));
}
