import type { Role } from '../../server/http/access.js';
import { signedIn, type SignedIn } from './people.js';
import type { Answer, Kindcast } from './start-kindcast.js';

/** Who has been asked for already, so that one story has one person for each role. */
const known = new WeakMap<Kindcast, Map<string, Promise<SignedIn>>>();

/** Somebody signed in who has this role in the organisation; the same one at every asking. */
export function memberOf(kindcast: Kindcast, organisationId: string, role: Role): Promise<SignedIn> {
  const members = known.get(kindcast) ?? new Map<string, Promise<SignedIn>>();
  known.set(kindcast, members);
  const name = `${organisationId} ${role}`;
  const member = members.get(name) ?? signedIn(kindcast, { name: role, memberOf: [{ id: organisationId, role }] });
  members.set(name, member);
  return member;
}

/** Asks with a cookie ('' for a stranger) from a page of ours; bytes go as they are, with the type that `headers` name. */
export async function ask(
  { url }: Pick<Kindcast, 'url'>,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: Answer }> {
  const raw = body instanceof Uint8Array;
  const response = await fetch(url + path, {
    method,
    headers: {
      cookie,
      origin: url,
      ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}
