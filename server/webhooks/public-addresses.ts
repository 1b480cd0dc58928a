import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.parse>;

/** Networks that may be called although they are not public: `[first address, bits]`. */
export type Networks = readonly [Address, number][];

/** Reads networks such as `10.1.0.0/16` and `fd00::/8`, which the settings have checked. */
export const readNetworks = (texts: readonly string[]): Networks => texts.map((text) => ipaddr.parseCIDR(text));

/** Where new ranges are given out; anything outside is no place for a receiver, whatever it may become one day. */
const publicIpv6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address lies in the public internet: not private, loopback, link-local, shared by a carrier (100.64/10),
 * multicast, reserved, for benchmarks or for examples, and not an IPv6 address that stands for an IPv4 one (mapped, NAT64,
 * 6to4, Teredo), behind which any of these may hide. Sources: the special-purpose registries of IANA, as ipaddr.js keeps them.
 */
export function isPublic(text: string): boolean {
  const address = parse(text);
  if (address === undefined || address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match([publicIpv6[0], publicIpv6[1]] as never);
}

/** Whether an address lies in one of these networks. An IPv4 address in IPv6 clothes counts as itself. */
export function isIn(text: string, networks: Networks): boolean {
  const parsed = parse(text);
  if (parsed === undefined) return false;
  const address = ipaddr.process(parsed.toString());
  return networks.some(([first, bits]) => first.kind() === address.kind() && address.match(first, bits));
}

/** Only what connects as this very address: ipaddr.js would also read `0x7f.1` and the like. */
function parse(text: string): Address | undefined {
  return isIP(text) === 0 || text.includes('%') ? undefined : ipaddr.parse(text);
}
