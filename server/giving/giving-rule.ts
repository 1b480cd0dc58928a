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

/** A product of a shop that is, or might be, a charity item. */
export interface Item {
  shopId: string;
  productId: string;
}

export const itemKey = ({ shopId, productId }: Item) => `${shopId} ${productId}`;

/** The rules of one batch's items. */
export class RuleBook {
  readonly #ofItem = new Map<string, readonly GivingRule[]>();
  readonly #byId = new Map<number, GivingRule>();

  /** @param rules all versions of the item, oldest first */
  add(item: Item, rules: readonly GivingRule[]): void {
    this.#ofItem.set(itemKey(item), rules);
    for (const rule of rules) this.addVersion(rule);
  }

  addVersion(rule: GivingRule): void {
    this.#byId.set(rule.id, rule);
  }

  /**
   * The version in force for a product at a time: the newest that had begun, if it still ran and did not end the giving.
   * An older version never comes back when a newer one has run out.
   */
  inForce(item: Item, at: Date): GivingRule | undefined {
    const newest = this.#ofItem.get(itemKey(item))?.findLast((rule) => rule.from <= at);
    return newest?.share && (newest.until === null || at < newest.until) ? newest : undefined;
  }

  version(id: number): GivingRule {
    const rule = this.#byId.get(id);
    if (!rule) throw new Error(`rule version ${id} was not loaded`);
    return rule;
  }
}
