import type { Response } from 'express';

/** What hangs on a secret address is kept in no cache, and the address is told to no page that is linked there. */
export function keepSecret(response: Response): void {
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
}
