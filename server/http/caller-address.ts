import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

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

/**
 * The address by which a caller is counted where there are limits; undefined for those who are not. A household has a whole
 * /64 of IPv6, so that counts as one address.
 *
 * Our own machine and private networks are not counted, unless a proxy to believe names them: what comes from there comes
 * through one nobody told us of, and then everyone would have the same address.
 */
export function countedAddress(request: IncomingMessage, proxies: number): string | undefined {
  const { nearest, told } = callerAddress(request, proxies);
  if (told !== undefined) return network(told);
  return nearest === undefined || isOwn(nearest) ? undefined : network(nearest);
}

const own = new BlockList();
own.addSubnet('127.0.0.0', 8, 'ipv4');
own.addSubnet('10.0.0.0', 8, 'ipv4');
own.addSubnet('172.16.0.0', 12, 'ipv4');
own.addSubnet('192.168.0.0', 16, 'ipv4');
own.addAddress('::1', 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');

const isOwn = (address: string) => own.check(plainAddress(address), isIPv6(plainAddress(address)) ? 'ipv6' : 'ipv4');

function network(address: string): string {
  const known = plainAddress(address);
  if (!isIPv6(known)) return known;
  const [front = '', back] = known.split('::');
  const groups = front.split(':').filter(Boolean);
  const rest = back?.split(':').filter(Boolean) ?? [];
  const zeros = back === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).map(short).join(':');
}

const short = (group: string) => group.replace(/^0+(?=.)/, '').toLowerCase();
