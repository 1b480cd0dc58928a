import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds a session lasts; whoever comes back later signs in again. */
export const sessionSeconds = 14 * 24 * 60 * 60;

/** What the cookie is called where pages come over https, and where they do not. */
export const sessionCookieName = (publicUrl: string) =>
  `${publicUrl.startsWith('https:') ? '__Secure-' : ''}kindcast.session_token`;

const sign = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest('base64');

/**
 * The value of a session's cookie: its token and the signature of it, so that whoever reads the table of sessions cannot
 * make a cookie. The form is better-auth's (better-call's `signCookieValue`); a test holds the two together.
 */
export const sessionCookieValue = (token: string, secret: string) =>
  encodeURIComponent(`${token}.${sign(token, secret)}`);

/** What a Cookie header holds; of several with one name the first, and names without the blanks around them. */
export function cookiesIn(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/** The token in a request's cookie, if the signature is ours. */
export function readSessionToken(header: string | undefined, name: string, secret: string): string | undefined {
  const value = cookiesIn(header ?? '').get(name);
  if (value === undefined || value.length > 500) return undefined;
  const [, token, signature] = /^([0-9A-Za-z_-]+)\.([0-9A-Za-z+/]{43}=)$/.exec(decoded(value)) ?? [];
  if (token === undefined || signature === undefined) return undefined;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(token, secret))) ? token : undefined;
}

/**
 * Our own cookies of a request, written anew for better-auth: two who read one header in different ways must not see two
 * sessions, or one person's code would open another's.
 */
export function plainCookies(header: string, name: string, secret: string): string {
  const token = readSessionToken(header, name, secret);
  const others = [...cookiesIn(header)].filter(([each]) => each !== name && /^(__Secure-)?kindcast\./.test(each));
  return [
    ...(token === undefined ? [] : [`${name}=${sessionCookieValue(token, secret)}`]),
    ...others.map(([each, value]) => `${each}=${value}`),
  ].join('; ');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
