import type { ClientBase } from 'pg';
import type { KeptSecrets } from './sign-event.js';

/** What has to be known to send one delivery. */
export interface DueDelivery extends KeptSecrets {
  id: string;
  endpoint_id: string;
  event_id: string;
  url: string;
  payload: string;
  attempts: number;
}

/**
 * What is due at endpoints that are on, the longest waiting first, at most so many of each endpoint: one with a crowd
 * waiting hides nobody else's.
 *
 * @param sending deliveries on their way already
 */
export async function findDue(
  client: ClientBase,
  perEndpoint: number,
  sending: readonly string[],
): Promise<DueDelivery[]> {
  const { rows } = await client.query<DueDelivery>({
    name: 'find-due-deliveries',
    text: `SELECT d.id, e.id AS endpoint_id, d.event_id, e.url, v.payload::text AS payload, d.attempts,
        e.secret, e.previous_secret, e.previous_until
      FROM webhook_endpoints e
        CROSS JOIN LATERAL (
          SELECT id, event_id, attempts, next_at FROM webhook_deliveries w
          WHERE w.endpoint_id = e.id AND w.next_at <= now() AND w.id <> ALL ($2)
          ORDER BY w.next_at LIMIT $1) d
        JOIN webhook_events v ON v.id = d.event_id
      WHERE e.enabled
      ORDER BY d.next_at`,
    values: [perEndpoint, sending],
  });
  return rows;
}
