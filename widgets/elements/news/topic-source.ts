import {
  isBehind,
  nothingKnown,
  takeAnswer,
  takeGifts,
  takeSnapshot,
  takeStatus,
  type TopicState,
} from '../../feed/take-news.js';
import type { FeedGift, GiftsMessage, SessionStatus, Snapshot, StillMessage } from '../../feed/wire.js';
import type { Ear, Hear } from '../socket/hear.js';
import type { GiftsAnswer, TopicKind } from '../wire.js';
import { Polled, STALE_AFTER_MS } from './polled.js';

const LIVE_MS = 10_000;
const CALM_MS = { scheduled: 30_000, ended: 60_000 };
/** A page that is only passed through opens no socket. Sessions are watched for their own sake, at once. */
const STAY_MS = 4_000;
/** Out of sight for a moment, such as while scrolling, is not gone. */
const LEAVE_MS = 15_000;

/** A topic: asked over HTTP at once, told by a socket while it is seen and live, asked again where the socket fails. */
export class TopicSource extends Polled implements Ear {
  state: TopicState = nothingKnown;
  /** A socket tells this topic: no need to ask. */
  told = false;
  #leave: (() => void) | undefined;
  #silent: ReturnType<typeof setTimeout> | undefined;
  #turn: ReturnType<typeof setTimeout> | undefined;

  constructor(
    server: string,
    readonly kind: TopicKind,
    private readonly id: string,
    private readonly loadSocket: () => Promise<{ hear: Hear }>,
  ) {
    super(server);
  }

  get topic(): string {
    return `${this.kind}:${this.id}`;
  }

  get known(): boolean {
    return this.state.snapshot !== undefined;
  }

  get live(): boolean {
    return this.known && (this.kind !== 'session' || this.state.status === 'live');
  }

  protected paceMs(missing: boolean): number {
    if (this.told) return Infinity;
    if (missing) return CALM_MS.ended;
    const { status = 'live' } = this.state;
    return status === 'live' ? LIVE_MS : CALM_MS[status];
  }

  protected async ask(): Promise<void> {
    const path = `${this.kind}s/${encodeURIComponent(this.id)}/`;
    // A total that fell is shown with its reason, which only the gifts tell.
    const wanted = [...this.watchers].some(({ wantsGifts }) => wantsGifts);
    const [snapshot, answer] = await Promise.all([
      this.fetch<Snapshot>(`${path}totals`),
      wanted ? this.#gifts(path) : undefined,
    ]);
    const before = this.state.drop;
    this.state = takeSnapshot(this.state, snapshot, Date.now());
    if (answer) this.#takeGiftsAnswer(answer);
    else if (this.state.drop !== before) this.#takeGiftsAnswer(await this.#gifts(path));
  }

  #gifts(path: string): Promise<GiftsAnswer> {
    return this.fetch<GiftsAnswer>(`${path}gifts`);
  }

  #takeGiftsAnswer({ seq, gifts }: GiftsAnswer): void {
    const { snapshot, giftsSeq } = this.state;
    if (!snapshot || seq < giftsSeq) return;
    this.state = takeAnswer(this.state, snapshot, gifts, Date.now());
    if (giftsSeq < 0) this.#nothingIsFresh();
  }

  /** What stood there before we came did not just arrive. */
  #nothingIsFresh(): void {
    this.state = { ...this.state, gifts: this.state.gifts.map((gift) => ({ ...gift, fresh: false })) };
  }

  override look(): void {
    super.look();
    const wanted = this.seen && this.live;
    const joined = this.#leave !== undefined;
    const staysMs = this.kind === 'session' ? 0 : STAY_MS;
    if (wanted !== joined) this.#turn ??= setTimeout(() => this.#joinOrLeave(), wanted ? staysMs : LEAVE_MS);
    else {
      clearTimeout(this.#turn);
      this.#turn = undefined;
    }
  }

  #joinOrLeave(): void {
    this.#turn = undefined;
    const leave = this.#leave;
    if (leave) {
      this.#leave = undefined;
      leave();
      this.lost();
    } else {
      let left = false;
      this.#leave = () => (left = true);
      this.loadSocket()
        .then(({ hear }) => {
          if (!left) this.#leave = hear(this.server, this.topic, this);
        })
        // A host page may forbid it; asking goes on.
        .catch(() => undefined);
    }
  }

  /** The socket tells no more. */
  lost(): void {
    if (!this.told) return;
    this.told = false;
    this.askSoon();
  }

  /** A word came over the socket. Without another for ten seconds it is as good as gone, and questions go on. */
  #hears(state: TopicState): void {
    this.state = state;
    this.told = true;
    this.heard();
    this.look();
    clearTimeout(this.#silent);
    this.#silent = setTimeout(() => this.lost(), STALE_AFTER_MS);
  }

  answer(snapshot: Snapshot, gifts: readonly FeedGift[]): void {
    const { giftsSeq } = this.state;
    this.#hears(takeAnswer(this.state, snapshot, gifts, Date.now()));
    if (giftsSeq < 0) this.#nothingIsFresh();
  }

  totals(snapshot: Snapshot): void {
    this.#hears(takeSnapshot(this.state, snapshot, Date.now()));
  }

  gifts(message: GiftsMessage): void {
    this.#hears(takeGifts(this.state, message));
  }

  status(status: SessionStatus): void {
    this.#hears(takeStatus(this.state, status));
  }

  still(message: StillMessage): boolean {
    this.#hears(this.state);
    return isBehind(this.state, message);
  }
}
