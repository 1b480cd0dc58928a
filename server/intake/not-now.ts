import { Problem } from '../http/problem.js';
import type { NotNow } from './group-commit.js';

/** What {@link NotNow} answers: come back soon, nothing was recorded. */
export function problemOfNotNow(error: NotNow): Problem {
  const title = {
    'queue-full': 'More orders are arriving than can be recorded; send it again shortly.',
    'database-away': 'The database cannot be reached just now; send it again shortly.',
    stopping: 'The server is restarting; send it again shortly.',
  }[error.reason];
  return new Problem(error.reason === 'database-away' ? 'database-away' : 'too-busy', title, {
    retryAfterSeconds: error.retryAfterSeconds,
  });
}
