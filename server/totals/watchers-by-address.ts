import type { IncomingMessage } from 'node:http';
import { countedAddress } from '../http/caller-address.js';

export interface AddressLimits {
  /** Sockets at once from one address. */
  watchersPerAddress: number;
  /** Proxies in front that can be believed, each of which notes in `X-Forwarded-For` who asked it. */
  proxies: number;
}

/**
 * Counts the sockets of each address, so that one machine cannot take all the room.
 */
export class WatchersByAddress {
  readonly #counts = new Map<string, number>();

  constructor(private readonly limits: AddressLimits) {}

  /** Who asks, as far as it is counted. */
  addressOf(request: IncomingMessage): string | undefined {
    return countedAddress(request, this.limits.proxies);
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
