import type { Knex } from 'knex';
import { unpackOrderState } from '../giving/pack-order-state.js';
import { whyLess } from '../giving/order-state.js';
import { toAmount } from '../ledger/money.js';
import type { SessionRow } from '../live/session-wire.js';
import { reportQuery, type ReportRows } from './report-query.js';

/** Counts and sums of one thing in one currency. */
interface Sums {
  currency: string;
  orders: number;
  given: string;
}

/** What a session came to, as its host looks at it afterwards. Amounts are decimal strings. */
export interface Report {
  totals: (Sums & { pledged: string; confirmed: string; paid: string; units: number; averageGift: string })[];
  projects: (Omit<Sums, 'orders'> & { projectId: string; title: string; charity: string })[];
  shops: (Sums & { shopId: string; domain: string; merchant: string; units: number })[];
  items: (Sums & { shopId: string; productId: string; title: string | null; units: number })[];
  /** What was taken back, by why. */
  reversals: (Sums & { reason: string })[];
  /** How the orders were known to belong to the session. */
  recognised: { evidence: string; orders: number }[];
  timeline: { stepSeconds: number; steps: (Sums & { at: string })[] };
  /** The minute (or step) in which most was given, of each currency. */
  peaks: (Sums & { at: string })[];
}

const minute = 60;
/** Beyond half a day in minutes a chart has more points than it has room for. */
const minutesMax = 12 * 60;

/** The states of so many orders are read to tell why something was taken back; of more, the rest counts as `other`. */
const explainedMax = 2_000;

/** Reads the report of a session; everything in one transaction of the caller's, so the numbers belong together. */
export async function readReport(db: Knex, session: SessionRow): Promise<Report> {
  const from = session.started_at ?? session.created_at;
  const lived = ((session.ended_at ?? new Date()).getTime() - from.getTime()) / 1_000;
  const stepSeconds = lived <= minutesMax * minute ? minute : 15 * minute;
  const { rows } = await db.raw<{ rows: [ReportRows] }>(reportQuery, {
    session: session.id,
    topic: `session:${session.id}`,
    from,
    until: session.ended_at ?? new Date(),
    step: `${stepSeconds} seconds`,
  });
  const [found] = rows;
  const amount = ({ given, currency }: { given: string; currency: string }) => toAmount(BigInt(given), currency);
  const steps = (found.steps ?? []).map((step) => ({
    ...step,
    at: new Date(step.at).toISOString(),
    minor: BigInt(step.given),
    given: amount(step),
  }));
  const said = (list: typeof steps) => list.map(({ minor: _minor, ...step }) => step);
  return {
    totals: (found.totals ?? []).map((total) => ({
      currency: total.currency,
      given: amount(total),
      pledged: toAmount(BigInt(total.pledged), total.currency),
      confirmed: toAmount(BigInt(total.confirmed), total.currency),
      paid: toAmount(BigInt(total.paid), total.currency),
      orders: total.orders,
      units: total.units,
      averageGift: toAmount(
        total.orders === 0 ? 0n : halfUp(BigInt(total.given), BigInt(total.orders)),
        total.currency,
      ),
    })),
    projects: (found.projects ?? []).map((project) => ({ ...project, given: amount(project) })),
    shops: (found.shops ?? []).map((shop) => ({ ...shop, given: amount(shop) })),
    items: (found.items ?? []).map((item) => ({ ...item, given: amount(item) })),
    reversals: await explain(db, found.less ?? []),
    recognised: found.recognised ?? [],
    timeline: { stepSeconds, steps: said(steps) },
    peaks: [...new Set(steps.map(({ currency }) => currency))].flatMap((currency) => {
      const own = steps.filter((step) => step.currency === currency && step.minor > 0n);
      const most = own.reduce<(typeof own)[number] | undefined>(
        (best, step) => (best && best.minor >= step.minor ? best : step),
        undefined,
      );
      return most ? said([most]) : [];
    }),
  };
}

const halfUp = (sum: bigint, parts: bigint) => (sum * 2n + parts) / (parts * 2n);

/** What was taken back, summed up by why; the order's own state tells. */
async function explain(db: Knex, less: NonNullable<ReportRows['less']>): Promise<Report['reversals']> {
  const ids = less.slice(0, explainedMax).map(({ id }) => id);
  const rows = await db('orders')
    .whereIn('id', ids)
    .select('id', { sessionId: 'session_id' }, { storeOrderId: 'store_order_id' }, 'state');
  const reasons = new Map(rows.map((row) => [String(row.id), whyLess(unpackOrderState(row.state, row))]));
  const sums = new Map<string, { reason: string; currency: string; orders: Set<string>; minor: bigint }>();
  for (const { id, currency, less: minor } of less) {
    const reason = reasons.get(id) ?? 'other';
    const sum = sums.get(`${reason} ${currency}`) ?? { reason, currency, orders: new Set<string>(), minor: 0n };
    sums.set(`${reason} ${currency}`, sum);
    sum.orders.add(id);
    sum.minor += BigInt(minor);
  }
  return [...sums.values()]
    .sort((a, b) => (a.minor === b.minor ? 0 : a.minor > b.minor ? -1 : 1))
    .map(({ reason, currency, orders, minor }) => ({
      reason,
      currency,
      orders: orders.size,
      given: toAmount(minor, currency),
    }));
}
