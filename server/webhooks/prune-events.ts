import type { Job } from '../jobs/job.js';
import { pruneJob } from '../jobs/prune.js';

/** The log of deliveries is kept for a month, also of those that wait for an endpoint that is off. */
export const pruneDeliveries = pruneJob({
  table: 'webhook_deliveries',
  key: 'id',
  whose: `created_at < now() - interval '30 days'`,
});

export const pruneEvents = pruneJob({
  table: 'webhook_events',
  key: 'id',
  whose: `created_at < now() - interval '30 days'
    AND NOT EXISTS (SELECT FROM webhook_deliveries d WHERE d.event_id = webhook_events.id)`,
});

/** More than this waits for nobody: a receiver so far behind is not coming back by itself. */
const waitingMax = 100_000;

/** Switches off endpoints for which too much waits, so that nobody fills the disk by not listening. */
export const switchOffOverfull = (most = waitingMax): Job => ({
  name: 'switch off overfull webhook endpoints',
  everyMs: 60_000,
  async run({ client }) {
    await client.query(
      `UPDATE webhook_endpoints e SET enabled = false, disabled_reason = 'overfull'
       WHERE e.enabled AND (
         SELECT count(*) FROM (
           SELECT FROM webhook_deliveries d WHERE d.endpoint_id = e.id AND d.next_at IS NOT NULL LIMIT $1::int + 1) AS waiting) > $1`,
      [most],
    );
  },
});
