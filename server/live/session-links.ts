import { z } from 'zod';
import { sessionAttribute } from '../../plugin/shopify/parse-order.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { id } from '../http/wire.js';
import { ownSession } from './own-session.js';
import { overlayUrl, sessionPageUrl, studioUrl } from './session-wire.js';

const links = z.object({
  overlayUrl: z.string().openapi({ description: 'for OBS; a secret' }),
  studioUrl: z.string().openapi({ description: 'where the overlay is set up and tried out; a secret' }),
  pageUrl: z.string().openapi({ description: 'the public page, for viewers' }),
  pictureUrl: z.string().openapi({ description: 'what messengers show beside the page' }),
  codeUrl: z.string().openapi({ description: "the public page's QR code, a PNG; its address is a secret" }),
  token: z.string(),
  shops: z.array(
    z.object({
      shopId: z.string(),
      domain: z.string(),
      merchant: z.string(),
      cartLink: z.string().openapi({
        description: 'puts one unit of a variant into the cart and goes to the checkout; replace VARIANT by its number',
      }),
      cartScript: z
        .string()
        .openapi({ description: "for the shop's theme: marks the cart of whoever comes from the live" }),
      formField: z.string().openapi({ description: "for the theme's product form: marks the line" }),
    }),
  ),
});

/**
 * Where the variant's number goes. A Shopify cart permalink takes cart attributes as `attributes[name]=value`; so an order
 * made through it carries the session's token.
 */
const variantPlace = 'VARIANT';

/** All addresses of a session in one place. */
export const sessionLinksRoute = (publicUrl: string): Route =>
  defineRoute({
    method: 'get',
    path: '/v1/sessions/{id}/links',
    summary: "A session's links: overlay, studio, public page, and those that make the shops' orders count for it",
    params: z.object({ id }),
    answer: { status: 200, description: 'The links', schema: links },
    handle: async ({ db, params, caller }) => {
      const row = await ownSession(db, caller, params.id);
      const shops = await db('session_shops as k')
        .join('shops as s', 's.id', 'k.shop_id')
        .join('organisations as m', 'm.id', 's.merchant_id')
        .where('k.session_id', row.id)
        .orderBy('s.domain')
        .select('s.id', 's.domain', 'm.name');
      const page = sessionPageUrl(publicUrl, row.id);
      return {
        body: {
          overlayUrl: overlayUrl(publicUrl, row),
          studioUrl: studioUrl(publicUrl, row),
          pageUrl: page,
          pictureUrl: `${page}/picture.png`,
          codeUrl: `${overlayUrl(publicUrl, row)}/session-qr.png`,
          token: row.token,
          shops: shops.map(({ id, domain, name }) => ({
            shopId: id,
            domain,
            merchant: name,
            ...ofShop(domain, row.token),
          })),
        },
      };
    },
  });

/** A token is of letters and digits alone, so it needs no escaping anywhere. */
function ofShop(domain: string, token: string) {
  const attribute = encodeURIComponent(`attributes[${sessionAttribute}]`);
  return {
    cartLink: `https://${domain}/cart/${variantPlace}:1?${attribute}=${token}`,
    cartScript:
      `fetch('/cart/update.js', {\n  method: 'POST',\n  headers: { 'Content-Type': 'application/json' },\n` +
      `  body: JSON.stringify({ attributes: { ${sessionAttribute}: '${token}' } }),\n});`,
    formField: `<input type="hidden" name="properties[${sessionAttribute}]" value="${token}">`,
  };
}
