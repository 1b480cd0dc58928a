import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nothingKnown, type TopicState } from '../../feed/take-news.js';
import { watchTopics, type Watching } from '../../feed/watch-topic.js';

/** Watches the totals and newest gifts of shops while a page is open. Name them with `of` as often as you like. */
export class WatchShops implements ReactiveController {
  #watching: Watching | undefined;
  #ids = '';

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  of(shopIds: readonly string[]): void {
    const ids = shopIds.join(' ');
    if (ids === this.#ids) return;
    this.#ids = ids;
    this.#watching?.stop();
    this.#watching =
      shopIds.length === 0
        ? undefined
        : watchTopics({
            topics: new Map(shopIds.map((id) => [`shop:${id}`, nothingKnown])),
            onChange: () => this.host.requestUpdate(),
          });
  }

  state(shopId: string): TopicState {
    return this.#watching?.state(`shop:${shopId}`) ?? nothingKnown;
  }

  hostDisconnected(): void {
    this.#watching?.stop();
    this.#watching = undefined;
    this.#ids = '';
  }
}
