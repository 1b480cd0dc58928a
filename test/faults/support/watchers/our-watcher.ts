import { watchTopics } from '../../../../widgets/feed/watch-topic.js';
import { nothingKnown } from '../../../../widgets/feed/take-news.js';
import type { Watcher } from './watcher.js';

/** A screen of ours without the screen. */
export function ourWatcher(server: string, topics: readonly string[]): Watcher {
  let backAt: number | undefined;
  let wasLive = false;
  const [first] = topics as [string];
  const watching = watchTopics({
    server,
    topics: new Map(topics.map((topic) => [topic, nothingKnown])),
    onChange: look,
  });

  function look(): void {
    const live = watching.link(first) === 'live';
    if (live && !wasLive) backAt ??= Date.now();
    wasLive = live;
  }

  return {
    isWatching: () => watching.link(first) === 'live',
    begin: () => (backAt = undefined),
    backAt: () => backAt,
    shown() {
      const { snapshot, gifts } = watching.state(first);
      return JSON.stringify({ totals: snapshot, gifts: gifts.map(({ key: _key, fresh: _fresh, ...gift }) => gift) });
    },
  };
}
