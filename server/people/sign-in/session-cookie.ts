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

/** The token in a request's cookie, if the signature is ours. */
export function readSessionToken(header: string | undefined, name: string, secret: string): string | undefined {
  const value = header
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  if (value === undefined || value.length > 500) return undefined;
  const [, token, signature] = /^([0-9A-Za-z_-]+)\.([0-9A-Za-z+/]{43}=)$/.exec(decoded(value)) ?? [];
  if (token === undefined || signature === undefined) return undefined;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(token, secret))) ? token : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
