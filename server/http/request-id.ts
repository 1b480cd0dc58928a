import type { IncomingMessage } from 'node:http';
import { newId } from '../database/new-id.js';

/** What a caller or a proxy may name a request by; anything else gets an id of ours. */
const acceptable = /^[0-9A-Za-z._-]{6,64}$/;

const ids = new WeakMap<IncomingMessage, string>();

/** The id of a request: in its answer, when something went wrong in the problem, and in every line of the log about it. */
export function requestId(request: IncomingMessage): string {
  let id = ids.get(request);
  if (id === undefined) {
    const given = request.headers['x-request-id'];
    id = typeof given === 'string' && acceptable.test(given) ? given : newId();
    ids.set(request, id);
  }
  return id;
}

/**
 * The address of a request as a log may hold it: the addresses of an overlay, an invitation and a reset are secrets, and
 * queries may be anything, such as a buyer's key. Routes are found in capitals, too, and behind the name of a host.
 */
export function loggedPath({ url = '' }: IncomingMessage): string {
  const path = url.split('?', 1)[0]!;
  const secret = /\/(overlay|invitations|reset-password)\//i.exec(path)?.[1];
  return secret === undefined ? path.slice(0, 200) : `/${secret.toLowerCase()}/…`;
}
