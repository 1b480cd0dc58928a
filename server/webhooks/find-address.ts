import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isIn, isPublic, readNetworks, type Networks } from './public-addresses.js';

/** Why an endpoint's address may not be called, as a clause that follows "the address". */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

/** Where receivers may be. */
export interface Surroundings {
  /** Networks that may be called although they are not public. */
  networks: Networks;
  /** Name servers to ask; those of the system when empty. */
  nameServers: readonly string[];
}

/** Where receivers may be, as the settings say it. */
export const surroundingsOf = (settings: {
  networks: readonly string[];
  nameServers: readonly string[];
}): Surroundings => ({
  networks: readNetworks(settings.networks),
  nameServers: settings.nameServers,
});

export interface Found {
  address: string;
  family: 4 | 6;
}

/** A name server that says nothing for this long does not know the name. */
const answerMs = 2_500;

/**
 * The addresses of a host, asked for anew each time. One that may not be called spoils them all: a name that leads to
 * both the internet and somebody's network is a trap. The name servers are asked directly, because the system's own
 * way takes one of four threads for as long as it waits, and strangers choose the names.
 *
 * @throws {AddressRefused}
 */
export async function findAddresses(host: string, { networks, nameServers }: Surroundings): Promise<Found[]> {
  const literal = host.replace(/^\[(.*)\]$/, '$1');
  const found = isIP(literal) ? [literal] : await resolve(host, nameServers);
  for (const address of found)
    if (!isPublic(address) && !isIn(address, networks))
      throw new AddressRefused(
        found.length === 1 && address === literal
          ? `${address} does not lie in the public internet; use one that anybody could reach`
          : `${host} leads to where the public internet does not; use a name that anybody could reach`,
      );
  return found.map((address) => ({ address, family: isIP(address) as 4 | 6 }));
}

async function resolve(host: string, nameServers: readonly string[]): Promise<string[]> {
  const resolver = new Resolver({ timeout: answerMs, tries: 1 });
  if (nameServers.length > 0) resolver.setServers(nameServers);
  const late = setTimeout(() => resolver.cancel(), 2 * answerMs);
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  clearTimeout(late);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (found.length === 0) throw new AddressRefused(`${host} leads nowhere: no name server knows it`);
  return found;
}

/** For a connection: it goes to the very addresses that were checked, because it is given no others. */
export const lookupOf =
  (found: readonly Found[]): LookupFunction =>
  (_host, options, callback) => {
    const [first] = found;
    if (options.all) callback(null, [...found]);
    else callback(null, first!.address, first!.family);
  };
