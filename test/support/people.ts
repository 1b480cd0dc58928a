import { newId, newSecret } from '../../server/database/new-id.js';
import type { Role } from '../../server/http/access.js';
import { sessionCookieValue } from '../../server/people/sign-in/session-cookie.js';
import { sealWith } from '../../server/secrets/seal.js';
import type { Answer, Kindcast } from './start-kindcast.js';

/** Somebody who is signed in, as a browser of his would be. */
export interface SignedIn {
  id: string;
  email: string;
  /** As a browser sends it: `kindcast.session_token=…`. */
  cookie: string;
  /** The session's token, for a browser's cookie jar: {@link browserCookie}. */
  session: { id: string; value: string };
  /** Asks as a page of ours would; throws when the status is another than expected. */
  call<T = Answer>(method: string, path: string, body?: unknown, expected?: number): Promise<T>;
}

/**
 * Puts somebody into the database who has signed up, confirmed his address and signed in. For stories that are about what
 * he does then; test/scenarios/people/ walks the way there.
 */
export async function signedIn(
  kindcast: Pick<Kindcast, 'url' | 'testDatabase'>,
  {
    email = `${newId()}@people.test`,
    name = 'A Person',
    memberOf = [],
    operator = false,
    secondFactor = operator,
  }: {
    email?: string;
    name?: string;
    memberOf?: readonly { id: string; role: Role }[];
    operator?: boolean;
    secondFactor?: boolean;
  } = {},
): Promise<SignedIn> {
  const id = newId();
  const sessionId = newId();
  const token = newSecret();
  await kindcast.testDatabase.asOwner(async (client) => {
    await client.query('INSERT INTO people (id, name, email, email_verified) VALUES ($1, $2, $3, true)', [
      id,
      name,
      email,
    ]);
    await client.query(
      `INSERT INTO person_sessions (id, person_id, token, second_factor_at, expires_at)
       VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END, now() + interval '1 day')`,
      [sessionId, id, token, secondFactor],
    );
    for (const { id: organisation, role } of memberOf)
      await client.query('INSERT INTO members (organisation_id, person_id, role) VALUES ($1, $2, $3)', [
        organisation,
        id,
        role,
      ]);
    if (operator) await client.query(`INSERT INTO operators (person_id, granted_by) VALUES ($1, 'a test')`, [id]);
  });
  const value = sessionCookieValue(token, sealWith('test-secret-key').keyFor('people v1'));
  const cookie = `kindcast.session_token=${value}`;
  return {
    id,
    email,
    cookie,
    session: { id: sessionId, value },
    call: (method, path, body, expected) => callSignedIn(kindcast.url, cookie, method, path, body, expected),
  };
}

/** For `context.addCookies` of a browser that is to be signed in. */
export const browserCookie = (url: string, { session }: Pick<SignedIn, 'session'>) => ({
  name: 'kindcast.session_token',
  value: session.value,
  url,
  httpOnly: true,
  sameSite: 'Lax' as const,
});

/** Asks as a page of ours would, with this cookie. */
export async function askAsPage(
  url: string,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Answer; cookies: string[]; headers: Headers }> {
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      origin: url,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    body: json && text ? JSON.parse(text) : text,
    cookies: response.headers.getSetCookie(),
    headers: response.headers,
  };
}

async function callSignedIn<T>(
  url: string,
  cookie: string,
  method: string,
  path: string,
  body: unknown,
  expected: number | undefined,
): Promise<T> {
  const answer = await askAsPage(url, cookie, method, path, body);
  if (expected === undefined ? answer.status >= 300 : answer.status !== expected)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}
