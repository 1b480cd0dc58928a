import { pruneJob } from '../jobs/prune.js';

/**
 * Answers are kept for a day for whoever repeats a request, as Stripe does (https://docs.stripe.com/api/idempotent_requests).
 * These keys guard forms, never money: what is on the books has business keys of its own, which stay for ever.
 */
export const pruneIdempotencyKeys = pruneJob({
  table: 'idempotency_keys',
  key: 'key',
  whose: `created_at < now() - interval '24 hours'`,
});
