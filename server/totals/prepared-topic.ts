import type { NumberedGift, RecentGift } from './add-to-totals.js';
import type { Snapshot, TopicState } from './snapshot.js';

/** A topic's state and its texts as they go out, each written down once, however many ask or watch. */
export class PreparedTopic {
  readonly snapshot: Snapshot;
  readonly gifts: readonly NumberedGift[];
  /** JSON of the snapshot. */
  readonly totals: string;
  #totalsBody: Buffer | undefined;
  #giftsBody: Buffer | undefined;

  constructor({ snapshot, gifts }: TopicState) {
    this.snapshot = snapshot;
    this.gifts = gifts;
    this.totals = JSON.stringify(snapshot);
  }

  get seq(): number {
    return this.snapshot.seq;
  }

  /** Body of `GET …/totals`. */
  get totalsBody(): Buffer {
    return (this.#totalsBody ??= Buffer.from(this.totals));
  }

  /** Body of `GET …/gifts`. */
  get giftsBody(): Buffer {
    const { topic, seq } = this.snapshot;
    return (this.#giftsBody ??= Buffer.from(JSON.stringify({ topic, seq, gifts: this.gifts.map(withoutSeq) })));
  }

  /** Bytes of memory it takes, roughly: the state as objects, its texts and its bodies. */
  get bytes(): number {
    return 1_000 + 6 * this.totals.length + 500 * this.gifts.length;
  }
}

export const withoutSeq = ({ seq: _seq, ...gift }: NumberedGift): RecentGift => gift;
