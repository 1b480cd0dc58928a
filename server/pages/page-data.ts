import type { Thanks } from '../../widgets/feed/thanks-wire.js';
import type {
  FeedGift,
  HistoryPoint,
  ProjectFacts,
  ProjectReport,
  SessionStatus,
  Snapshot,
} from '../../widgets/feed/wire.js';

export type { FeedGift, SessionStatus, Snapshot, Thanks };

/** A session as the pages show it; titles and names come from strangers and are only ever written as text. */
export interface SessionForPage {
  id: string;
  title: string;
  streamer: string;
  status: SessionStatus;
  startedAt?: string;
  endedAt?: string;
  snapshot: Snapshot;
  gifts: FeedGift[];
  /** Secret: shown on the start page when it is here, so give it only in demo mode. */
  overlayUrl?: string;
}

/** What the page of a session says besides its totals. */
export interface SessionFacts {
  /** The projects it gives to, with the charities behind them. */
  projects: ProjectFacts[];
  history: HistoryPoint[];
}

/** A project as its page shows it. */
export interface ProjectForPage extends ProjectFacts {
  snapshot: Snapshot;
  gifts: FeedGift[];
  history: HistoryPoint[];
  reports: ProjectReport[];
}

/** What the pages need from the rooms below. */
export interface PagesNeed {
  sessionFacts(session: SessionForPage): Promise<SessionFacts>;
  projectById(id: string): Promise<ProjectForPage | undefined>;
  sessionById(id: string): Promise<SessionForPage | undefined>;
  sessionByOverlayKey(key: string): Promise<SessionForPage | undefined>;
  /** What an order gave; undefined when it is unknown or the key is not its buyer's. */
  thanksOf(order: { shopId: string; storeOrderId: string; key: string }): Promise<Thanks | undefined>;
  sessionsForStartPage(): Promise<SessionForPage[]>;
  /** Address of this installation, without a slash at the end. */
  publicUrl: string;
  /** Where people read the documentation; the start page links it when it is known. */
  docsUrl?: string;
  /** A demo's start page signs in by one click. */
  demo: boolean;
}
