import type { OverlayHeard } from '../feed/watch-topic.js';
import { topicOf, type SessionOnPage, type SessionShown } from '../views/session-shown.js';
import { watchPage, type Embedded } from './watch-page.js';

/** A session with what the server knew when it wrote the page. */
export interface EmbeddedSession extends SessionOnPage, Omit<Embedded, 'status'> {}

export interface WatchedSessions {
  shown(): SessionShown[];
}

/** Keeps sessions up to date, see {@link watchPage}. */
export function watchSessions(
  sessions: readonly EmbeddedSession[],
  draw: () => void,
  overlay?: OverlayHeard,
): WatchedSessions {
  const topics = new Map(sessions.map((session) => [topicOf(session), session]));
  const watching = watchPage(topics, draw, overlay);
  return {
    shown: () =>
      sessions.map((session) => ({
        ...session,
        state: watching.state(topicOf(session)),
        link: watching.link(topicOf(session)),
      })),
  };
}
