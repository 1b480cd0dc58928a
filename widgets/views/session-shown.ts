import type { Link } from '../feed/link-state.js';
import type { TopicState } from '../feed/take-news.js';
import type { CurrencyTotal, SessionStatus, Snapshot } from '../feed/wire.js';

/** A session as a page embeds it for its script. */
export interface SessionOnPage {
  id: string;
  title: string;
  streamer: string;
  status: SessionStatus;
  startedAt?: string | undefined;
  endedAt?: string | undefined;
  overlayUrl?: string | undefined;
}

/** A session as a view shows it. `link` is absent on the server: nothing is claimed about a connection. */
export interface SessionShown extends SessionOnPage {
  state: TopicState;
  link?: Link | undefined;
}

export function statusOf(shown: SessionShown): SessionStatus {
  return shown.state.status ?? shown.status;
}

export function topicOf(session: { id: string }): string {
  return `session:${session.id}`;
}

/**
 * One total per currency, never summed: the goal's currency first. Before the first gift the currencies are known
 * from the goal and the projects, and an honest zero may be shown, because the snapshot says so.
 *
 * @param projects that it will give to; their currencies are known, too
 */
export function totalsToShow(snapshot: Snapshot, projects: readonly { currency: string }[] = []): CurrencyTotal[] {
  const first = snapshot.goal?.currency;
  if (snapshot.totals.length > 0) {
    return snapshot.totals.toSorted((a, b) => Number(b.currency === first) - Number(a.currency === first));
  }
  const known = first === undefined ? [...snapshot.projects, ...projects].map(({ currency }) => currency) : [first];
  const zero = { given: '0', pledged: '0', confirmed: '0', paid: '0', matched: '0', orders: 0, units: 0 };
  return [...new Set(known)].map((currency) => ({ currency, ...zero }));
}
