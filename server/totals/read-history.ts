import type { Pool } from 'pg';
import { toAmount } from '../ledger/money.js';
import type { Snapshot } from './snapshot.js';

/** What a topic had been given at one moment. */
export interface HistoryPoint {
  /** When this became the total; it stood until the next point or longer. */
  at: string;
  totals: { currency: string; given: string; orders: number }[];
}

interface SampleRow {
  seq: number;
  at: Date;
  currencies: string[];
  given: string[];
  orders: number[];
}

/** A chart gets this many parts of the past, and of each its last, lowest and highest point: at most 300 points. */
const partsMax = 100;

/**
 * The past of a topic up to the given present, in time. Every point is a true total of its moment. Where there are more
 * than a chart can show, the samples are cut into equal parts and each keeps its extremes, so that a fall stays visible.
 */
export async function readHistory(pool: Pool, present: Snapshot): Promise<HistoryPoint[]> {
  const { rows } = await pool.query<SampleRow>({
    name: 'read-history',
    text: `WITH samples AS (
        SELECT seq, at, currencies, given, orders, ntile(${partsMax}) OVER (ORDER BY seq) AS part
        FROM topic_history WHERE topic = $1 AND seq < $2),
      placed AS (
        SELECT *, row_number() OVER (PARTITION BY part ORDER BY seq DESC) AS from_last,
          row_number() OVER (PARTITION BY part ORDER BY given[1] NULLS FIRST, seq) AS from_low,
          row_number() OVER (PARTITION BY part ORDER BY given[1] DESC NULLS LAST, seq) AS from_high
        FROM samples)
      SELECT seq::float8 AS seq, at, currencies, given::text[] AS given, orders FROM placed
      WHERE from_last = 1 OR from_low = 1 OR from_high = 1 ORDER BY seq`,
    values: [present.topic, present.seq],
  });
  return [...rows.map(pointOf), pointNow(present)];
}

function pointOf({ at, currencies, given, orders }: SampleRow): HistoryPoint {
  return {
    at: at.toISOString(),
    totals: currencies.map((currency, place) => ({
      currency,
      given: toAmount(BigInt(given[place]!), currency),
      orders: orders[place]!,
    })),
  };
}

function pointNow({ at, totals }: Snapshot): HistoryPoint {
  return { at, totals: totals.map(({ currency, given, orders }) => ({ currency, given, orders })) };
}
