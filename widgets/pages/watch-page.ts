import { watchTopics, type OverlayHeard, type Watching } from '../feed/watch-topic.js';
import { nothingKnown, takeAnswer, type TopicState } from '../feed/take-news.js';
import type { FeedGift, HistoryPoint, SessionStatus, Snapshot } from '../feed/wire.js';
import { LivePast } from './live-past.js';

/** What a page embeds of a topic: shown at once, before any connection. */
export interface Embedded {
  status?: SessionStatus | undefined;
  snapshot?: Snapshot | undefined;
  gifts?: FeedGift[] | undefined;
}

export function embeddedState({ status, snapshot, gifts }: Embedded, now: number): TopicState {
  const start = { ...nothingKnown, status };
  return snapshot ? takeAnswer(start, snapshot, gifts ?? [], now) : start;
}

const TICK_MS = 1_000;

/** Keeps topics up to date and asks for a drawing on every change and every second (for ages and staleness). */
export function watchPage(topics: ReadonlyMap<string, Embedded>, draw: () => void, overlay?: OverlayHeard): Watching {
  const states = new Map([...topics].map(([topic, known]) => [topic, embeddedState(known, Date.now())]));
  const watching = watchTopics({ topics: states, onChange: draw, overlay });
  setInterval(draw, TICK_MS);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) watching.refresh();
  });
  // OBS keeps hidden sources running; its own event says when one is back on air.
  for (const event of ['obsSourceVisibleChanged', 'obsSourceActiveChanged'])
    window.addEventListener(event, () => watching.refresh());
  return watching;
}

/** A page that was away for longer asks for the past it has missed. */
const AWAY_MS = 120_000;

/** The past of the one topic of a page, kept going; asked for anew when the page comes back after a while. */
export function watchPast(path: string, told: readonly HistoryPoint[], draw: () => void): LivePast {
  const past = new LivePast(told);
  let hiddenAt = Number.POSITIVE_INFINITY;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > AWAY_MS) void askAgain();
  });
  async function askAgain(): Promise<void> {
    try {
      const answer = await fetch(path, { headers: { accept: 'application/json' } });
      if (!answer.ok) return;
      past.replace(((await answer.json()) as { points: HistoryPoint[] }).points);
      draw();
    } catch {
      // Offline: what is known stays, and the page already says that it cannot hear.
    }
  }
  return past;
}
