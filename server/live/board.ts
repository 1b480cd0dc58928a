import type { Pool } from 'pg';
import { toAmount } from '../ledger/money.js';

/** What is ranked: sessions, shops, or the regions that shops are at home in. */
export const ranked = ['session', 'shop', 'region'] as const;
export type Ranked = (typeof ranked)[number];

export interface BoardEntry {
  id: string;
  title: string;
  currency: string;
  given: string;
  orders: number;
  status?: string;
}

/** One board at one moment: for each currency its first entries, most given first. */
export interface Board {
  at: string;
  byCurrency: ReadonlyMap<string, BoardEntry[]>;
  /** The currency most orders gave in: sums of two currencies cannot be compared, orders can. */
  mostUsed: string | undefined;
}

/** Entries of a currency that are ranked at all. */
export const boardMax = 50;

const given = 't.pledged + t.confirmed + t.paid';

/** Each gives rows of id, title, status, currency, given, orders. */
const rows: Record<Ranked, string> = {
  session: `SELECT s.id, s.title, s.status, t.currency, ${given} AS given, t.orders::bigint AS orders
    FROM sessions s JOIN topic_totals t ON t.topic = 'session:' || s.id`,
  // A shop is known by its merchant; by its address as well where the merchant has several.
  shop: `SELECT s.id, o.name || CASE WHEN count(*) OVER (PARTITION BY s.merchant_id) > 1 THEN ' · ' || s.domain ELSE '' END
        AS title, NULL AS status, t.currency, ${given} AS given, t.orders::bigint AS orders
    FROM shops s JOIN organisations o ON o.id = s.merchant_id JOIN topic_totals t ON t.topic = 'shop:' || s.id`,
  region: `SELECT s.region AS id, s.region AS title, NULL AS status, t.currency, sum(${given}) AS given,
      sum(t.orders) AS orders
    FROM shops s JOIN topic_totals t ON t.topic = 'shop:' || s.id WHERE s.region IS NOT NULL GROUP BY s.region, t.currency`,
};

/**
 * Ranks what has given something. It reads every total of its kind, because an index on sums that change with every order
 * would cost the orders more than the board is worth; how seldom that may happen is {@link boards}' business.
 */
export async function readBoard(pool: Pool, by: Ranked): Promise<Board> {
  const answer = await pool.query<Omit<BoardEntry, 'status'> & { status: string | null }>({
    name: `board-${by}`,
    text: `SELECT id, title, status, currency, given::text, orders::float8 AS orders FROM (
        SELECT *, sum(orders) OVER (PARTITION BY currency) AS all_orders,
          row_number() OVER (PARTITION BY currency ORDER BY given DESC, id) AS place
        FROM (${rows[by]}) entries WHERE given > 0) board
      WHERE place <= ${boardMax} ORDER BY all_orders DESC, currency, place`,
  });
  const byCurrency = new Map<string, BoardEntry[]>();
  for (const { id, title, currency, given: minor, orders, status } of answer.rows) {
    const entries = byCurrency.get(currency) ?? [];
    byCurrency.set(currency, entries);
    entries.push({
      id,
      title,
      currency,
      given: toAmount(BigInt(minor), currency),
      orders,
      ...(status !== null && { status }),
    });
  }
  return { at: new Date().toISOString(), byCurrency, mostUsed: answer.rows[0]?.currency };
}

const rememberedMs = 2_000;
/** However many sessions there are, boards take the database at most a fiftieth of its time. */
const restPerWork = 50;

/** The boards as one process remembers them for about two seconds, each read once however many ask. */
export function boards(pool: Pool): (by: Ranked) => Promise<Board> {
  const known = new Map<Ranked, { board: Promise<Board>; until: number }>();
  return (by) => {
    const remembered = known.get(by);
    if (remembered && remembered.until > performance.now()) return remembered.board;
    const began = performance.now();
    const entry = { board: readBoard(pool, by), until: Infinity };
    known.set(by, entry);
    entry.board.then(
      () => {
        const now = performance.now();
        entry.until = now + Math.max(rememberedMs, (now - began) * restPerWork);
      },
      () => known.delete(by),
    );
    return entry.board;
  };
}
