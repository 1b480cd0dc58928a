import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import { callerAddress, plainAddress } from '../http/caller-address.js';

export interface AddressLimits {
  /** Sockets at once from one address. */
  watchersPerAddress: number;
  /** Proxies in front that can be believed, each of which notes in `X-Forwarded-For` who asked it. */
  proxies: number;
}

/**
 * Counts the sockets of each address, so that one machine cannot take all the room. A household has a whole /64 of IPv6, so
 * that counts as one address.
 *
 * Our own machine and private networks are not counted, unless a proxy to believe names them: what comes from there comes
 * through one nobody told us of, and then everyone would have the same address.
 */
export class WatchersByAddress {
  readonly #counts = new Map<string, number>();

  constructor(private readonly limits: AddressLimits) {}

  /** Who asks, as far as it is counted. */
  addressOf(request: IncomingMessage): string | undefined {
    const { nearest, told } = callerAddress(request, this.limits.proxies);
    if (told !== undefined) return network(told);
    return nearest === undefined || isOwn(nearest) ? undefined : network(nearest);
  }

  hasRoom(address: string | undefined): boolean {
    return address === undefined || (this.#counts.get(address) ?? 0) < this.limits.watchersPerAddress;
  }

  /** One more. Returns what to do when it has gone. */
  enter(address: string | undefined): () => void {
    if (address === undefined) return () => undefined;
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
    return () => {
      const left = this.#counts.get(address)! - 1;
      if (left > 0) this.#counts.set(address, left);
      else this.#counts.delete(address);
    };
  }
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
