import { createHash } from 'node:crypto';
import type { Answer } from './define-route.js';

/**
 * An answer that everybody may have and caches may share: fresh for a second, and for a minute more good enough while a
 * new one is fetched. The tag is of the text itself, so equal tags are equal answers on every server.
 *
 * @param madeAt when the body was made, where that is told. It is in the body, but not in the tag, or no state would be
 *   known again; so the tag is a weak one (RFC 9110, 8.8.1): equal tags are answers that say the same, of other moments.
 */
export function publicAnswer(body: object, madeAt?: { at: string }): Answer {
  const tag = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
  return {
    body: { ...body, ...madeAt },
    headers: {
      ETag: madeAt ? `W/"${tag}"` : `"${tag}"`,
      'Cache-Control': 'public, s-maxage=1, stale-while-revalidate=60',
    },
  };
}
