import type { NumberedGift, RecentGift } from './add-to-totals.js';
import type { Snapshot, TopicState } from './snapshot.js';

/** A body as text, because Node writes a head and a text in one piece, but a head and bytes in two. */
export interface Body {
  text: string;
  bytes: number;
}

const bodyOf = (text: string): Body => ({ text, bytes: Buffer.byteLength(text) });

/** A topic's state and its texts as they go out, each written down once, however many ask or watch. */
export class PreparedTopic {
  readonly snapshot: Snapshot;
  readonly gifts: readonly NumberedGift[];
  /** JSON of the snapshot. */
  readonly totals: string;
  #totalsBody: Body | undefined;
  #giftsBody: Body | undefined;

  constructor({ snapshot, gifts }: TopicState) {
    this.snapshot = snapshot;
    this.gifts = gifts;
    this.totals = JSON.stringify(snapshot);
  }

  get seq(): number {
    return this.snapshot.seq;
  }

  /** Body of `GET …/totals`. */
  get totalsBody(): Body {
    return (this.#totalsBody ??= bodyOf(this.totals));
  }

  /** Body of `GET …/gifts`. */
  get giftsBody(): Body {
    const { topic, seq } = this.snapshot;
    return (this.#giftsBody ??= bodyOf(JSON.stringify({ topic, seq, gifts: this.gifts.map(withoutSeq) })));
  }

  /** Bytes of memory it takes, roughly: the state as objects, its texts and its bodies. */
  get bytes(): number {
    return 1_000 + 6 * this.totals.length + 500 * this.gifts.length;
  }
}

export const withoutSeq = ({ seq: _seq, ...gift }: NumberedGift): RecentGift => gift;
