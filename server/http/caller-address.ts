import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address that asks, as far as it can be believed: the nearest one, or what our own `proxies` noted in
 * `X-Forwarded-For`. Each of them adds on the right who asked it; what stands further left was said by strangers. Whoever
 * came past some of the proxies is the furthest that the others name.
 */
export function callerAddress(request: IncomingMessage, proxies: number): { nearest?: string; told?: string } {
  const said = proxies > 0 ? String(request.headers['x-forwarded-for'] ?? '').split(',') : [];
  const told = said.slice(-proxies).map(bareAddress).find(isIP);
  const nearest = request.socket.remoteAddress;
  return { ...(nearest !== undefined && { nearest: plainAddress(nearest) }), ...(told !== undefined && { told }) };
}

/** Without brackets and port, which some proxies add: `[2001:db8::1]:443`, `203.0.113.7:4711`. */
const bareAddress = (hop: string) => hop.trim().replace(/^\[([^\]]*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3');

/** IPv4 that came in over an IPv6 door. */
export const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
