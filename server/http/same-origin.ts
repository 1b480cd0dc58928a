import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.js';

/**
 * Refuses what a page of another site makes a browser send. For routes whose address is the secret: there is no cookie a
 * stranger's page could abuse, but neither is there a reason why one should ever knock. Programs send no `Origin`.
 */
export function assertSameOrigin({ headers }: IncomingMessage, publicUrl: string): void {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const { origin, host } = headers;
  if (site === undefined && origin === undefined) return;
  if (site === undefined && isOurs(origin, host, publicUrl)) return;
  throw new Problem('forbidden', 'Only pages of this server may ask for this.');
}

function isOurs(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  // A sender chooses the name he calls us by; only this machine's own names can be nobody else's.
  return origin === new URL(publicUrl).origin || (new URL(origin).host === host && isThisMachine(new URL(origin)));
}

/**
 * Refuses a write whose credentials are a cookie unless one of our own pages asks for it. Every browser says so with a
 * write; silence is refused, too, because whoever holds no browser may send a key.
 */
export function assertOwnPage({ headers }: IncomingMessage, publicUrl: string): void {
  const site = headers['sec-fetch-site'];
  if (site === undefined ? isOurs(headers.origin, headers.host, publicUrl) : site === 'same-origin') return;
  throw new Problem(
    'forbidden',
    'Signed in by a cookie, only pages of this server may ask for this; programs send a key.',
  );
}

const isThisMachine = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Whether the request calls this server by its own name or by one of this machine's, which no foreign page can borrow. */
export function callsUsByName({ headers }: IncomingMessage, publicUrl: string): boolean {
  const { host = '' } = headers;
  return (
    host === new URL(publicUrl).host || (URL.canParse(`http://${host}`) && isThisMachine(new URL(`http://${host}`)))
  );
}
