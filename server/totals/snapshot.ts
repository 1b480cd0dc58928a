import type { Pool } from 'pg';
import { z } from 'zod';
import { toAmount, toMoney, type Money } from '../ledger/money.js';
import { amountOut, money } from '../http/wire.js';
import type { NumberedGift, RecentGift } from './add-to-totals.js';
import type { Topic } from './topics.js';

const count = z.int();

/** The absolute totals of one topic, as the contract's Snapshot. */
export const snapshotSchema = z
  .object({
    topic: z.string(),
    seq: count.openapi({ description: 'Grows with every change of the topic; an older one can be thrown away.' }),
    at: z.string(),
    status: z.string().optional(),
    totals: z.array(
      z.object({
        currency: z.string(),
        given: amountOut.openapi({ description: 'pledged + confirmed + paid: what stands after reversals' }),
        pledged: amountOut,
        confirmed: amountOut,
        paid: amountOut,
        matched: amountOut,
        orders: count,
        units: count,
      }),
    ),
    projects: z.array(
      z.object({
        projectId: z.string(),
        title: z.string(),
        currency: z.string(),
        given: amountOut,
        goal: money.optional(),
      }),
    ),
    goal: money.optional(),
  })
  .openapi('Snapshot');

export type Snapshot = z.infer<typeof snapshotSchema>;

/** A topic's state as it stands: the snapshot everyone may see, and the newest gifts, newest first. */
export interface TopicState {
  snapshot: Snapshot;
  gifts: NumberedGift[];
}

interface StateRow {
  topic: Topic;
  status: string | null;
  goal: bigint | null;
  goal_currency: string | null;
  seq: number;
  changed_at: Date;
  recent_gifts: RecentGift[];
  recent_seqs: number[];
  totals:
    | {
        currency: string;
        pledged: string;
        confirmed: string;
        paid: string;
        matched: string;
        orders: number;
        units: number;
      }[]
    | null;
  projects:
    | {
        id: string;
        title: string;
        currency: string;
        given: string;
        goal: string | null;
        goal_currency: string | null;
      }[]
    | null;
}

/**
 * Reads the states of the topics that exist, each in a handful of rows however long its history. One statement, so every
 * number belongs to the same `seq`. Money comes as text: JSON numbers would round it.
 */
export async function readTopics(pool: Pool, topics: readonly string[]): Promise<Map<string, TopicState>> {
  const { rows } = await pool.query<StateRow>({
    name: 'read-topics',
    text: `SELECT t.topic, t.status, t.goal, t.goal_currency, t.seq::float8 AS seq, t.changed_at,
        t.recent_gifts, t.recent_seqs::float8[] AS recent_seqs,
        (SELECT json_agg(json_build_object('currency', s.currency, 'pledged', s.pledged::text,
            'confirmed', s.confirmed::text, 'paid', s.paid::text, 'matched', s.matched::text, 'orders', s.orders,
            'units', s.units) ORDER BY s.pledged + s.confirmed + s.paid DESC, s.currency)
          FROM topic_totals s WHERE s.topic = t.topic) AS totals,
        (SELECT json_agg(json_build_object('id', p.project_id, 'title', k.title, 'currency', p.currency,
            'given', p.given::text, 'goal', k.goal::text, 'goal_currency', k.goal_currency)
            ORDER BY p.given DESC, p.project_id)
          FROM topic_projects p JOIN topics k ON k.topic = 'project:' || p.project_id WHERE p.topic = t.topic) AS projects
      FROM topics t WHERE t.topic = ANY ($1::text[])`,
    values: [topics],
  });
  return new Map(rows.map((row) => [row.topic, stateOf(row)]));
}

function stateOf(row: StateRow): TopicState {
  const goal: Money | undefined = row.goal === null ? undefined : toMoney(row.goal, row.goal_currency!);
  return {
    snapshot: {
      topic: row.topic,
      seq: row.seq,
      at: row.changed_at.toISOString(),
      ...(row.status !== null && { status: row.status }),
      totals: (row.totals ?? []).map(({ currency, orders, units, ...sums }) => {
        const [pledged, confirmed, paid, matched] = [sums.pledged, sums.confirmed, sums.paid, sums.matched].map(BigInt);
        return {
          currency,
          given: toAmount(pledged! + confirmed! + paid!, currency),
          pledged: toAmount(pledged!, currency),
          confirmed: toAmount(confirmed!, currency),
          paid: toAmount(paid!, currency),
          matched: toAmount(matched!, currency),
          orders,
          units,
        };
      }),
      projects: (row.projects ?? []).map((project) => ({
        projectId: project.id,
        title: project.title,
        currency: project.currency,
        given: toAmount(BigInt(project.given), project.currency),
        // A goal in another currency cannot be compared with what was given in this one.
        ...(project.goal !== null &&
          project.goal_currency === project.currency && { goal: toMoney(BigInt(project.goal), project.currency) }),
      })),
      ...(goal && { goal }),
    },
    gifts: row.recent_gifts.map((gift, at) => ({ ...gift, seq: row.recent_seqs[at]! })),
  };
}
