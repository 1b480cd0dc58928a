import type { Knex } from 'knex';
import { z } from 'zod';
import { amountOut, money } from '../http/wire.js';
import { toAmount, toMoney } from '../ledger/money.js';

/** What stands for one project in one currency, and how far it has come. `paid` has left for the charity. */
const projectMoney = z.object({
  projectId: z.string(),
  title: z.string(),
  currency: z.string(),
  given: amountOut.openapi({ description: 'pledged + confirmed + paid: what stands after reversals' }),
  pledged: amountOut,
  confirmed: amountOut,
  paid: amountOut,
  orders: z.int(),
  goal: money.optional(),
  impact: z.object({ unit: z.string(), cost: money }).optional(),
  archived: z.boolean(),
});

export const charityMoneySchema = z.object({
  totals: z.array(
    z.object({
      currency: z.string(),
      given: amountOut,
      pledged: amountOut.openapi({ description: 'may still be returned by buyers' }),
      confirmed: amountOut.openapi({ description: 'the time for returns is over; not paid out yet' }),
      onTheWay: amountOut.openapi({ description: 'paid out, and not yet seen to arrive' }),
      received: amountOut.openapi({ description: 'seen to arrive' }),
    }),
  ),
  projects: z.array(projectMoney),
});
export type CharityMoney = z.infer<typeof charityMoneySchema>;

interface ProjectSums {
  id: string;
  title: string;
  own_currency: string;
  goal: bigint | null;
  impact_unit: string | null;
  impact_cost: bigint | null;
  archived: boolean;
  currency: string;
  pledged: bigint;
  confirmed: bigint;
  paid: bigint;
  orders: number;
}

interface PayoutSums {
  currency: string;
  on_the_way: bigint;
  received: bigint;
}

/** The money of a charity as it stands on the books: what lies in its projects' accounts and in its own, per currency. */
export async function charityMoney(db: Knex, charityId: string): Promise<CharityMoney> {
  const { rows } = await db.raw<{ rows: ProjectSums[] }>(
    `SELECT p.id, p.title, p.currency AS own_currency, p.goal, p.impact_unit, p.impact_cost,
        p.archived_at IS NOT NULL AS archived, coalesce(b.currency, p.currency) AS currency,
        coalesce(b.pledged, 0)::bigint AS pledged, coalesce(b.confirmed, 0)::bigint AS confirmed,
        coalesce(t.paid, 0) AS paid, coalesce(t.orders, 0) AS orders
      FROM projects p LEFT JOIN LATERAL (
        SELECT currency, sum(credits - debits) FILTER (WHERE kind = 'project-pending') AS pledged,
          sum(credits - debits) FILTER (WHERE kind = 'project-confirmed') AS confirmed
        FROM accounts WHERE kind IN ('project-pending', 'project-confirmed') AND owner = p.id GROUP BY currency) b ON true
      LEFT JOIN topic_totals t ON t.topic = 'project:' || p.id AND t.currency = coalesce(b.currency, p.currency)
      WHERE p.charity_id = ? ORDER BY p.archived_at IS NOT NULL, p.created_at DESC, p.id, currency LIMIT 1000`,
    [charityId],
  );
  const payouts = await db('accounts')
    .where({ kind: 'charity-in-transit', owner: charityId })
    .select<PayoutSums[]>('currency', db.raw('credits - debits AS on_the_way'), 'debits AS received');
  const byCurrency = new Map<string, { pledged: bigint; confirmed: bigint; onTheWay: bigint; received: bigint }>();
  const sumOf = (currency: string) => {
    const sum = byCurrency.get(currency) ?? { pledged: 0n, confirmed: 0n, onTheWay: 0n, received: 0n };
    byCurrency.set(currency, sum);
    return sum;
  };
  for (const row of rows) {
    const sum = sumOf(row.currency);
    sum.pledged += row.pledged;
    sum.confirmed += row.confirmed;
  }
  for (const row of payouts) Object.assign(sumOf(row.currency), { onTheWay: row.on_the_way, received: row.received });
  return {
    totals: [...byCurrency].map(([currency, sum]) => ({
      currency,
      given: toAmount(sum.pledged + sum.confirmed + sum.onTheWay + sum.received, currency),
      pledged: toAmount(sum.pledged, currency),
      confirmed: toAmount(sum.confirmed, currency),
      onTheWay: toAmount(sum.onTheWay, currency),
      received: toAmount(sum.received, currency),
    })),
    projects: rows.map(projectToWire),
  };
}

function projectToWire(row: ProjectSums): CharityMoney['projects'][number] {
  const { currency } = row;
  return {
    projectId: row.id,
    title: row.title,
    currency,
    given: toAmount(row.pledged + row.confirmed + row.paid, currency),
    pledged: toAmount(row.pledged, currency),
    confirmed: toAmount(row.confirmed, currency),
    paid: toAmount(row.paid, currency),
    orders: row.orders,
    // A goal in another currency cannot be compared with what was given in this one.
    ...(row.goal !== null && row.own_currency === currency && { goal: toMoney(row.goal, currency) }),
    ...(row.impact_unit !== null &&
      row.own_currency === currency && {
        impact: { unit: row.impact_unit, cost: toMoney(row.impact_cost!, currency) },
      }),
    archived: row.archived,
  };
}
