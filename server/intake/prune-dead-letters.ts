import { pruneJob } from '../jobs/prune.js';

/**
 * Letters that were replayed successfully lost their bodies then; after a quarter nobody asks about them any more. Those
 * that still wait are orders not counted yet, and stay until a person has dealt with them.
 */
export const pruneDeadLetters = pruneJob({
  table: 'dead_letters',
  key: 'id',
  whose: `replayed_at < now() - interval '90 days'`,
});
