import type { ClientBase } from 'pg';
import type { DueDelivery } from './due-deliveries.js';
import { pauseAfter } from './retry-schedule.js';
import type { Outcome } from './send-request.js';

/** One attempt as the log shows it. */
export type Attempt = Outcome & { at: string };

/** Attempts kept of one delivery; a whole schedule and what somebody sent again by hand. */
const attemptsKept = 20;

/** Answers that mean: there is nobody here any more, and nobody should ask again. */
const gone = 410;

/**
 * Notes how an attempt went and what follows: delivered, tried again later, or given up. An endpoint that says it is gone,
 * or that took nothing for as long as the whole schedule lasts, is switched off with the reason; what waits for it
 * stays, and goes out when its people switch it on again.
 */
export async function recordAttempt(client: ClientBase, delivery: DueDelivery, attempt: Attempt): Promise<void> {
  const taken = attempt.trouble === undefined;
  const pause = taken || attempt.status === gone ? undefined : pauseAfter(delivery.attempts + 1);
  await client.query({
    name: 'record-attempt',
    text: `WITH noted AS (
        UPDATE webhook_deliveries SET
          attempts = attempts + 1,
          first_attempt_at = coalesce(first_attempt_at, $3::timestamptz),
          delivered_at = CASE WHEN $4 THEN now() END,
          next_at = now() + $5::float8 * interval '1 millisecond',
          log = (SELECT json_agg(entry ORDER BY place) FROM (
            SELECT entry, place FROM json_array_elements(log) WITH ORDINALITY AS l (entry, place)
            UNION ALL SELECT $2::json, json_array_length(log) + 1
            ORDER BY place DESC LIMIT ${attemptsKept}) AS newest)
        WHERE id = $1 RETURNING endpoint_id, first_attempt_at),
      thanked AS (
        UPDATE webhook_endpoints e SET last_success_at = now() FROM noted WHERE e.id = noted.endpoint_id AND $4)
      UPDATE webhook_endpoints e SET enabled = false, disabled_reason = $6 FROM noted
      WHERE e.id = noted.endpoint_id AND e.enabled AND NOT $4 AND $6::text IS NOT NULL
        AND ($6 = 'gone' OR e.last_success_at IS NULL OR e.last_success_at < noted.first_attempt_at)`,
    values: [
      delivery.id,
      JSON.stringify(attempt),
      attempt.at,
      taken,
      pause ?? null,
      attempt.status === gone ? 'gone' : !taken && pause === undefined ? 'failed' : null,
    ],
  });
}
