import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../support/until.js';
import { send, type Village } from '../../support/village.js';
import { drawSale, type Sale, type SaleOptions, type ToDeliver } from './sales.js';

export interface CrowdOptions extends SaleOptions {
  village: Village;
  seed: string;
  senders: number;
  /** Where to send to now: asked anew for every try. */
  where(): string;
  /** Whether senders who are told to come back later wait as long as they were told. */
  patient?: boolean;
}

/** How long a delivery may go unacknowledged before the crowd gives up on the server. */
const patienceMs = 120_000;

/**
 * Many stores at once, selling on and on. Each delivery is sent until it is answered 200, as Shopify does, only with less
 * patience. Anything but 200, 503 with Retry-After or a line gone dead is a failure of the server, and of the test.
 */
export class Crowd {
  readonly #options: CrowdOptions;
  readonly #done: Promise<unknown>;
  #selling = true;
  #failure: Error | undefined;
  #next = 1;
  /** Every order that was begun. */
  readonly sales: Sale[] = [];
  /** Orders all of whose deliveries were answered 200. */
  readonly acknowledged: Sale[] = [];
  /** Orders kept as dead letters. */
  readonly buried: Sale[] = [];
  sent = 0;
  refused = 0;
  brokenOff = 0;
  longestWaitMs = 0;
  readonly since = performance.now();

  constructor(options: CrowdOptions) {
    this.#options = options;
    this.#done = Promise.all(Array.from({ length: options.senders }, () => this.#sell())).catch((error: Error) => {
      this.#failure = error;
      this.#selling = false;
    });
  }

  /** Waits for something while the crowd sells; fails at once when a sender was treated wrongly. */
  async until<T>(ask: () => T | Promise<T>, what: string, limitMs?: number): Promise<NonNullable<T>> {
    const found = await until(async () => this.#failure ?? (await ask()), what, limitMs);
    if (this.#failure) throw this.#failure;
    return found as NonNullable<T>;
  }

  /** Waits until so many more orders are acknowledged. */
  async acknowledges(more: number, limitMs?: number): Promise<void> {
    const wanted = this.acknowledged.length + more;
    await this.until(() => this.acknowledged.length >= wanted, `${more} more orders are acknowledged`, limitMs);
  }

  /** Sells nothing new; returns when everything begun is acknowledged. */
  async finish(): Promise<void> {
    this.#selling = false;
    await this.#done;
    if (this.#failure) throw this.#failure;
  }

  async #sell(): Promise<void> {
    while (this.#selling) {
      const { village, seed } = this.#options;
      const sale = drawSale(village, seed, this.#next++, this.#options);
      this.sales.push(sale);
      const outcomes = new Set<string>();
      for (const step of sale.steps)
        for (const outcome of await Promise.all(step.map((each) => this.#deliver(each)))) outcomes.add(outcome);
      this.acknowledged.push(sale);
      if (outcomes.has('dead-letter')) this.buried.push(sale);
      await sleep(Math.random() * 10);
    }
  }

  async #deliver({ topic, payload, webhookId }: ToDeliver): Promise<string> {
    const since = performance.now();
    for (;;) {
      this.sent += 1;
      const url = this.#options.where();
      const answer = await send({ ...this.#options.village, url }, topic, payload, { webhookId }).catch(
        () => undefined,
      );
      const waitedMs = performance.now() - since;
      if (answer?.status === 200) {
        this.longestWaitMs = Math.max(this.longestWaitMs, waitedMs);
        return answer.body.outcome as string;
      }
      if (!answer) this.brokenOff += 1;
      else if (answer.status === 503 && /^[1-9]\d*$/.test(answer.retryAfter ?? '')) this.refused += 1;
      else throw new Error(`${webhookId} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      if (waitedMs > patienceMs) throw new Error(`${webhookId} was not taken for ${patienceMs / 1_000} s.`);
      const toldMs = this.#options.patient && answer ? parseInt(answer.retryAfter!, 10) * 1_000 : 0;
      await sleep(toldMs + 30 + Math.random() * 170);
    }
  }
}
