import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * What browsers may do with our pages. Everything comes from here, nothing inline runs or paints, nobody frames us, and
 * strings never become markup (trusted types; Lit alone may, for its own templates).
 *
 * `connect-src 'self'` includes the feed's websocket. `img-src data:` is for the icon in every page's head.
 */
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  mediaSrc: ["'self'"],
  workerSrc: ["'self'"],
  // The studio shows the overlay.
  frameSrc: ["'self'"],
  frameAncestors: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['lit-html', "'allow-duplicates'"],
};

/** What no page of ours asks for; a passkey is made and used on our own pages alone. */
const permissions = [
  'accelerometer=()',
  'camera=()',
  'display-capture=()',
  'geolocation=()',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'serial=()',
  'usb=()',
  'browsing-topics=()',
].join(', ');

/**
 * The headers of every answer that passes Express. Addresses that may be used from foreign pages (elements, pictures,
 * public facts) take `Cross-Origin-Resource-Policy` back where they are served.
 */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const secure = publicUrl.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { ...directives, ...(secure && { upgradeInsecureRequests: [] }) },
      },
      strictTransportSecurity: secure,
      // Not 'no-referrer': under it a form's own post would come from an unknown origin (null) and be refused.
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', permissions);
      next();
    },
  ];
}

/** Lets one inline sheet of this answer be used, named by the SHA-256 of its text in base64. */
export function allowStyle(response: Response, sha256: string): void {
  changePolicy(response, (policy) => policy.replace('style-src ', `style-src 'sha256-${sha256}' `));
}

/** Lets the scripts of this page make markup of text, where a library must. */
export function allowMarkup(response: Response): void {
  changePolicy(response, (policy) => policy.replace(/;(require-trusted-types-for|trusted-types) [^;]*/g, ''));
}

function changePolicy(response: Response, change: (policy: string) => string): void {
  const header = 'Content-Security-Policy';
  response.setHeader(header, change(String(response.getHeader(header) ?? '')));
}
