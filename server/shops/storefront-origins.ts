import { z } from 'zod';

const says =
  'must be the address of a storefront such as "https://shop.example.com", without a path (http only for localhost)';

/**
 * An address as a browser names the pages it loaded from there: scheme, host and port. Plain http is taken for the own
 * machine alone, where a theme is tried out; elsewhere anybody on the way could be the page.
 */
function toOrigin(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname, search, hash, username, password, origin } = new URL(address);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  if (protocol !== 'https:' && !(protocol === 'http:' && local)) return undefined;
  if (pathname !== '/' || search + hash + username + password !== '' || /[?#]/.test(address)) return undefined;
  return origin;
}

/** Storefronts whose pages may open the feed, each once, as browsers write them. */
export const origins = z
  .array(
    z
      .string()
      .trim()
      .max(300, 'must have at most 300 characters')
      .transform((address, context) => {
        const origin = toOrigin(address);
        if (origin === undefined) context.addIssue({ code: 'custom', message: says });
        return origin ?? z.NEVER;
      })
      .openapi({ type: 'string', example: 'https://shop.example.com' }),
  )
  .max(10, 'must name at most 10 addresses')
  .transform((list) => [...new Set(list)])
  .openapi({ type: 'array', items: { type: 'string' }, maxItems: 10 });
