import { patchId, requestTemplate, sign, signatureLength, type RequestTemplate } from './request-template.js';
import { draw, kinds, type Kind, type Stream } from './streams.js';

export interface DeliveryListNeeds {
  stream: Stream;
  /** Bodies for `idInBodies`; a duplicate is a `new` sent again. */
  bodies: Record<Exclude<Kind, 'duplicate'>, { topic: string; text: string }>;
  idInBodies: number;
  domain: string;
  secret: string;
  /** Id of the stream's first order. */
  firstId: number;
}

/**
 * The deliveries of a run, in order, signed in advance. Kept is only what differs from the template (order id and
 * signature, some 60 bytes each), so a run of 100 KB bodies needs no more memory than one of 5 KB.
 */
export class DeliveryList {
  readonly templates: RequestTemplate[];
  /** Signed when they were already wanted: a sign that too few were prepared. */
  signedLate = 0;
  readonly #scratch: Buffer[];
  readonly #needs: DeliveryListNeeds;
  #signatures = Buffer.alloc(0);
  #length = 0;

  constructor(needs: DeliveryListNeeds) {
    this.#needs = needs;
    this.templates = kinds.map((kind, at) => {
      // A duplicate has the webhook id of the delivery it repeats.
      const original = kind === 'duplicate' ? 'new' : kind;
      const { topic, text } = needs.bodies[original];
      const mark = original === 'new' ? '0' : String(at);
      return requestTemplate({ topic, domain: needs.domain, body: text, id: needs.idInBodies, mark });
    });
    this.#scratch = this.templates.map((template) => Buffer.from(template.request));
  }

  /** Signs deliveries until there are this many. */
  prepare(length: number): void {
    if (length * signatureLength > this.#signatures.length)
      this.#signatures = Buffer.concat([this.#signatures], 2 * length * signatureLength);
    for (; this.#length < length; this.#length += 1) {
      const { kind, digits } = this.#drawn(this.#length);
      const [request, template] = [this.#scratch[kind]!, this.templates[kind]!];
      patchId(request, template, digits);
      sign(request, template, this.#needs.secret, this.#signatures, this.#length * signatureLength);
    }
  }

  /** Writes the delivery at this place into one of a sender's own copies of the templates; returns which. */
  writeInto(requests: readonly Buffer[], at: number): number {
    if (at >= this.#length) {
      this.signedLate += 1;
      this.prepare(at + 1);
    }
    const { kind, digits } = this.#drawn(at);
    const [request, template] = [requests[kind]!, this.templates[kind]!];
    patchId(request, template, digits);
    this.#signatures.copy(request, template.signature, at * signatureLength, (at + 1) * signatureLength);
    return kind;
  }

  #drawn(at: number): { kind: number; digits: Buffer } {
    const { kind, order } = draw(this.#needs.stream, at);
    return { kind: kinds.indexOf(kind), digits: Buffer.from(String(this.#needs.firstId + order), 'latin1') };
  }
}
