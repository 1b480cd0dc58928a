import { z } from 'zod';
import { badField } from '../http/problem.js';
import { money } from '../http/wire.js';
import { toMoney, type Money } from '../ledger/money.js';

export interface ProjectRow {
  id: string;
  charity_id: string;
  title: string;
  currency: string;
  goal: bigint | null;
  impact_unit: string | null;
  impact_cost: bigint | null;
  archived_at: Date | null;
  created_at: Date;
}

export const projectSchema = z.object({
  id: z.string(),
  charityId: z.string(),
  title: z.string(),
  currency: z.string(),
  goal: money.optional(),
  impact: z.object({ unit: z.string(), cost: money }).optional(),
  archivedAt: z.string().optional(),
  createdAt: z.string(),
});

export const toWire = (row: ProjectRow) => ({
  id: row.id,
  charityId: row.charity_id,
  title: row.title,
  currency: row.currency,
  ...(row.goal !== null && { goal: toMoney(row.goal, row.currency) }),
  ...(row.impact_unit !== null && {
    impact: { unit: row.impact_unit, cost: toMoney(row.impact_cost!, row.currency) },
  }),
  ...(row.archived_at && { archivedAt: row.archived_at.toISOString() }),
  createdAt: row.created_at.toISOString(),
});

/** @throws {Problem} `invalid-input` when the goal or the cost is in another currency than the project */
export function assertOwnCurrency(
  currency: string,
  { goal, impact }: { goal?: Money | undefined; impact?: { cost: Money } | undefined },
): void {
  for (const [path, sum] of [
    ['goal.currency', goal],
    ['impact.cost.currency', impact?.cost],
  ] as const)
    if (sum && sum.currency !== currency) throw badField(path, `must be the project's currency, ${currency}`);
}
