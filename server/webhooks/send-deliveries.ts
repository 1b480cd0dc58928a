import { setMaxListeners } from 'node:events';
import type { ClientConfig } from 'pg';
import type { Job, Turn } from '../jobs/job.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { Seal } from '../secrets/seal.js';
import { findDue, type DueDelivery } from './due-deliveries.js';
import type { Surroundings } from './find-address.js';
import { recordAttempt } from './record-attempt.js';
import { sendRequest } from './send-request.js';
import { signatureHeaders } from './sign-event.js';

/** Deliveries on their way at the same time, in all and to one endpoint. */
const atOnce = 128;
const atOncePerEndpoint = 8;
/** An endpoint that did not take the last one is asked by one at a time: a dead receiver costs nobody his place. */
const atOnceInTrouble = 1;
/** Deliveries that have come back are looked after together. */
const gatherMs = 25;
/** How long a delivery rests after a failure that is ours, not the receiver's. */
const oursMs = 60_000;

/** The sender notes what has come back whenever it does; so its connection sends statements without waiting for one before. */
export const senderConnection = (database: ClientConfig): ClientConfig & { pipeline: true } => ({
  ...database,
  pipeline: true,
});

export interface SenderNeeds {
  seal: Seal;
  surroundings: Surroundings;
  log: TroubleLog;
  timeoutMs?: number;
}

/**
 * Sends what is due. One process does it for all, on a lead of its own, because its work goes on between its turns: a slow
 * receiver must hold up neither other receivers nor other jobs. What is on its way when the lead is lost was not noted,
 * and is sent again by the next leader under the same id.
 */
export function sendDeliveries(needs: SenderNeeds): Job {
  let sender: Sender | undefined;
  return {
    name: 'send webhooks',
    everyMs: 1_000,
    async run(turn) {
      if (sender?.turn.over !== turn.over) sender = new Sender(turn, needs);
      await sender.sendDue();
    },
  };
}

class Sender {
  /** Which deliveries are on their way, and to which endpoint. */
  readonly #sending = new Map<string, string>();
  readonly #inTrouble = new Set<string>();
  #asking: Promise<void> | undefined;
  #soon = false;

  constructor(
    readonly turn: Turn,
    private readonly needs: SenderNeeds,
  ) {
    setMaxListeners(2 * atOnce, turn.over);
  }

  /** Sets out as much as there is room for. */
  sendDue(): Promise<void> {
    return (this.#asking ??= this.#ask().finally(() => (this.#asking = undefined)));
  }

  async #ask(): Promise<void> {
    if (this.#sending.size >= atOnce) return;
    for (const delivery of await findDue(this.turn.client, atOncePerEndpoint, [...this.#sending.keys()]))
      if (this.#hasRoom(delivery)) void this.#send(delivery);
  }

  #hasRoom({ endpoint_id }: DueDelivery): boolean {
    const there = [...this.#sending.values()].filter((endpoint) => endpoint === endpoint_id).length;
    const most = this.#inTrouble.has(endpoint_id) ? atOnceInTrouble : atOncePerEndpoint;
    return there < most && this.#sending.size < atOnce;
  }

  async #send(delivery: DueDelivery): Promise<void> {
    const { turn, needs } = this;
    this.#sending.set(delivery.id, delivery.endpoint_id);
    try {
      const at = new Date();
      const outcome = await sendRequest({
        url: delivery.url,
        body: delivery.payload,
        headers: signatureHeaders(needs.seal, delivery, delivery.event_id, delivery.payload, at),
        surroundings: needs.surroundings,
        over: turn.over,
        ...(needs.timeoutMs !== undefined && { timeoutMs: needs.timeoutMs }),
      });
      if (outcome.trouble) this.#inTrouble.add(delivery.endpoint_id);
      else this.#inTrouble.delete(delivery.endpoint_id);
      await recordAttempt(turn.client, delivery, { at: at.toISOString(), ...outcome });
      this.#sending.delete(delivery.id);
    } catch (error) {
      if (turn.over.aborted) return;
      needs.log.error(
        { err: error, delivery: delivery.id },
        'a webhook could not be sent; it will be tried again in a minute',
      );
      setTimeout(() => this.#sending.delete(delivery.id), oursMs).unref();
    }
    this.#sendMoreSoon();
  }

  #sendMoreSoon(): void {
    if (this.#soon) return;
    this.#soon = true;
    setTimeout(() => {
      this.#soon = false;
      if (!this.turn.over.aborted) this.sendDue().catch(() => undefined);
    }, gatherMs).unref();
  }
}
