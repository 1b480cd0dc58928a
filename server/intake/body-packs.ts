import type { VerifiedDelivery } from './read-delivery.js';

/** Some bodies on their way to the recorder's thread, in one piece of memory that changes hands instead of being copied. */
export interface BodyPack {
  bytes: ArrayBuffer;
  /** Where each body ends. */
  ends: number[];
  /** The first delivery's ticket; the others follow it by one. */
  firstTicket: number;
  labels: Omit<VerifiedDelivery, 'body'>[];
}

/** A pack leaves when it is this full, so that reading begins while more arrive; at the latest when one is to be recorded. */
const deliveriesMax = 8;

/** Memory that is kept for the next packs; larger pieces and more of them are given back. */
const keptBytesMax = 4 * 1024 * 1024;
const keptMax = 16;

/** Packs verified bodies for the recorder and numbers them. */
export class BodyPacks {
  #waiting: VerifiedDelivery[] = [];
  #firstTicket = 1;
  readonly #spare: ArrayBuffer[] = [];

  constructor(private readonly leave: (pack: BodyPack) => void) {}

  /** The ticket of the delivery. */
  add(delivery: VerifiedDelivery): number {
    this.#waiting.push(delivery);
    const ticket = this.#firstTicket + this.#waiting.length - 1;
    if (this.#waiting.length >= deliveriesMax) this.send();
    return ticket;
  }

  /** Lets what waits leave now. */
  send(): void {
    if (this.#waiting.length === 0) return;
    const packed = this.#waiting;
    const firstTicket = this.#firstTicket;
    this.#waiting = [];
    this.#firstTicket += packed.length;
    this.leave({ ...this.#fill(packed), firstTicket });
  }

  /** Memory of a pack that has been read. */
  reuse(bytes: ArrayBuffer): void {
    if (bytes.byteLength <= keptBytesMax && this.#spare.length < keptMax) this.#spare.push(bytes);
  }

  #fill(packed: readonly VerifiedDelivery[]): Omit<BodyPack, 'firstTicket'> {
    const ends: number[] = [];
    let end = 0;
    for (const { body } of packed) ends.push((end += body.length));
    const fitting = this.#spare.findIndex(({ byteLength }) => byteLength >= end);
    // Rounded up, so that another pack finds room in it as well.
    const bytes =
      fitting >= 0 ? this.#spare.splice(fitting, 1)[0]! : new ArrayBuffer(2 ** Math.ceil(Math.log2(end + 1)));
    const whole = new Uint8Array(bytes);
    packed.forEach(({ body }, at) => whole.set(body, at === 0 ? 0 : ends[at - 1]!));
    return { bytes, ends, labels: packed.map(({ platform, shop, topic }) => ({ platform, shop, topic })) };
  }
}
