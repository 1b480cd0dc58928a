import type { Knex } from 'knex';
import { topicOf } from '../totals/topics.js';

/** What each rule version of a shop has given that still stands, by the version's row; minor units of the shop's currency. */
export type GivenByRule = ReadonlyMap<number, bigint>;

interface Remembered {
  seq: bigint;
  given: GivenByRule;
  readAtMs: number;
  tookMs: number;
}

/** Shops remembered at most; beyond it all are forgotten. */
const shopsMax = 1_000;
/** Reading all gifts of a shop anew may take this part of the time at most. */
const patience = 10;

/**
 * Sums of gifts by rule version. Orders keep no such sum, because each would have to write it; so it is read from all
 * gifts of the shop, only when its total has moved since, and the longer that takes the rarer: what is told may be ten
 * times as old as it took to read, which is nothing for a small shop and seconds for a large one.
 */
export class GivenByRuleMemory {
  readonly #shops = new Map<string, Remembered>();

  async of(db: Knex, shopId: string): Promise<GivenByRule> {
    const topic: { seq: bigint } | undefined = await db('topics')
      .where({ topic: topicOf('shop', shopId) })
      .first('seq');
    const seq = topic?.seq ?? 0n;
    const known = this.#shops.get(shopId);
    if (known && (known.seq === seq || performance.now() - known.readAtMs < patience * known.tookMs))
      return known.given;
    const began = performance.now();
    const { rows } = await db.raw<{ rows: { rule: number; given: bigint }[] }>(
      `SELECT g.rule, sum(g.pledged)::bigint AS given FROM orders o JOIN gifts g ON g.order_id = o.id
       WHERE o.shop_id = ? GROUP BY g.rule`,
      [shopId],
    );
    const given = new Map(rows.map((row) => [row.rule, row.given]));
    const readAtMs = performance.now();
    if (this.#shops.size >= shopsMax) this.#shops.clear();
    this.#shops.set(shopId, { seq, given, readAtMs, tookMs: readAtMs - began });
    return given;
  }
}
