import { badField } from '../http/problem.js';
import { AddressRefused, findAddresses, type Surroundings } from './find-address.js';
import { isIn } from './public-addresses.js';

/**
 * Checks where an organisation wants to hear of events, and gives the address in the one way it is written. Says at once
 * what would only fail later; the sender checks again whenever it connects, because names change their mind.
 *
 * @throws {Problem} `invalid-input`, naming the field `url` and what would do
 */
export async function checkEndpointUrl(text: string, surroundings: Surroundings): Promise<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw badField('url', 'must be an address such as https://example.org/kindcast');
  if (url.username || url.password)
    throw badField('url', 'must not contain a user name or password; verify the signature instead');
  if (url.hash) throw badField('url', 'must not contain a part after #, which no server would ever see');
  const inside = await leadsInside(url, surroundings);
  if (inside) return url.href;
  if (url.protocol === 'http:') throw badField('url', 'must begin with https://, so that nobody can read along');
  // Ports below 1024 belong to other services than the web.
  if (url.port !== '' && parseInt(url.port, 10) < 1024)
    throw badField('url', 'must use port 443 (or leave it out), or one from 1024 up');
  return url.href;
}

/** Whether it leads into a network that the installation has allowed, where receivers may do without TLS. */
async function leadsInside(url: URL, surroundings: Surroundings): Promise<boolean> {
  try {
    const found = await findAddresses(url.hostname, surroundings);
    return found.every(({ address }) => isIn(address, surroundings.networks));
  } catch (error) {
    if (error instanceof AddressRefused) throw badField('url', `cannot be used: ${error.message}`);
    throw error;
  }
}
