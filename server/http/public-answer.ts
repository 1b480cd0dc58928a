import { createHash } from 'node:crypto';
import type { Answer } from './define-route.js';

/**
 * An answer that everybody may have and caches may share: fresh for a second, and for a minute more good enough while a
 * new one is fetched. The tag is of the text itself, so equal tags are equal answers on every server.
 */
export function publicAnswer(body: unknown): Answer {
  const tag = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
  return {
    body,
    headers: { ETag: `"${tag}"`, 'Cache-Control': 'public, s-maxage=1, stale-while-revalidate=60' },
  };
}
