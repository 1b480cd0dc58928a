import type { Credentials, Person } from '../../server/people/find-caller.js';

/**
 * People who need no sign-in: whoever sends `x-member: <organisation>:<kind>:<role>` is one. For tests of what members may
 * do, not of how one becomes a member.
 */
export const inventedMembers: Credentials = {
  async personOf(request) {
    const [organisationId, kind, role] = (request.get('x-member') ?? '').split(':');
    if (!organisationId) return undefined;
    const memberships = [{ organisationId, kind, role }] as Person['memberships'];
    return { id: `p-${role}`, email: `${role}@example.org`, memberships, operator: false, secondFactor: false };
  },
  apiKey: async () => undefined,
};

/** Calls as a member, from a page of our own. */
export async function callAs(
  member: string,
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const raw = body instanceof Uint8Array;
  const response = await fetch(url + path, {
    method,
    headers: {
      'x-member': member,
      'sec-fetch-site': 'same-origin',
      ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as any };
}
