import type { Knex } from 'knex';
import { toAmount } from '../ledger/money.js';
import type { SessionRow } from '../live/session-wire.js';

/** What had been given at a moment, in minor units. */
export interface Sample {
  at: Date;
  currency: string;
  given: bigint;
  orders: number;
}

export interface Pace {
  currency: string;
  perMinute: string;
  ordersPerMinute: string;
  minutes: { at: string; given: string; orders: number }[];
}

const minuteMs = 60_000;
const minutesShown = 30;
/** A single quiet minute says little about an evening. */
const meanOf = 5;

/** How fast a session has been going, from the samples kept for charts (at most 20 s old) and the total of now. */
export async function readPace(db: Knex, session: SessionRow, now: Date): Promise<Pace[]> {
  const until = session.ended_at ?? now;
  const from = session.started_at ?? session.created_at;
  const { rows } = await db.raw<{ rows: (Omit<Sample, 'given'> & { given: string })[] }>(
    `WITH samples AS (
       SELECT seq, at, currencies, given, orders FROM topic_history WHERE topic = :topic AND at <= :until
       ORDER BY seq DESC LIMIT 400)
     SELECT at, u.currency, u.given::text AS given, u.orders FROM samples,
       unnest(currencies, given, orders) AS u (currency, given, orders)
     UNION ALL
     SELECT :until, currency, (pledged + confirmed + paid)::text, orders FROM topic_totals WHERE topic = :topic
     ORDER BY at`,
    { topic: `session:${session.id}`, until },
  );
  return paceOf(
    rows.map((row) => ({ ...row, given: BigInt(row.given) })),
    { from, until },
  );
}

/**
 * The pace of each currency: what each minute changed, from the last total before its beginning to the last before its
 * end. The minutes end with `until`, so the newest is a whole one.
 *
 * @param samples in time
 */
export function paceOf(samples: readonly Sample[], { from, until }: { from: Date; until: Date }): Pace[] {
  const currencies = [...new Set(samples.map(({ currency }) => currency))];
  const lived = Math.ceil((until.getTime() - from.getTime()) / minuteMs);
  const shown = Math.max(1, Math.min(minutesShown, lived));
  return currencies.map((currency) => {
    const own = samples.filter((sample) => sample.currency === currency);
    const at = (time: number) => own.findLast((sample) => sample.at.getTime() <= time) ?? { given: 0n, orders: 0 };
    const minutes = Array.from({ length: shown }, (_, place) => {
      const end = until.getTime() - (shown - 1 - place) * minuteMs;
      const [before, after] = [at(end - minuteMs), at(end)];
      return { at: new Date(end - minuteMs), given: after.given - before.given, orders: after.orders - before.orders };
    });
    const last = minutes.slice(-meanOf);
    const mean = BigInt(last.length);
    const sum = last.reduce((all, { given }) => all + given, 0n);
    const orders = BigInt(last.reduce((all, minute) => all + minute.orders, 0));
    return {
      currency,
      perMinute: toAmount(divide(sum, mean), currency),
      ordersPerMinute: tenths(divide(orders * 10n, mean)),
      minutes: minutes.map((minute) => ({
        at: minute.at.toISOString(),
        given: toAmount(minute.given, currency),
        orders: minute.orders,
      })),
    };
  });
}

/** Half up, away from zero below it. */
function divide(sum: bigint, parts: bigint): bigint {
  const half = ((sum < 0n ? -sum : sum) * 2n + parts) / (parts * 2n);
  return sum < 0n ? -half : half;
}

function tenths(count: bigint): string {
  const whole = (count < 0n ? -count : count).toString().padStart(2, '0');
  return `${count < 0n ? '-' : ''}${whole.slice(0, -1)}.${whole.slice(-1)}`;
}
