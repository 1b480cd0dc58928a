import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Link } from '../../../feed/link-state.js';
import { nothingKnown, type TopicState } from '../../../feed/take-news.js';
import { watchTopics, type Watching } from '../../../feed/watch-topic.js';

const tickMs = 1_000;

/** A session's topic, heard for as long as its screen stands; drawn on every change and, for ages and silence, each second. */
export class LiveTopic implements ReactiveController {
  #watching: Watching | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #lastWord: number | undefined;
  readonly #seen = () => {
    if (!document.hidden) this.#watching?.refresh();
  };

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly topic: () => string,
    private readonly onNews: (state: TopicState) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const name = this.topic();
    const topics = new Map([[name, nothingKnown]]);
    let known = nothingKnown;
    const onChange = () => {
      const { state } = this;
      if (state !== known) this.onNews(state);
      known = state;
      this.host.requestUpdate();
    };
    this.#watching = watchTopics({ topics, onChange });
    this.#ticking = setInterval(() => this.host.requestUpdate(), tickMs);
    document.addEventListener('visibilitychange', this.#seen);
  }

  hostDisconnected(): void {
    this.#watching?.stop();
    clearInterval(this.#ticking);
    document.removeEventListener('visibilitychange', this.#seen);
  }

  get state(): TopicState {
    return this.#watching?.state(this.topic()) ?? nothingKnown;
  }

  get link(): Link {
    const link = this.#watching?.link(this.topic()) ?? 'connecting';
    if (link === 'live') this.#lastWord = Date.now();
    return link;
  }

  /** When the figures were last known to be the newest. */
  get lastHeardAt(): number | undefined {
    return this.#lastWord;
  }
}
