import type { IncomingMessage } from 'node:http';
import type { Pool } from 'pg';

/** How long the list of connected shops is remembered, on performance.now(): a clock may be set back. */
const rememberedMs = 10_000;

/**
 * Decides whose pages may open the feed. CORS does not protect websockets, so the handshake itself is checked: our own
 * pages, the shops connected here with the storefronts they name, and programs that are no browser (they send no Origin).
 */
export function originCheck(pool: Pool, publicUrl: string) {
  const own = new URL(publicUrl).origin;
  let shops = new Set<string>();
  let until = 0;
  return async (request: IncomingMessage): Promise<boolean> => {
    const { origin, host } = request.headers;
    if (origin === undefined || origin === own) return true;
    if (!URL.canParse(origin)) return false;
    // The very address the page itself was loaded from, such as 127.0.0.1 for localhost.
    if (new URL(origin).host === host) return true;
    if (until < performance.now()) {
      const { rows } = await pool.query<{ domain: string; origins: string[] }>('SELECT domain, origins FROM shops');
      shops = new Set(rows.flatMap((row) => [`https://${row.domain}`, ...row.origins]));
      until = performance.now() + rememberedMs;
    }
    return shops.has(origin);
  };
}
