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

/** What has given something, as rows of name, currency, given, orders. */
const givers: Record<Ranked, string> = {
  session: totalsOf('session'),
  shop: totalsOf('shop'),
  region: `SELECT s.region AS name, t.currency, sum(t.given) AS given, sum(t.orders) AS orders
    FROM (${totalsOf('shop')}) t JOIN shops s ON s.id = t.name WHERE s.region IS NOT NULL GROUP BY s.region, t.currency`,
};

function totalsOf(kind: string): string {
  return `SELECT substr(topic, ${kind.length + 2}) AS name, currency, pledged + confirmed + paid AS given, orders::bigint AS orders
    FROM topic_totals WHERE topic LIKE '${kind}:%' AND pledged + confirmed + paid > 0`;
}

/** What the first are called, and the status of sessions. */
const called: Record<Ranked, string> = {
  session: 'SELECT b.*, s.title, s.status FROM board b JOIN sessions s ON s.id = b.name',
  // A shop is known by its merchant; by its address as well where the merchant has several of them on the board.
  shop: `SELECT b.*, o.name || CASE WHEN count(*) OVER (PARTITION BY o.id) > 1 THEN ' · ' || s.domain ELSE '' END AS title,
      NULL AS status
    FROM board b JOIN shops s ON s.id = b.name JOIN organisations o ON o.id = s.merchant_id`,
  region: 'SELECT b.*, b.name AS title, NULL AS status FROM board b',
};

/**
 * Ranks what has given something. It reads every total of its kind, because an index on sums that change with every order
 * would cost the orders more than the board is worth; how seldom that may happen is {@link boards}' business.
 */
export async function readBoard(pool: Pool, by: Ranked): Promise<Board> {
  const { rows } = await pool.query<Omit<BoardEntry, 'status'> & { status: string | null }>({
    name: `board-${by}`,
    text: `WITH givers AS MATERIALIZED (${givers[by]}),
      used AS (SELECT currency, sum(orders) AS used FROM givers GROUP BY currency),
      board AS (
        SELECT used.used, first.* FROM used CROSS JOIN LATERAL (
          SELECT * FROM givers g WHERE g.currency = used.currency ORDER BY g.given DESC, g.name LIMIT ${boardMax}) first)
      SELECT name AS id, title, status, currency, given::text, orders::float8 AS orders FROM (${called[by]}) entries
      ORDER BY used DESC, currency, entries.given DESC, name`,
  });
  const byCurrency = new Map<string, BoardEntry[]>();
  for (const { status, given, ...entry } of rows) {
    const entries = byCurrency.get(entry.currency) ?? [];
    byCurrency.set(entry.currency, entries);
    entries.push({
      ...entry,
      given: toAmount(BigInt(given), entry.currency),
      ...(status !== null && { status }),
    });
  }
  return { at: new Date().toISOString(), byCurrency, mostUsed: rows[0]?.currency };
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
