import { watchTopics, type Watching, type WatchOptions } from '../feed/watch-topic.js';
import { nothingKnown, takeAnswer, type TopicState } from '../feed/take-news.js';
import { topicOf, type SessionOnPage, type SessionShown } from '../views/session-shown.js';
import type { FeedGift, Snapshot } from '../feed/wire.js';

/** A session with what the server knew when it wrote the page: shown at once, before any connection. */
export interface EmbeddedSession extends SessionOnPage {
  snapshot?: Snapshot | undefined;
  gifts?: FeedGift[] | undefined;
}

export function embeddedState({ status, snapshot, gifts }: EmbeddedSession, now: number): TopicState {
  const start = { ...nothingKnown, status };
  return snapshot ? takeAnswer(start, snapshot, gifts ?? [], now) : start;
}

export interface WatchedSessions {
  shown(): SessionShown[];
}

const TICK_MS = 1_000;

/** Keeps sessions up to date and asks for a drawing on every change and every second (for ages and staleness). */
export function watchSessions(
  sessions: readonly EmbeddedSession[],
  draw: () => void,
  more: Pick<WatchOptions, 'askWhenQuietForMs' | 'overlay'> = {},
): WatchedSessions {
  const topics = new Map(sessions.map((session) => [topicOf(session), embeddedState(session, Date.now())]));
  const watching: Watching = watchTopics({
    topics,
    onChange: draw,
    ...more,
  });
  setInterval(draw, TICK_MS);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) watching.refresh();
  });
  // OBS keeps hidden sources running; its own event says when one is back on air.
  for (const event of ['obsSourceVisibleChanged', 'obsSourceActiveChanged'])
    window.addEventListener(event, () => watching.refresh());
  return {
    shown: () =>
      sessions.map((session) => ({
        ...session,
        state: watching.state(topicOf(session)),
        link: watching.link(topicOf(session)),
      })),
  };
}
